import { z } from 'zod'
import { chargedTiers } from '../domain/service-tiers/vocabulary'
import { planPeriodLabel, serviceKindLabel, serviceModeLabel } from '../domain/services/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'

/** 服务: catalogue, providers, plans and records. Every amount is in whole 分. */

const kind = z.enum(codesOf(serviceKindLabel))
const mode = z.enum(codesOf(serviceModeLabel))
const tier = z.enum(chargedTiers).nullable()
const text = z.string().nullable()
export const cents = z.number().int().min(0, '金额不能是负数').max(99_999_999, '金额太大')
const count = z.number().int().min(1, '至少是 1').max(999, '最多是 999')

const price = z.object({
  id,
  from: z.string(),
  to: z.string().nullable(),
  price: cents,
  lowCostPrice: cents,
})

export const serviceItemRow = z.object({
  id,
  revision,
  kind,
  name: z.string(),
  unit: z.string(),
  /** The last day it is offered; null while it is. */
  endedOn: text,
  /** Today's, and null where none was set. */
  price: price.nullable(),
  /** Oldest first. */
  prices: z.array(price),
})
export type ServiceItemRow = z.output<typeof serviceItemRow>

export const serviceProviderRow = z.object({
  id,
  revision,
  mode,
  name: z.string(),
  contactName: text,
  phone: sensitive(text, 'phone'),
  note: text,
  endedOn: text,
})
export type ServiceProviderRow = z.output<typeof serviceProviderRow>

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请写到月，如 2026-11')

export const servicePlanRow = z.object({
  id,
  revision,
  recipientId: id,
  recipientName: z.string(),
  villageName: text,
  villageGroupName: text,
  tier,
  itemId: id,
  itemName: z.string(),
  kind,
  unit: z.string(),
  count: z.number().int(),
  every: z.enum(codesOf(planPeriodLabel)),
  mode,
  providerId: id.nullable(),
  providerName: text,
  from: z.string(),
  to: text,
  note: text,
  /** Units of the month asked for: what the plan promises, and what was recorded. */
  promised: z.number().int(),
  done: z.number().int(),
  /** What the person pays for one unit by the tier of today; null without a price. */
  unitPays: z.number().int().nullable(),
})
export type ServicePlanRow = z.output<typeof servicePlanRow>

const planFacts = {
  itemId: id,
  count,
  every: z.enum(codesOf(planPeriodLabel)),
  mode,
  providerId: id.nullable().default(null),
  from: day,
  to: day.nullable().default(null),
  note: optionalText(200),
}

export const serviceFilter = z.strictObject({
  recipientId: id.optional(),
  villageId: id.optional(),
  itemId: id.optional(),
  kind: kind.optional(),
  mode: mode.optional(),
  providerId: id.optional(),
  from: day.optional(),
  to: day.optional(),
})
export type ServiceFilterInput = z.output<typeof serviceFilter>

export const serviceRecordRow = z.object({
  id,
  recipientId: id,
  recipientName: z.string(),
  villageName: text,
  date: z.string(),
  /** When it was typed in, UTC. */
  enteredAt: z.string(),
  itemId: id,
  itemName: z.string(),
  kind,
  unit: z.string(),
  quantity: z.number().int(),
  mode,
  providerId: id.nullable(),
  providerName: text,
  tier,
  amount: cents,
  personPays: cents,
  voucherPays: cents,
  subsidy: cents,
  vouchers: z.array(z.string()),
  note: text,
})
export type ServiceRecordRow = z.output<typeof serviceRecordRow>

const sums = z.object({
  count: z.number().int(),
  quantity: z.number().int(),
  people: z.number().int(),
  amount: z.number().int(),
  personPays: z.number().int(),
  voucherPays: z.number().int(),
  subsidy: z.number().int(),
})

/** Where a page ended: its last day and record. */
const cursor = z.strictObject({ day: z.string().max(10), id })

const serviceEntry = z.strictObject({
  itemId: id,
  date: day,
  mode,
  providerId: id.nullable().default(null),
  lines: z
    .array(
      z.strictObject({
        recipientId: id,
        quantity: count.default(1),
        /** Instead of what the tier says. */
        personPays: cents.nullable().default(null),
        /** Numbers handed in; `usual`: whole vouchers of the person's, the first to expire first. */
        vouchers: z
          .union([z.literal('usual'), z.array(z.string().trim().min(1).max(40)).max(50)])
          .default([]),
        note: optionalText(200),
      }),
    )
    .min(1, '还没有勾选人')
    .max(1000, '一次最多 1000 人'),
  /** Said yes to “这一天已经登记过”. */
  allowSame: z.boolean().default(false),
})
export type ServiceEntry = z.output<typeof serviceEntry>

