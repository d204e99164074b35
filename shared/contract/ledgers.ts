import { z } from 'zod'
import { caseEntities } from '../domain/ledgers/registry'
import type { Machine } from '../domain/ledgers/machine'
import { stepOutcomeLabel } from '../domain/ledgers/steps'
import { codesOf } from '../domain/vocabulary'
import { day, id, optionalText, revision } from './fields'
import { op, sensitive } from './op'
import { historyEntry } from './recipients'

/** The shapes that every ledger of cases shares: its list, its cases, their dated steps. */

/** `HH:MM` on the office's clock. */
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30 这样')
  .nullish()
  .transform((text) => text ?? null)

/** When a step was done, by whom and how. */
export const stepInput = {
  day,
  time,
  helperId: id.nullable().default(null),
  /** Who did it as written, where it is no helper on file. */
  by: optionalText(60),
  how: optionalText(60),
  toWhom: optionalText(60),
  note: optionalText(1000),
}

/** Who is responsible for a case: a helper on file, or a department or name as written. */
export const responsibleInput = {
  helperId: id.nullable().default(null),
  responsible: optionalText(60),
}

const text = z.string().nullable()

export const caseStepShape = z.object({
  id,
  revision,
  step: z.string(),
  /** What the step is called: 分派, 通知子女. */
  label: z.string(),
  outcome: z.enum(codesOf(stepOutcomeLabel)),
  day: z.string(),
  time: text,
  helperId: id.nullable(),
  helperName: text,
  by: text,
  how: text,
  toWhom: text,
  note: sensitive(text, 'health'),
  /** When it was typed in, UTC, and by which operator. */
  enteredAt: z.string(),
})
export type CaseStepShape = z.output<typeof caseStepShape>

type States<State extends string> = Pick<Machine<State, string>, 'states'>

const stateOf = <State extends string>({ states }: States<State>) =>
  z.enum(Object.keys(states) as [State, ...State[]])

/** What every line of a ledger shows. */
export const caseRow = <State extends string>(machine: States<State>) => ({
  id,
  revision,
  recipientId: id,
  recipientName: z.string(),
  villageName: text,
  state: stateOf(machine),
  openedOn: z.string(),
  closedOn: text,
  dueOn: text,
  /** Open and past its day. */
  overdue: z.boolean(),
  /** Days from opening to closing, or to today. */
  ageDays: z.number().int(),
  helperId: id.nullable(),
  helperName: text,
  responsible: text,
})

/** Which cases; what is left out does not restrict. */
export const caseFilter = <State extends string>(machine: States<State>) => ({
  recipientId: id.optional(),
  villageId: id.optional(),
  state: z.union([stateOf(machine), z.literal(['open', 'closed'])]).optional(),
  helperId: id.optional(),
  /** Only the open ones past their day. */
  overdue: z.boolean().optional(),
  /** Name, pinyin or initials of the person, or words of the case. */
  text: z.string().max(100).optional(),
})

const cursor = z.strictObject({ day: z.string().max(10), id: z.number() })

/** A page of a ledger; `due` lists open cases, the most pressing first. */
export const casePage = {
  order: z.enum(['opened', 'due']).default('opened'),
  after: cursor.optional(),
  limit: z.number().int().min(1).max(500).default(100),
}
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: cursor.nullable() })

/** How the ledger stands: its cases by state, overdue ones, and how old the open ones are. */
export const ledgerSummary = <State extends string>(machine: States<State>) =>
  z.object({
    byState: z.record(stateOf(machine), z.number().int()),
    open: z.number().int(),
    overdue: z.number().int(),
    /** Days since the oldest open case was opened; null where none is open. */
    oldestDays: z.number().int().nullable(),
    /** 口径. */
    basis: z.string(),
  })

/** A case's own page besides its facts: its steps, and what can be done now. */
export const caseFile = <Name extends string>(moves: Readonly<Record<Name, unknown>>) => ({
  steps: z.array(caseStepShape),
  moves: z.array(z.enum(Object.keys(moves) as [Name, ...Name[]])),
})

export const moveInput = <Name extends string>(moves: Readonly<Record<Name, unknown>>) => ({
  id,
  revision,
  move: z.enum(Object.keys(moves) as [Name, ...Name[]]),
  ...stepInput,
})

const entity = z.enum(caseEntities)

/** Something that happened with a person on a day. */
const happening = z.object({
  /** The table its record stands in, and its id there; a step's is that of its case. */
  entity: z.string(),
  id,
  day: z.string(),
  /** What happened: 入户走访, 需求 · 办结. */
  title: z.string(),
  by: text,
  words: sensitive(text, 'health'),
})
export type Happening = z.output<typeof happening>

export const ledgersContract = {
  /** Who changed what of a case, when, from what to what. */
  'ledgers.history': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ entity, id, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(historyEntry),
  }),
  /** All that happened with a person, the latest first: visits, cases and their steps, reviews. */
  'ledgers.timeline': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      recipientId: id,
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: z.array(happening),
  }),
} as const
