import { z } from 'zod'
import {
  benefitKindLabel,
  benefitPaymentLabel,
  benefitStandingLabel,
  benefitStateLabel,
} from '../domain/benefits/vocabulary'
import { codesOf, genderLabel, recipientStatusLabel } from '../domain/vocabulary'
import { criteria } from './criteria'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'

const state = z.enum(codesOf(benefitStateLabel))
const standing = z.enum(codesOf(benefitStandingLabel))
const code = z.string().trim().min(1).max(40)
/** 元 per payment. */
const amount = z.number().min(0, '金额不能是负数').max(1_000_000, '金额太大').nullable()

/** What a benefit is, who should have it and how much of it, from a day on. */
const wording = {
  title: z.string().trim().min(2, '请给待遇起个名字').max(60),
  kind: z.enum(codesOf(benefitKindLabel)),
  national: z.boolean().default(false),
  basis: optionalText(200),
  payment: z.enum(codesOf(benefitPaymentLabel)),
  /** Whether a line is kept per person, so that who lacks it can be told. */
  register: z.boolean().default(true),
  /** All of these; null where no fact on file decides it. */
  conditions: criteria.nullable(),
  /** The first whose conditions hold gives the amount. */
  bands: z
    .array(z.strictObject({ conditions: criteria, amount }))
    .max(30, '最多 30 档')
    .readonly(),
  from: day,
}
const wordingInput = z.strictObject({
  /** Left out: a new benefit. */
  code: code.optional(),
  ...wording,
})

const wordingShape = z.object({
  code: z.string(),
  ...wording,
  basis: z.string().nullable(),
  national: z.boolean(),
  register: z.boolean(),
  to: z.string().nullable(),
})

/** People by what the rule and the record say together. */
const counts = z.object({
  held: z.number().int(),
  owed: z.number().int(),
  wronglyHeld: z.number().int(),
  toStop: z.number().int(),
  undecided: z.number().int(),
})
export type BenefitCounts = z.output<typeof counts>

const whoseBenefits = z.strictObject({
  /** Left out: every benefit of which a register is kept. */
  benefit: code.optional(),
  standing: standing.exclude(['none']),
  villageId: id.optional(),
  /** Only those of whom nothing at all is written down. */
  unexplained: z.boolean().optional(),
  text: z.string().max(100).optional(),
})
export type WhoseBenefits = z.output<typeof whoseBenefits>

const who = {
  recipientId: id,
  name: z.string(),
  gender: z.enum(codesOf(genderLabel)).nullable(),
  age: z.string().nullable(),
  villageId: id.nullable(),
  villageName: z.string(),
  villageGroupName: z.string(),
}

const record = z.object({
  id,
  revision: z.number(),
  benefit: z.string(),
  state,
  from: z.string(),
  to: z.string().nullable(),
  amount: z.number().nullable(),
  certificateNo: z.string().nullable(),
  /** 类别 or 档次 within the benefit, in the office's words. */
  level: z.string().nullable(),
  reason: z.string().nullable(),
  endReason: z.string().nullable(),
})

const benefitRow = z.object({
  ...who,
  benefit: z.string(),
  benefitTitle: z.string(),
  standing,
  /** Why it should or should not be held; it may name illness. */
  reason: sensitive(z.string(), 'health'),
  /** What the rule gives. */
  amount: z.number().nullable(),
  record: record.nullable(),
  /** Of somebody gone: since when and why. */
  gone: z.object({ status: z.enum(codesOf(recipientStatusLabel)), from: z.string() }).nullable(),
})
export type BenefitRow = z.output<typeof benefitRow>

const turning = z.strictObject({
  ages: z
    .array(z.number().int().min(1).max(120))
    .min(1, '至少选一个年龄')
    .max(20)
    .refine((ages) => new Set(ages).size === ages.length, '同一个年龄写了两次'),
  from: day,
  to: day,
  villageId: id.optional(),
})
export type TurningInput = z.output<typeof turning>

const turningRow = z.object({
  ...who,
  /** 周岁 that is reached. */
  turns: z.number().int(),
  /** As exact as the birth date is known. */
  on: z.string(),
  /** What becomes due with it: 高龄津贴 每月50元. */
  due: z.array(z.string()),
})
export type TurningRow = z.output<typeof turningRow>

const bank = sensitive(z.string(), 'bank')
const account = z.object({
  id,
  /** The last digits; in full only through `benefits.showAccount`. */
  account: bank,
  /** Null: the person's own. */
  holder: z.string().nullable(),
  holderRelation: z.string().nullable(),
  bank: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
})

