import { z } from 'zod'
import { codesOf, villageKindLabel } from '../domain/vocabulary'
import { day, id } from './fields'
import { op } from './op'
import { centreInput } from './vault'

const villageNameInput = z.string().trim().min(2, '请填写村（社区）名称').max(30, '名称最多 30 字')
const groupNameInput = z.string().trim().min(1, '请填写小组名称').max(30, '名称最多 30 字')

export const villageGroupShape = z.object({
  id: z.number(),
  name: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  mergedIntoId: z.number().nullable(),
  /** People on file there today. */
  active: z.number(),
})

export const villageShape = z.object({
  id: z.number(),
  /** As of today. */
  name: z.string(),
  kind: z.enum(codesOf(villageKindLabel)),
  from: z.string(),
  to: z.string().nullable(),
  mergedIntoId: z.number().nullable(),
  mergedIntoName: z.string().nullable(),
  /** Earlier and coming names. */
  names: z.array(z.object({ name: z.string(), from: z.string(), to: z.string().nullable() })),
  groups: z.array(villageGroupShape),
  active: z.number(),
  /** Closed files kept there. */
  closed: z.number(),
})
export type VillageShape = z.output<typeof villageShape>

/** A merge takes effect at the end of its day: from the next one on people live in the other. */
const merge = z.strictObject({ id, intoId: id, on: day })

export const villagesContract = {
  'villages.list': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ withClosed: z.boolean().default(false) }),
    output: z.array(villageShape),
  }),
  'villages.add': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      name: villageNameInput,
      kind: z.enum(codesOf(villageKindLabel)).default('village'),
      from: day.optional(),
    }),
    output: z.object({ id: z.number() }),
  }),
  'villages.rename': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      id,
      name: villageNameInput,
      /** The first day of the new name; null corrects a name that was written wrongly. */
      from: day.nullable(),
    }),
    output: z.object({}),
  }),
  'villages.merge': op({
    kind: 'command',
    right: 'organization.write',
    input: merge,
    output: z.object({ moved: z.number() }),
  }),
  'villageGroups.add': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ villageId: id, name: groupNameInput, from: day.optional() }),
    output: z.object({ id: z.number() }),
  }),
  'villageGroups.rename': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, name: groupNameInput, from: day.nullable() }),
    output: z.object({ id: z.number() }),
  }),
  'villageGroups.merge': op({
    kind: 'command',
    right: 'organization.write',
    input: merge,
    output: z.object({ moved: z.number() }),
  }),
  'centre.update': op({
    kind: 'command',
    right: 'organization.write',
    input: centreInput.extend({
      phone: z.string().trim().max(40).nullish(),
      address: z.string().trim().max(200).nullish(),
    }),
    output: z.object({}),
  }),
  'centre.get': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({}),
    output: z.object({
      name: z.string(),
      province: z.string().nullable(),
      county: z.string(),
      township: z.string(),
      regionCode: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
    }),
  }),
} as const
