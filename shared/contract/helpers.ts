import { z } from 'zod'
import {
  categoryLabel,
  codesOf,
  genderLabel,
  pairingModeLabel,
  recipientStatusLabel,
} from '../domain/vocabulary'
import { pairingRoleLabel, teamRoleLabel } from '../domain/pairings/vocabulary'
import { standingState } from './compliance'
import { artifact } from './documents'
import { day, dictionaryCode, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'

const helperName = z.string().trim().min(2, '请填写帮扶人姓名').max(30, '姓名最多 30 字')

/** What a form says of a helper. */
export const helperFacts = z.strictObject({
  name: helperName,
  gender: z.enum(codesOf(genderLabel)).nullable().default(null),
  kind: dictionaryCode('helperKind').nullable().default(null),
  unit: optionalText(60),
  post: optionalText(60),
  phones: z.array(z.string().trim().min(1).max(30)).max(5, '最多记 5 个电话').default([]),
  /** What each phone is, in the same order: 手机, 办公室; '' where it was not said. */
  phoneLabels: z.array(z.string().trim().max(10, '最多 10 字')).max(5).default([]),
  /** Where the helper lives or works. */
  villageId: id.nullable().default(null),
  villageGroupId: id.nullable().default(null),
  address: optionalText(100),
  /** Other villages the helper goes to. */
  servedVillageIds: z.array(id).max(100).default([]),
  /** How many people at most; null takes the figure of the kind. */
  capacity: z.number().int().min(0, '不能是负数').max(200, '最多 200 人').nullable().default(null),
  /** First day of service. */
  from: day.nullable().default(null),
  note: optionalText(500),
})
export type HelperFacts = z.output<typeof helperFacts>

const phones = sensitive(z.array(z.string()), 'phone')

const servedVillages = z.array(z.object({ id, name: z.string() }))
/** Calls and visits that the monthly rules ask for the helper's people, and how many are done. */
const thisMonth = z.object({ needed: z.number().int(), done: z.number().int() })

export const helperRow = z.object({
  id,
  name: z.string(),
  gender: z.enum(codesOf(genderLabel)).nullable(),
  /** Pinyin initials, for finding by two letters. */
  initials: z.string(),
  kind: dictionaryCode('helperKind').nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  phones,
  villageId: id.nullable(),
  villageName: z.string().nullable(),
  servedVillages,
  /** Teams the helper is in today. */
  teams: z.array(z.object({ id, name: z.string() })),
  from: z.string().nullable(),
  to: z.string().nullable(),
  leftReason: z.string().nullable(),
  /** How many people at most: the helper's own figure or that of the kind. */
  capacity: z.number().int(),
  /** People on file paired with the helper today. */
  caseload: z.number().int(),
  overdue: z.number().int(),
  due: z.number().int(),
})

/** A pairing as the helper's or the person's side shows it. */
export const pairingRow = z.object({
  id,
  helperId: id,
  helperName: z.string(),
  recipientId: id,
  recipientName: z.string(),
  recipientStatus: z.enum(codesOf(recipientStatusLabel)),
  villageName: z.string().nullable(),
  revision,
  mode: z.enum(codesOf(pairingModeLabel)).nullable(),
  role: z.enum(codesOf(pairingRoleLabel)).nullable(),
  commitment: z.string().nullable(),
  frequency: z.string().nullable(),
  /** Hours a month. */
  hours: z.number().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  /** Why it took the place of another. */
  beginReason: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Whether it holds today. */
  current: z.boolean(),
  /** The person's gravest state today; null for a pairing of the past. */
  state: standingState.nullable(),
})

export type PairingRow = z.output<typeof pairingRow>

/** 承诺: how the helper takes part and what was promised. */
const promise = {
  mode: z.enum(codesOf(pairingModeLabel)).nullable().default(null),
  role: z.enum(codesOf(pairingRoleLabel)).nullable().default(null),
  commitment: optionalText(200),
  frequency: optionalText(60),
  /** Hours a month. */
  hours: z.number().min(0).max(744, '一个月没有这么多小时').nullable().default(null),
}

/** Whom a person goes to. */
export const assignment = z.strictObject({ recipientId: id, helperId: id })

const exported = { serving: z.enum(['now', 'left', 'all']).default('now'), teamId: id.optional() }

const atMost = z.number().int().min(0, '不能是负数').max(200, '最多 200 人')
/** By code of the kind, and `unknown`; a kind that is not named takes the figure of `unknown`. */
const capacities = z
  .record(z.string().min(1).max(60), atMost)
  .refine((given) => Object.keys(given).length <= 200, '身份类别太多')

export const helpersContract = {
  'helpers.list': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({ serving: z.enum(['now', 'left', 'all']).default('now') }),
    output: z.array(helperRow),
  }),
  'helpers.file': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({ id }),
    output: z.object({
      id,
      revision,
      ...helperFacts.omit({ phones: true }).shape,
      phones,
      villageName: z.string().nullable(),
      villageGroupName: z.string().nullable(),
      servedVillages,
      /** The figure in force: the helper's own or that of the kind. */
      effectiveCapacity: z.number().int(),
      caseload: z.number().int(),
      thisMonth,
      /** Every membership there was, the latest first. */
      teams: z.array(
        z.object({
          teamId: id,
          teamName: z.string(),
          role: z.enum(codesOf(teamRoleLabel)),
          from: z.string(),
          to: z.string().nullable(),
        }),
      ),
      to: z.string().nullable(),
      leftReason: z.string().nullable(),
      pairings: z.array(pairingRow),
    }),
  }),
  'helpers.create': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({
      ...helperFacts.shape,
      /** Said yes to “同名同单位的人已经在册”. */
      allowNamesake: z.boolean().default(false),
    }),
    output: z.object({ id }),
  }),
  'helpers.update': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ id, revision, ...helperFacts.shape }),
    output: z.object({}),
  }),
  /** Ends the helper's service and all pairings; whoever stays without a helper is named. */
  'helpers.leave': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({
      id,
      /** The last day of service. */
      on: day,
      reason,
      /** Takes over all of them from the day after. */
      successorId: id.nullable().default(null),
      /** Who takes over whom, where not all go to one; they come before `successorId`. */
      successors: z.array(assignment).max(500).default([]),
    }),
    output: z.object({
      ended: z.number().int(),
      left: z.array(z.object({ recipientId: id, recipientName: z.string() })),
    }),
  }),
  /** Takes up service again; pairings are made anew. */
  'helpers.rejoin': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ id, on: day }),
    output: z.object({}),
  }),
  'pairings.create': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({
      helperId: id,
      recipientIds: z.array(id).min(1, '请选择关爱对象').max(500),
      from: day,
      ...promise,
      /** Ends what other pairings these people have, on the day before. */
      replaceReason: reason.nullable().default(null),
    }),
    output: z.object({ ids: z.array(id), replaced: z.number().int() }),
  }),
  /** Corrects what was promised and in which role; days and people stay. */
  'pairings.update': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ id, revision, ...promise }),
    output: z.object({}),
  }),
  'pairings.end': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(500), on: day, reason }),
    output: z.object({}),
  }),
  'pairings.ofRecipient': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({ recipientId: id }),
    output: z.array(pairingRow),
  }),
  /** People on file whom nobody helps today. */
  'pairings.unhelped': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        recipientId: id,
        recipientName: z.string(),
        initials: z.string(),
        villageId: id.nullable(),
        villageName: z.string().nullable(),
        groupName: z.string().nullable(),
        age: z.string().nullable(),
        categories: z.array(z.enum(codesOf(categoryLabel))),
        /** Who helped last, and until when. */
        lastHelper: z.string().nullable(),
        lastUntil: z.string().nullable(),
      }),
    ),
  }),
  /** How many people a helper of each kind takes at most. */
  'helpers.capacities': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({}),
    output: capacities,
  }),
  'helpers.setCapacities': op({
    kind: 'command',
    right: 'rules.write',
    input: capacities,
    output: z.object({}),
  }),
  /** The helpers, or a team's roster, to Excel; phones are masked whoever asks. */
  'helpers.export': op({
    kind: 'job',
    right: 'helpers.read',
    input: z.strictObject(exported),
    output: artifact,
  }),
  /** The same with phones: an act that stays on record with its reason. */
  'helpers.exportFull': op({
    kind: 'job',
    right: 'sensitive.read',
    input: z.strictObject({ ...exported, reason }),
    output: artifact,
  }),
} as const
