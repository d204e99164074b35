import { z } from 'zod'
import { fundDirectionLabel } from '../domain/funds/balance'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op } from './op'

/** 经费: budget lines of a year, what came in and went out. Every amount is in whole 分. */

const year = z.number().int().min(2000).max(2100)
const most = 99_999_999_999 // 分: just under a thousand million 元
const text = z.string().nullable()
const sums = { in: z.number().int(), out: z.number().int(), balance: z.number().int() }

export const fundEntryRow = z.object({
  id,
  lineId: id,
  lineName: z.string(),
  direction: z.enum(codesOf(fundDirectionLabel)),
  day: z.string(),
  amount: z.number().int(),
  purpose: z.string(),
  party: text,
  voucherNo: text,
  overdraftReason: text,
})
export type FundEntryRow = z.output<typeof fundEntryRow>

const lineFacts = {
  name: z.string().trim().min(1, '请填写科目名称').max(60, '最多 60 字'),
  source: optionalText(60),
  budget: z.number().int().min(0, '预算不能是负数').max(most, '金额太大'),
}

export const fundsContract = {
  'funds.year': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ year }),
    output: z.object({
      lines: z.array(
        z.object({
          id,
          revision,
          name: z.string(),
          source: text,
          budget: z.number().int(),
          ...sums,
        }),
      ),
      total: z.object({ budget: z.number().int(), ...sums }),
      /** The latest first. */
      entries: z.array(fundEntryRow),
    }),
  }),
  'funds.addLine': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ year, ...lineFacts }),
    output: z.object({ id }),
  }),
  'funds.updateLine': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, ...lineFacts }),
    output: z.object({}),
  }),
  'funds.voidLine': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** 记一笔: refused where the line would be overdrawn on any day and no reason is given. */
  'funds.record': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      lineId: id,
      direction: z.enum(codesOf(fundDirectionLabel)),
      day,
      amount: z.number().int().min(1, '请填写金额').max(most, '金额太大'),
      purpose: z.string().trim().min(1, '请写明用途或来由').max(120, '最多 120 字'),
      party: optionalText(60),
      voucherNo: optionalText(40),
      overdraftReason: optionalText(200),
    }),
    output: z.object({ id }),
  }),
  'funds.voidEntry': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'funds.export': op({
    kind: 'job',
    right: 'organization.read',
    input: z.strictObject({ year }),
    output: artifact,
  }),
} as const
