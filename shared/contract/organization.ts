import { z } from 'zod'
import { day, id, optionalText } from './fields'
import { op, sensitive } from './op'

/** 领导小组, 责任清单 and 阶段安排: what a year's plan stands on. */

const year = z.number().int().min(2000).max(2100)
const words = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, `最多 ${most} 字`)

export const leadingGroupMemberInput = z.strictObject({
  id: id.optional(),
  title: words(20, '请填写组内职务'),
  name: words(30, '请填写姓名'),
  post: optionalText(60),
  phone: optionalText(30),
})

export const responsibilityInput = z.strictObject({
  id: id.optional(),
  task: words(200, '请填写工作任务'),
  lead: words(60, '请填写牵头单位'),
  assisting: optionalText(100),
  implementing: optionalText(100),
})

export const phaseInput = z
  .strictObject({
    id: id.optional(),
    name: words(30, '请填写阶段名称'),
    from: day,
    to: day,
    content: optionalText(500),
    responsible: optionalText(100),
  })
  .refine(({ from, to }) => from <= to, { message: '结束日期早于开始日期', path: ['to'] })

const text = z.string().nullable()

export const planBasis = z.object({
  leadingGroup: z.array(
    z.object({
      id,
      title: z.string(),
      name: z.string(),
      post: text,
      phone: sensitive(text, 'phone'),
    }),
  ),
  responsibilities: z.array(
    z.object({ id, task: z.string(), lead: z.string(), assisting: text, implementing: text }),
  ),
  phases: z.array(
    z.object({
      id,
      name: z.string(),
      from: z.string(),
      to: z.string(),
      content: text,
      responsible: text,
    }),
  ),
})
export type PlanBasis = z.output<typeof planBasis>

export const organizationContract = {
  'organization.planBasis': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ year }),
    output: planBasis,
  }),
  'organization.saveLeadingGroup': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ members: z.array(leadingGroupMemberInput).max(100) }),
    output: z.object({}),
  }),
  'organization.saveResponsibilities': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ items: z.array(responsibilityInput).max(100) }),
    output: z.object({}),
  }),
  'organization.savePhases': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ year, phases: z.array(phaseInput).max(30) }),
    output: z.object({}),
  }),
} as const
