import { z } from 'zod'
import {
  activityMachine,
  type ActivityMove,
  type ActivityState,
} from '../domain/activities/machine'
import { activityKindLabel, activityRoleLabel } from '../domain/activities/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { criteria } from './criteria'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { caseFile, moveInput, pageOf, responsibleInput } from './ledgers'
import { op } from './op'
import { historyEntry } from './recipients'

const kind = z.enum(codesOf(activityKindLabel))
const role = z.enum(codesOf(activityRoleLabel))
const state = z.enum(Object.keys(activityMachine.states) as [ActivityState, ...ActivityState[]])
const text = z.string().nullable()

/** 元, to the 分. */
const money = z
  .number()
  .min(0, '金额不能是负数')
  .max(10_000_000, '金额太大')
  .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6, '金额最多两位小数')

const plan = {
  name: z.string().trim().min(1, '请填写活动名称').max(80, '名称最多 80 字'),
  kind,
  /** What it is one of every year: 重阳. */
  series: optionalText(40),
  /** Null: the whole township's. */
  villageId: id.nullable().default(null),
  /** The day it is planned for. */
  heldOn: day.nullable().default(null),
  time: optionalText(60),
  place: optionalText(100),
  ...responsibleInput,
  purpose: optionalText(1000),
  theme: optionalText(200),
  audience: optionalText(300),
  participants: optionalText(300),
  schedule: optionalText(3000).describe('流程，一行一项'),
  duties: optionalText(3000).describe('分工，一行一项，如 签到：李村主任'),
  cautions: optionalText(3000).describe('注意事项，一行一项'),
}

const sums = z.object({
  /** 元. */
  planned: z.number(),
  /** 元; null while nothing was paid. */
  spent: z.number().nullable(),
  /** Planned less spent; negative where it cost more. */
  left: z.number().nullable(),
})

export const activityRow = z.object({
  id,
  revision,
  name: z.string(),
  kind,
  series: text,
  state,
  villageId: id.nullable(),
  /** 全镇 for the township's own. */
  villageName: z.string(),
  openedOn: z.string(),
  closedOn: text,
  /** The day it is planned for; once held, the day it was. */
  heldOn: text,
  time: text,
  place: text,
  helperId: id.nullable(),
  helperName: text,
  responsible: text,
  theme: text,
  /** Of those the operator may see. */
  invited: z.number().int(),
  present: z.number().int(),
  ...sums.shape,
  /** 元 for each one present; null where nobody came or nothing was paid. */
  costPerPerson: z.number().nullable(),
})
export type ActivityRow = z.output<typeof activityRow>

const line = {
  item: z.string().trim().min(1, '请填写名称').max(60, '名称最多 60 字'),
  quantity: z.number().min(0, '数量不能是负数').max(1_000_000, '数量太大').default(1),
  unit: optionalText(10),
  /** 元 each, as planned. */
  price: money.default(0),
  /** 经费来源. */
  source: optionalText(40),
  /** 元 paid; null while nothing was. */
  spent: money.nullable().default(null),
  paidOn: day.nullable().default(null),
  payee: optionalText(60),
  /** 单据, kind and number. */
  voucher: optionalText(60),
  note: optionalText(200),
}

const budgetLine = z.object({
  id,
  item: z.string(),
  quantity: z.number(),
  unit: text,
  price: z.number(),
  /** quantity × price, 元. */
  planned: z.number(),
  source: text,
  spent: z.number().nullable(),
  paidOn: text,
  payee: text,
  voucher: text,
  note: text,
})

export const activityPerson = z.object({
  id,
  role,
  recipientId: id.nullable(),
  helperId: id.nullable(),
  name: z.string(),
  villageName: text,
  villageGroupName: text,
  unit: text,
  reason: text,
  /** Null while nobody has ticked the list. */
  present: z.boolean().nullable(),
  note: text,
})

const filter = z.strictObject({
  state: z.union([state, z.literal(['open', 'closed'])]).optional(),
  kind: kind.optional(),
  villageId: id.optional(),
  year: z.number().int().min(1990).max(2200).optional(),
  series: z.string().max(40).optional(),
  text: z.string().max(100).optional(),
})
const personIds = z.array(id).min(1, '请选择人员').max(5000)

