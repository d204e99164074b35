import { z } from 'zod'
import {
  evacuationKindLabel,
  evacuationOutcomeLabel,
  planStandingLabel,
} from '../domain/evacuations/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { time } from './ledgers'
import { op, sensitive } from './op'

const text = z.string().nullable()
const standing = z.enum(codesOf(planStandingLabel))
const kind = z.enum(codesOf(evacuationKindLabel))
const outcome = z.enum(codesOf(evacuationOutcomeLabel))

/** A field of many plans at once: left out stays as it is, empty is taken away. */
const changed = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多 ${most} 字`)
    .nullable()
    .transform((words) => words || null)
    .optional()

const evacuationPlanShape = z.object({
  id,
  revision,
  helperId: id.nullable(),
  responsible: text,
  phone: sensitive(text, 'phone'),
  assistant: text,
  vehicle: text,
  shelter: text,
  route: text,
  note: text,
  confirmedOn: text,
})

export const evacuationRow = z.object({
  recipientId: id,
  name: z.string(),
  age: text,
  villageId: id.nullable(),
  villageName: z.string(),
  villageGroupName: z.string(),
  phones: sensitive(z.array(z.string()), 'phone'),
  /** Whether they get about by themselves, as far as the file says: 失能、重残. */
  frailty: sensitive(z.array(z.string()), 'health'),
  /** Why they have to be moved. */
  reasons: z.array(z.string()),
  standing,
  /** What the plan still leaves open. */
  gaps: z.array(z.string()),
  /** 转移责任人 and their telephone, wherever it is written. */
  mover: text,
  moverPhone: sensitive(text, 'phone'),
  plan: evacuationPlanShape.nullable(),
})
export type EvacuationRow = z.output<typeof evacuationRow>

const filter = z.strictObject({
  villageId: id.optional(),
  recipientId: id.optional(),
  standing: standing.optional(),
  /** Name, pinyin or initials. */
  text: z.string().max(100).optional(),
})

const tally = { moved: z.number().int(), away: z.number().int(), refused: z.number().int() }

const round = z.object({
  id,
  kind,
  day: z.string(),
  villageId: id.nullable(),
  villageName: text,
  note: text,
  people: z.number().int(),
  ...tally,
})

/** 汛期转移: who lives in danger, who moves them where, and how it went when it had to be done. */
export const evacuationsContract = {
  'evacuations.list': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: z.object({
      rows: z.array(evacuationRow),
      /** How each village stands, whatever standing the rows were asked for. */
      villages: z.array(
        z.object({
          villageId: id.nullable(),
          villageName: z.string(),
          people: z.number().int(),
          byStanding: z.record(standing, z.number().int()),
        }),
      ),
      /** 口径. */
      basis: z.string(),
    }),
  }),
  /** Arranges one transfer or many alike, all or none; who had no plan gets one. */
  'evacuations.plan': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      people: z
        .array(z.strictObject({ recipientId: id, revision: revision.nullable() }))
        .min(1, '请选择人员')
        .max(500),
      helperId: id.nullable().optional(),
      responsible: changed(60),
      phone: changed(40),
      assistant: changed(60),
      vehicle: changed(60),
      shelter: changed(100),
      route: changed(300),
      note: changed(300),
      /** Gone through with the family and the mover on this day. */
      confirmedOn: day.nullable().optional(),
    }),
    output: z.object({ planned: z.number().int() }),
  }),
  'evacuations.voidPlan': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ recipientId: id, reason }),
    output: z.object({}),
  }),
  /** The list to Excel; telephones are masked for who may not read them. */
  'evacuations.export': op({
    kind: 'job',
    right: 'hazards.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
  'evacuations.rounds': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({}),
    output: z.array(round),
  }),
  /** Begins a drill or a real transfer: everybody who stands on the list is to be ticked off. */
  'evacuations.begin': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      kind,
      day,
      villageId: id.nullable().default(null),
      note: optionalText(300),
    }),
    output: z.object({ id, people: z.number().int() }),
  }),
  'evacuations.round': op({
    kind: 'query',
    right: 'hazards.read',
    input: z.strictObject({ id }),
    output: round.extend({
      evacuees: z.array(
        z.object({
          id,
          recipientId: id,
          name: z.string(),
          villageName: z.string(),
          villageGroupName: z.string(),
          mover: text,
          moverPhone: sensitive(text, 'phone'),
          shelter: text,
          outcome: outcome.nullable(),
          time,
          note: text,
        }),
      ),
    }),
  }),
  /** Ticks people off, or takes ticks back (`outcome` null). */
  'evacuations.tick': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({
      id,
      evacueeIds: z.array(id).min(1, '请选择人员').max(2000),
      outcome: outcome.nullable(),
      time,
      note: optionalText(300),
    }),
    output: z.object({ ticked: z.number().int() }),
  }),
  'evacuations.voidRound': op({
    kind: 'command',
    right: 'hazards.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