export const servicesContract = {
  'services.catalogue': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(serviceItemRow), providers: z.array(serviceProviderRow) }),
  }),
  /** The usual items, for an office that has none: those it has by name are left alone. */
  'services.adoptPreset': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({}),
    output: z.object({ added: z.number().int() }),
  }),
  'services.saveItem': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({
      /** Left out for a new one; `revision` goes with it. */
      id: id.optional(),
      revision: revision.optional(),
      kind,
      name: z.string().trim().min(1, '请填写项目名称').max(30, '最多 30 字'),
      unit: z.string().trim().min(1, '请填写单位，如 次').max(10, '最多 10 字'),
      endedOn: day.nullable().default(null),
    }),
    output: z.object({ id }),
  }),
  /** The price from a day on; days before keep theirs, and records keep their amounts. */
  'services.setPrice': op({
    kind: 'command',
    right: 'rules.write',
    input: z
      .strictObject({ itemId: id, from: day, price: cents, lowCostPrice: cents })
      .refine((one) => one.lowCostPrice <= one.price, {
        message: '低偿价不能高于价格',
        path: ['lowCostPrice'],
      }),
    output: z.object({}),
  }),
  'services.saveProvider': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({
      id: id.optional(),
      revision: revision.optional(),
      mode,
      name: z.string().trim().min(1, '请填写名称').max(60, '最多 60 字'),
      contactName: optionalText(30),
      phone: optionalText(40),
      note: optionalText(200),
      endedOn: day.nullable().default(null),
    }),
    output: z.object({ id }),
  }),
  /** 计划与完成 of a month, by person and item. */
  'services.plans': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({
      month: month.optional(),
      recipientId: id.optional(),
      villageId: id.optional(),
      itemId: id.optional(),
      /** `short`: less done than promised. */
      state: z.enum(['short', 'met']).optional(),
    }),
    output: z.object({
      month: z.string(),
      promised: z.number().int(),
      done: z.number().int(),
      rows: z.array(servicePlanRow),
    }),
  }),
  'services.addPlan': op({
    kind: 'command',
    right: 'services.write',
    input: z.strictObject({
      recipientIds: z.array(id).min(1, '请选择关爱对象').max(500),
      ...planFacts,
    }),
    output: z.object({ ids: z.array(id) }),
  }),
  'services.updatePlan': op({
    kind: 'command',
    right: 'services.write',
    input: z.strictObject({ id, revision, ...planFacts }),
    output: z.object({}),
  }),
  'services.voidPlan': op({
    kind: 'command',
    right: 'services.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** 名单录入: whom a list of one item on one day can be about, with what each would pay. */
  'services.candidates': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({
      itemId: id,
      date: day,
      villageId: id.optional(),
      /** Only those whose plan has the item on that day. */
      planned: z.boolean().default(false),
    }),
    output: z.object({
      price: z.object({ price: cents, lowCostPrice: cents }).nullable(),
      rows: z.array(
        z.object({
          recipientId: id,
          name: z.string(),
          initials: z.string(),
          villageName: text,
          villageGroupName: text,
          tier,
          planned: z.boolean(),
          /** Has a record of the item on that day. */
          recorded: z.boolean(),
          unitPays: cents.nullable(),
          /** Vouchers the person has that pay for the item on that day. */
          vouchers: z.array(z.object({ number: z.string(), faceValue: cents })),
        }),
      ),
    }),
  }),
  /** One item on one day for a list of people: all of them are recorded or none. */
  'services.record': op({
    kind: 'command',
    right: 'services.write',
    input: serviceEntry,
    output: z.object({ ids: z.array(id), sums }),
  }),
  'services.list': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({
      filter: serviceFilter.default({}),
      after: cursor.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(serviceRecordRow), next: cursor.nullable() }),
  }),
  'services.summary': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({ filter: serviceFilter.default({}) }),
    output: sums,
  }),
  /** Hides records typed by mistake; vouchers that paid for them are the people's again. */
  'services.void': op({
    kind: 'command',
    right: 'services.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(500), reason }),
    output: z.object({}),
  }),
  'services.export': op({
    kind: 'job',
    right: 'services.read',
    input: z.strictObject({ filter: serviceFilter.default({}) }),
    output: artifact,
  }),
} as const
