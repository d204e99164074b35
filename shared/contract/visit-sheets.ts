import { z } from 'zod'
import { missedReasonLabel, visitSheetStateLabel } from '../domain/visit-sheets/vocabulary'
import { codesOf, contactKindLabel } from '../domain/vocabulary'
import { standingState } from './compliance'
import { day, id, reason, revision } from './fields'
import { housemateShape } from './households'
import { op, sensitive } from './op'

/** 走访任务单: prepared, printed, given out, collected back and typed in. */

const text = z.string().nullable()
const state = z.enum(codesOf(visitSheetStateLabel))

const head = {
  id,
  revision,
  /** `2611-007`. */
  number: z.string(),
  from: z.string(),
  to: z.string(),
  helper: z
    .object({ id, name: z.string(), unit: text, phone: sensitive(text, 'phone') })
    .nullable(),
  villageId: id.nullable(),
  villageName: z.string(),
  preparedOn: z.string(),
  printedOn: text,
  receivedOn: text,
  state,
  note: text,
}

export const visitSheetRow = z.object({
  ...head,
  lines: z.number().int(),
  /** Lines that a contact, or a 未遇到, answers. */
  answered: z.number().int(),
  /** Days since its period ended while something of it is still out; null where nothing is. */
  daysMissing: z.number().int().nullable(),
  /** When the operator last typed into its grid without registering, UTC. */
  draftSavedAt: text,
})
export type VisitSheetRow = z.output<typeof visitSheetRow>

export const visitSheetLine = z.object({
  id,
  position: z.number().int(),
  /** `2611-007-03`. */
  code: z.string(),
  recipientId: id,
  name: z.string(),
  gender: text,
  age: text,
  villageName: z.string(),
  villageGroupName: z.string(),
  address: z.string(),
  phones: sensitive(z.array(z.string()), 'phone'),
  /** The gravest of what is owed to them today. */
  standing: standingState,
  housemates: z.array(housemateShape),
  /** What is owed, in words: 入户 本季 2/3 (done of needed), as printed. */
  owed: z.array(z.object({ state: z.enum(['due', 'overdue']), words: z.string() })).readonly(),
  /** 信息待补: what to ask while there, weightiest first. */
  ask: z.array(z.string()).readonly(),
  /** What the last visit left open. */
  points: sensitive(z.array(z.string()).readonly(), 'health'),
  birthdays: z.array(z.string()).readonly(),
  /** What was entered for it. */
  contacts: z.array(z.object({ id, kind: z.enum(codesOf(contactKindLabel)), date: z.string() })),
  missed: z.array(z.object({ id, reason: z.enum(codesOf(missedReasonLabel)), date: z.string() })),
})
export type VisitSheetLine = z.output<typeof visitSheetLine>

export const visitSheet = z.object({ ...head, lines: z.array(visitSheetLine) })
export type VisitSheet = z.output<typeof visitSheet>

/** Which sheets a period asks for. */
const plan = {
  from: day,
  to: day,
  /** One for each helper and, for people without one, for each village; or one for each village. */
  by: z.enum(['helper', 'village']).default('helper'),
  helperId: id.optional(),
  villageId: id.optional(),
  /** Only people to whom something is due or overdue. */
  onlyOwed: z.boolean().default(true),
}
const ordered = ({ from, to }: { from: string; to: string }): boolean => from <= to
const inOrder = { message: '结束日期不能早于开始日期', path: ['to'] }
const saved = z.array(z.strictObject({ id, revision })).min(1).max(500)

export const visitSheetsContract = {
  /** What preparing would make; sheets of the same period that are out already are named. */
  'visitSheets.plan': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject(plan).refine(ordered, inOrder),
    output: z.array(
      z.object({
        helperId: id.nullable(),
        helperName: text,
        villageId: id.nullable(),
        villageName: z.string(),
        lines: z.number().int(),
        /** The sheet there is already: it is printed again, not prepared twice. */
        existing: z.object({ id, number: z.string() }).nullable(),
      }),
    ),
  }),
  'visitSheets.prepare': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject(plan).refine(ordered, inOrder),
    output: z.object({
      ids: z.array(id),
      /** Prepared before for the same period. */
      existing: z.array(id),
    }),
  }),
  'visitSheets.list': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      /** `open`: something of it is still out; `late`: its period is over as well. */
      state: z.union([state, z.literal('open'), z.literal('late')]).optional(),
      helperId: id.optional(),
      villageId: id.optional(),
      /** Sheets whose period touches this month, `2026-11`. */
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/, '请写年月，如 2026-11')
        .optional(),
      limit: z.number().int().min(1).max(1000).default(500),
    }),
    output: z.array(visitSheetRow),
  }),
  /** Whole sheets, to print, to type in or to look at. */
  'visitSheets.read': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ ids: z.array(id).min(1).max(300) }),
    output: z.object({ centre: z.string(), today: z.string(), sheets: z.array(visitSheet) }),
  }),
  /** By what is printed on it: its number, or the code of one of its lines. */
  'visitSheets.find': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ code: z.string().max(40) }),
    output: z.object({ id, number: z.string(), lineId: id.nullable() }),
  }),
  /** Notes the day of the first print; later ones are reprints of the same sheet. */
  'visitSheets.markPrinted': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(300) }),
    output: z.object({}),
  }),
  /** Ticked off: the paper is back; lines nobody filled in stay unvisited. */
  'visitSheets.receive': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ sheets: saved, on: day }),
    output: z.object({}),
  }),
  'visitSheets.cancel': op({
    kind: 'command',
    right: 'contacts.write',
    input: z.strictObject({ sheets: saved, reason }),
    output: z.object({}),
  }),
} as const
