import { z } from 'zod'
import {
  categoryLabel,
  codesOf,
  contactKindLabel,
  exemptionReasonLabel,
  recipientGroupLabel,
  riskLevelLabel,
} from '../domain/vocabulary'
import { rulePeriodLabel } from '../domain/cadence/vocabulary'
import { duty } from './compliance'
import { creditAsk, rateScopeAsk } from './credits'
import { day, id, optionalText } from './fields'
import { op } from './op'

/** What one rule asks, without the days on which it is in force. */
const ruleAsk = {
  title: z.string().trim().min(2, '请给规则起个名字').max(60, '名字最多 60 字'),
  duty,
  group: z.enum(codesOf(recipientGroupLabel)).nullable(),
  category: z.enum(codesOf(categoryLabel)).nullable(),
  riskLevel: z.enum(codesOf(riskLevelLabel)).nullable(),
  kinds: z
    .array(z.enum(codesOf(contactKindLabel)))
    .min(1, '请选择哪些方式算数')
    // Counting adds up the kinds: one named twice would count every contact twice.
    .refine((kinds) => new Set(kinds).size === kinds.length, '同一种方式写了两次'),
  count: z.number().int().min(1, '至少 1 次').max(31, '最多 31 次'),
  period: z.enum(codesOf(rulePeriodLabel)),
}

const ruleRow = z.object({
  id,
  ...ruleAsk,
  from: z.string(),
  to: z.string().nullable(),
  preset: z.string().nullable(),
  /** Whether it is in force today, has ended, or begins later. */
  standing: z.enum(['inForce', 'ended', 'coming']),
})

const presetRow = z.object({
  key: z.string(),
  title: z.string(),
  /** 口径 of the whole set. */
  basis: z.string(),
  rules: z.array(z.object(ruleAsk)),
  /** Whether a rule of the set is in force today. */
  inForce: z.boolean(),
})

const adopt = {
  preset: z.string().max(60),
  from: day,
  /** Ends all other rules on the day before. */
  replaceOthers: z.boolean().default(false),
}
const add = { ...ruleAsk, from: day, to: day.nullable().default(null) }
/** `on` is the rule's last day. */
const end = { id, on: day }

const ruleChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('adopt'), ...adopt }),
  z.strictObject({ change: z.literal('add'), ...add }),
  z.strictObject({ change: z.literal('end'), ...end }),
  z.strictObject({
    change: z.literal('addCredit'),
    ...creditAsk,
    from: day,
    to: day.nullable().default(null),
  }),
  z.strictObject({ change: z.literal('endCredit'), ...end }),
  z.strictObject({ change: z.literal('scope'), ...rateScopeAsk }),
])
export type RuleChange = z.output<typeof ruleChange>

/** What is owed on one day: everything counted in people, but for the contacts still open. */
const burden = z.object({
  /** People whom at least one rule binds. */
  bound: z.number().int(),
  overdue: z.number().int(),
  due: z.number().int(),
  /** People of whom nothing is asked because of an exemption. */
  exempt: z.number().int(),
  /** Contacts that the open windows still ask for. */
  owed: z.number().int(),
})

const rate = z.object({ scope: z.number().int(), visited: z.number().int() })

export const rulesContract = {
  'rules.list': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    output: z.object({ rules: z.array(ruleRow), presets: z.array(presetRow) }),
  }),
  /** What a change would do, before it is saved. */
  'rules.preview': op({
    kind: 'query',
    right: 'rules.read',
    input: ruleChange,
    output: z.object({
      /** Today, or the first day of the change where that lies ahead. */
      asOf: z.string(),
      before: burden,
      after: burden,
      /** This month's 月探访率, up to that day. */
      rate: z.object({ before: rate, after: rate }),
      /** The same village by village; those without anybody bound are left out. */
      villages: z.array(z.object({ name: z.string(), before: burden, after: burden })),
    }),
  }),
  'rules.adoptPreset': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject(adopt),
    output: z.object({ ids: z.array(id) }),
  }),
  'rules.add': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject(add),
    output: z.object({ id }),
  }),
  'rules.end': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject(end),
    output: z.object({}),
  }),
} as const

const exemptionRow = z.object({
  id,
  recipientId: id,
  recipientName: z.string(),
  villageName: z.string().nullable(),
  reason: z.enum(codesOf(exemptionReasonLabel)),
  note: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  current: z.boolean(),
  /** The day to ask again, where the end is not known. */
  reviewOn: z.string().nullable(),
  /** Running, and its end or review comes within two weeks or has passed. */
  expiring: z.boolean(),
})

export const exemptionsContract = {
  'exemptions.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ recipientId: id.optional() }),
    output: z.array(exemptionRow),
  }),
  'exemptions.add': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({
      recipientId: id,
      reason: z.enum(codesOf(exemptionReasonLabel)),
      from: day,
      /** The last day; null until further notice, which needs a day to ask again. */
      to: day.nullable(),
      reviewOn: day.nullable().default(null),
      note: optionalText(200),
    }),
    output: z.object({ id }),
  }),
  /** Ends it early on its last day, or moves that day; before its first day it is voided. */
  'exemptions.end': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ id, on: day }),
    output: z.object({}),
  }),
  /** Asked again and still so: sets the next day to ask. */
  'exemptions.review': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ id, reviewOn: day }),
    output: z.object({}),
  }),
} as const