export const activitiesContract = {
  /** The latest first; what has no day yet before everything else. */
  'activities.list': op({
    kind: 'query',
    right: 'activities.read',
    input: z.strictObject({
      filter: filter.default({}),
      after: z.strictObject({ day: z.string().max(10), id: z.number() }).optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: pageOf(activityRow),
  }),
  'activities.summary': op({
    kind: 'query',
    right: 'activities.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: z.object({
      byState: z.record(state, z.number().int()),
      open: z.number().int(),
      /** Series there are to choose from, by name. */
      series: z.array(z.string()),
    }),
  }),
  'activities.file': op({
    kind: 'query',
    right: 'activities.read',
    input: z.strictObject({ id }),
    output: activityRow.extend({
      purpose: text,
      audience: text,
      participants: text,
      schedule: text,
      duties: text,
      cautions: text,
      outcome: text,
      /** The one it was copied from, where the operator may see it. */
      copiedFrom: z.object({ id, name: z.string() }).nullable(),
      lines: z.array(budgetLine),
      ...caseFile<ActivityMove>(activityMachine.moves),
    }),
  }),
  /** Who is invited and who came; only those the operator may see. */
  'activities.people': op({
    kind: 'query',
    right: 'activities.read',
    input: z.strictObject({ id }),
    output: z.array(activityPerson),
  }),
  /** Who could be invited by these conditions, each with what meets them; nobody twice. */
  'activities.candidates': op({
    kind: 'query',
    right: 'activities.read',
    input: z.strictObject({ id, criteria: criteria.default([]), villageId: id.optional() }),
    output: z.array(
      z.object({
        recipientId: id,
        recipientName: z.string(),
        villageName: text,
        /** Why they meet the conditions; empty without conditions. */
        reasons: z.array(z.string()),
      }),
    ),
  }),
  'activities.history': op({
    kind: 'query',
    right: 'activities.read',
    input: z.strictObject({ id, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(historyEntry),
  }),
  'activities.open': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject(plan),
    output: z.object({ id }),
  }),
  'activities.update': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({ id, revision, ...plan }),
    output: z.object({}),
  }),
  /** Begins another year's from this one: plan, materials and budget; people only when asked. */
  'activities.copy': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({
      id,
      name: plan.name,
      heldOn: plan.heldOn,
      /** Who is still on file is invited again. */
      withPeople: z.boolean().default(false),
    }),
    output: z.object({ id }),
  }),
  /** Makes one move of the machine; 登记举办 sets the day it was, 小结 what came of it. */
  'activities.move': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject(moveInput<ActivityMove>(activityMachine.moves)),
    output: z.object({}),
  }),
  /** Materials and budget as a whole: lines left out are taken away, lines without id are new. */
  'activities.saveLines': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({
      id,
      revision,
      lines: z.array(z.strictObject({ id: id.optional(), ...line })).max(300, '最多 300 行'),
    }),
    output: sums,
  }),
  /** Puts people down; who is there already is only counted. */
  'activities.invite': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({
      id,
      role: role.default('guest'),
      people: z
        .array(z.strictObject({ recipientId: id, reason: optionalText(200) }))
        .max(5000)
        .default([]),
      helperIds: z.array(id).max(500).default([]),
      /** Those on no list, as written. */
      names: z.array(z.string().trim().min(1).max(40)).max(500).default([]),
    }),
    output: z.object({ added: z.number().int(), already: z.number().int() }),
  }),
  /** 到场: null takes a tick back. */
  'activities.attend': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({ id, personIds, present: z.boolean().nullable() }),
    output: z.object({ invited: z.number().int(), present: z.number().int() }),
  }),
  'activities.removePeople': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({ id, personIds, reason }),
    output: z.object({}),
  }),
  'activities.void': op({
    kind: 'command',
    right: 'activities.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** 活动方案 or 活动小结 in Word, from the records as they stand. */
  'activities.paper': op({
    kind: 'job',
    right: 'activities.read',
    input: z.strictObject({ id, paper: z.enum(['plan', 'report']) }),
    output: artifact.extend({ missing: z.array(z.string()) }),
  }),
  /** The ledger as filtered, to Excel. */
  'activities.export': op({
    kind: 'job',
    right: 'activities.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
} as const