const begin = {
  benefit: code,
  state,
  from: day,
  /** Left out: what the rule gives. */
  amount: amount.optional(),
  /** Required for 未享. */
  reason: optionalText(200),
}

export const benefitsContract = {
  /** 待遇目录 of a day, with how many people of today stand where. */
  'benefits.catalogue': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ day: day.optional() }),
    output: z.array(wordingShape.extend({ own: z.boolean(), counts: counts.nullable() })),
  }),
  /** Every wording a benefit has had or will have, oldest first; the program's own comes first. */
  'benefits.wordings': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({ code }),
    output: z.array(wordingShape),
  }),
  /** What a wording would do to the people on file, before it is saved. */
  'benefits.preview': op({
    kind: 'query',
    right: 'rules.read',
    input: wordingInput,
    output: z.object({ asOf: z.string(), before: counts.nullable(), after: counts }),
  }),
  'benefits.saveWording': op({
    kind: 'command',
    right: 'rules.write',
    input: wordingInput,
    output: z.object({ code: z.string() }),
  }),
  /** The benefit is granted to nobody after `on`; what people hold is stopped by hand. */
  'benefits.end': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ code, on: day }),
    output: z.object({}),
  }),
  /** 应享未享, 已享待核, 待停发 … as a list of people. */
  'benefits.people': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      filter: whoseBenefits,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).optional(),
    }),
    output: z.object({ rows: z.array(benefitRow), total: z.number().int() }),
  }),
  'benefits.export': op({
    kind: 'job',
    right: 'recipients.read',
    input: z.strictObject({ filter: whoseBenefits }),
    output: artifact,
  }),
  /** One person's benefits: what should be, what is, and everything on record. */
  'benefits.person': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ recipientId: id }),
    output: z.object({
      benefits: z.array(
        z.object({
          benefit: z.string(),
          title: z.string(),
          payment: z.enum(codesOf(benefitPaymentLabel)),
          register: z.boolean(),
          standing,
          entitled: z.boolean().nullable(),
          reason: sensitive(z.string(), 'health'),
          missing: z.array(z.string()).readonly(),
          amount: z.number().nullable(),
          record: record.nullable(),
          history: z.array(record),
        }),
      ),
      accounts: z.array(account),
      gone: benefitRow.shape.gone,
    }),
  }),
  /** What holds of a benefit from a day on; the record before ends the day before. */
  'benefits.record': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      recipientId: id,
      ...begin,
      certificateNo: optionalText(60),
      level: optionalText(20),
    }),
    output: z.object({ id }),
  }),
  /** The same for several people at once, all or none. */
  'benefits.recordMany': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ recipientIds: z.array(id).min(1, '请选择人').max(2000), ...begin }),
    output: z.object({ recorded: z.number().int() }),
  }),
  /** Corrects what was written of a record; its days are changed by a new one. */
  'benefits.correct': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, revision, amount, certificateNo: optionalText(60) }),
    output: z.object({}),
  }),
  /** 停发: `on` is the last day of the record. */
  'benefits.stop': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, revision: revision.optional(), on: day, reason }),
    output: z.object({}),
  }),
  /** Everything a person who is gone still holds, stopped on one day. */
  'benefits.stopAll': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ recipientId: id, on: day, reason }),
    output: z.object({ stopped: z.number().int() }),
  }),
  'benefits.void': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** 一卡通: the account into which benefits are paid from a day on. */
  'benefits.saveAccount': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      recipientId: id,
      account: z
        .string()
        .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
        .refine((text) => /^\d{8,30}$/.test(text), '账号应为 8 到 30 位数字'),
      holder: optionalText(60),
      holderRelation: optionalText(20),
      bank: optionalText(60),
      from: day,
    }),
    output: z.object({ id }),
  }),
  /** The account in full: an act of its own that stays on record with its reason. */
  'benefits.showAccount': op({
    kind: 'command',
    right: 'sensitive.read',
    input: z.strictObject({ recipientId: id, reason }),
    output: z.object({ account: bank, holder: z.string().nullable() }),
  }),
  /** 满龄: who turns which age between two days, and what becomes due with it. */
  'benefits.turning': op({
    kind: 'query',
    right: 'recipients.read',
    input: turning,
    output: z.array(turningRow),
  }),
  'benefits.exportTurning': op({
    kind: 'job',
    right: 'recipients.read',
    input: turning,
    output: artifact,
  }),
} as const
