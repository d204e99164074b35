import { z } from 'zod'
import {
  categoryLabel,
  codesOf,
  genderLabel,
  helperKindLabel,
  pairingModeLabel,
  recipientStatusLabel,
} from '../domain/vocabulary'
import { standingState } from './compliance'
import { day, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'

const helperName = z.string().trim().min(2, '请填写帮扶人姓名').max(30, '姓名最多 30 字')

/** What a form says of a helper. */
export const helperFacts = z.strictObject({
  name: helperName,
  gender: z.enum(codesOf(genderLabel)).nullable().default(null),
  kind: z.enum(codesOf(helperKindLabel)).nullable().default(null),
  unit: optionalText(60),
  post: optionalText(60),
  phones: z.array(z.string().trim().min(1).max(30)).max(5, '最多记 5 个电话').default([]),
  villageId: id.nullable().default(null),
  /** First day of service. */
  from: day.nullable().default(null),
  note: optionalText(500),
})
export type HelperFacts = z.output<typeof helperFacts>

const phones = sensitive(z.array(z.string()), 'phone')

export const helperRow = z.object({
  id,
  name: z.string(),
  /** Pinyin initials, for finding by two letters. */
  initials: z.string(),
  kind: z.enum(codesOf(helperKindLabel)).nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  phones,
  villageId: id.nullable(),
  villageName: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  leftReason: z.string().nullable(),
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
  mode: z.enum(codesOf(pairingModeLabel)).nullable(),
  commitment: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Whether it holds today. */
  current: z.boolean(),
  /** The person's gravest state today; null for a pairing of the past. */
  state: standingState.nullable(),
})

export type PairingRow = z.output<typeof pairingRow>

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
      mode: z.enum(codesOf(pairingModeLabel)).nullable().default(null),
      commitment: optionalText(200),
      /** Ends what other pairings these people have, on the day before. */
      replaceReason: reason.nullable().default(null),
    }),
    output: z.object({ ids: z.array(id), replaced: z.number().int() }),
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
} as const
