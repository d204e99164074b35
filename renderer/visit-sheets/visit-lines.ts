import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import { readDayEntry, type DayEntry } from '@shared/domain/contacts/day-entry'
import { missedReasonLabel, type MissedReason } from '@shared/domain/visit-sheets/vocabulary'
import {
  checkBlockLabel,
  contactKindLabel,
  type CheckBlock,
  type CheckMark,
  type ContactKind,
} from '@shared/domain/vocabulary'
import type { InputOf, OutputOf } from '../api'
import type { FollowUp } from '../contacts/follow-ups'
import { noDetails, sentDetails, type VisitDetails } from '../contacts/VisitDetailsFields'

type Sheet = OutputOf<'visitSheets.read'>['sheets'][number]
export type SheetLine = Sheet['lines'][number]
export type Entry = InputOf<'contacts.recordLines'>['lines'][number]
type Answer = OutputOf<'contacts.recordLines'>
type Refusal = Answer['refused'][number]

export interface GridPerson {
  id: number
  name: string
  /** Village and group, to tell two of a name apart. */
  place: string
  standing: OutputOf<'recipients.lookup'>[number]['standing']
  age: string | null
  /** The others of the home that are on file. */
  housemates: readonly Housemate[]
}

export type Housemate = OutputOf<'recipients.lookup'>[number]['housemates'][number]

/** One line of 录入走访单 as it is being typed; kept as a draft just so. */
export interface VisitLine {
  /** Goes to the core with the line: sent twice, it is entered once. */
  key: string
  sheetLineId: number | null
  person: GridPerson | null
  /** The person was put there by a sheet or a list: the line is nobody's entry until it says more. */
  given: boolean
  kind: ContactKind | null
  /** As typed: `3 10 17`, `昨`. */
  days: string
  checks: Partial<Record<CheckBlock, CheckMark>>
  missed: MissedReason | null
  problem: string
  /** 去向: what the problem becomes. */
  followUp: FollowUp | null
  outcome: string
  summary: string
  details: VisitDetails
  /** Registering was tried: now what is missing is said too. */
  tried: boolean
  refusal: Pick<Refusal, 'field' | 'message' | 'same'> | null
  allowSame: boolean
  /** What is on record for it; such a line is only read. */
  registered: string | null
}

export function emptyLine(person: GridPerson | null = null, given = false): VisitLine {
  return {
    key: crypto.randomUUID(),
    sheetLineId: null,
    person,
    given,
    ...nothingTyped,
    tried: false,
    refusal: null,
    allowSame: false,
    registered: null,
  }
}

const nothingTyped = {
  kind: null,
  days: '',
  checks: {},
  missed: null,
  problem: '',
  followUp: null,
  outcome: '',
  summary: '',
  details: noDetails,
}

/** Whether anything was typed into it. */
export function isTouched(line: VisitLine): boolean {
  if (line.registered !== null) return false
  if (!line.given && line.person !== null) return true
  return (
    line.kind !== null ||
    line.missed !== null ||
    Object.keys(line.checks).length > 0 ||
    [line.days, line.problem, line.outcome, line.summary].some((text) => text.trim() !== '')
  )
}

/** The lines of a sheet in its order, each with what is on record for it or else as drafted. */
export function linesOfSheet(sheet: Sheet, drafted: readonly VisitLine[]): VisitLine[] {
  const byLine = new Map(drafted.map((line) => [line.sheetLineId, line]))
  const own = sheet.lines.map((line): VisitLine => {
    const draft = byLine.get(line.id)
    const registered = registeredWords(line)
    if (draft && registered === null) return { ...draft, registered: null }
    return { ...emptyLine(personOfLine(line), true), sheetLineId: line.id, registered }
  })
  // People who did not stand on the sheet, typed below it.
  return [...own, ...drafted.filter((line) => line.sheetLineId === null)]
}

function registeredWords({ contacts, missed }: SheetLine): string | null {
  const words = [
    ...contacts.map(({ kind, date }) => `${contactKindLabel[kind]} ${shortDay(date)}`),
    ...missed.map(({ reason, date }) => `未遇到（${missedReasonLabel[reason]}）${shortDay(date)}`),
  ]
  return words.length > 0 ? words.join('、') : null
}

export function personOfLine(line: SheetLine): GridPerson {
  return {
    id: line.recipientId,
    name: line.name,
    place: line.villageName + line.villageGroupName,
    standing: line.standing,
    age: line.age,
    housemates: line.housemates,
  }
}

/** `11.3` within a year nobody doubts, else as far as the date is known. */
export function shortDay(date: PartialDate): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/.exec(date) ?? []
  return month && day ? `${Number(month)}.${Number(day)}` : formatPartialDate(date)
}

export const daysOf = (line: VisitLine, today: Day, month: string): DayEntry =>
  readDayEntry(line.days, today, month)

/** What is wrong with a cell, in words; what is only missing is said once registering was tried. */
export function problemOf(
  line: VisitLine,
  field: 'person' | 'kind' | 'days' | 'problem',
  today: Day,
  month: string,
): string | undefined {
  if (line.registered !== null) return undefined
  const refused = line.refusal
  switch (field) {
    case 'person':
      if (refused?.field === 'recipientId' || refused?.field === 'visitSheetLineId')
        return refused.message
      if (refused?.field === 'helperId') return refused.message
      return line.tried && line.person === null ? '写上是谁' : undefined
    case 'kind':
      return line.tried && line.kind === null ? '写上方式' : undefined
    case 'days': {
      const { problems } = daysOf(line, today, month)
      if (problems.length > 0)
        return problems.map(({ text, message }) => `${text}：${message}`).join('；')
      if (refused?.field === 'dates')
        return refused.same && !line.allowSame
          ? `${refused.message}；确实又去了一次按 Ctrl+Y`
          : refused.same
            ? undefined
            : refused.message
      return line.tried && line.days.trim() === '' ? '写上日期' : undefined
    }
    case 'problem':
      if (refused?.field === 'followUp') return refused.message
      return line.followUp != null && line.problem.trim() === '' ? '写明问题才能转出' : undefined
  }
}

/** Whether the line says everything that must be said. */
export function isWhole(line: VisitLine, today: Day, month: string): boolean {
  const tried = { ...line, tried: true, refusal: null }
  return (['person', 'kind', 'days', 'problem'] as const).every(
    (field) => problemOf(tried, field, today, month) === undefined,
  )
}

export interface Visitor {
  helperId: number | null
  visitor: string
}

/** The line as the core takes it; it must be whole. */
export function entryOf(line: VisitLine, by: Visitor, today: Day, month: string): Entry {
  const { details, followUp } = line
  const nobodyNamed = by.helperId === null && by.visitor.trim() === ''
  return {
    key: line.key,
    recipientId: line.person!.id,
    kind: line.kind!,
    dates: daysOf(line, today, month).dates,
    helperId: by.helperId,
    visitor: by.visitor,
    usualHelper: nobodyNamed,
    checks: Object.keys(line.checks).length > 0 ? line.checks : null,
    missed: line.missed,
    problem: line.problem,
    followUp,
    outcome: line.outcome,
    summary: line.summary,
    ...sentDetails(details),
    visitSheetLineId: line.sheetLineId,
    allowSame: line.allowSame,
  }
}

/** 同上: fills what is empty from the line above, but never who it is or what was found. */
export function likeAbove(line: VisitLine, above: VisitLine): VisitLine {
  return {
    ...line,
    kind: line.kind ?? above.kind,
    days: line.days.trim() === '' ? above.days : line.days,
    checks: Object.keys(line.checks).length > 0 ? line.checks : above.checks,
  }
}

/** Who of the home may be recorded with this line; a draft of an earlier version knows nobody. */
export const housematesOf = ({ person }: VisitLine): readonly Housemate[] =>
  person?.housemates ?? []

/** 同户同访: somebody of the home, visited at the same time; a record of their own. */
export function forHousemate(line: VisitLine, { id, name, age }: Housemate): VisitLine {
  const { person, kind, days, checks, missed } = line
  const others = person
    ? [
        { id: person.id, name: person.name, age: person.age },
        ...housematesOf(line).filter((one) => one.id !== id),
      ]
    : []
  const theirs: GridPerson = {
    id,
    name,
    age,
    place: person?.place ?? '',
    standing: 'none',
    housemates: others,
  }
  return { ...emptyLine(theirs), kind, days, checks, missed }
}

/** Takes a line back to where only its person stands. */
export const cleared = (line: VisitLine): VisitLine => ({
  ...line,
  ...nothingTyped,
  tried: false,
  refusal: null,
  allowSame: false,
})

/** A line that is on record and only read. */
export const isLocked = ({ registered }: VisitLine): boolean => registered !== null

/** 同上 for one cell. */
export function copiedCell(line: VisitLine, above: VisitLine, column: string): VisitLine {
  if (column in checkBlockLabel) {
    const { [column as CheckBlock]: mark } = above.checks
    return mark ? { ...line, checks: { ...line.checks, [column]: mark } } : line
  }
  switch (column) {
    case 'kind':
    case 'days':
    case 'missed':
    case 'problem':
    case 'outcome':
    case 'summary':
      return { ...line, [column]: above[column], refusal: null }
    case 'followUp':
      return { ...line, followUp: above.followUp, refusal: null }
    default:
      return line
  }
}

/** The lines after the core has answered: what went in is done with, the rest says why not. */
export function answered(lines: readonly VisitLine[], answer: Answer): VisitLine[] {
  const done = new Set(answer.registered.map(({ key }) => key))
  const reasons = new Map(answer.refused.map((refusal) => [refusal.key, refusal]))
  const left = lines.flatMap((line): VisitLine[] => {
    if (!done.has(line.key)) return [{ ...line, refusal: reasons.get(line.key) ?? line.refusal }]
    // A line of a sheet keeps its place; one that was only typed leaves the grid.
    return line.sheetLineId === null ? [] : [{ ...line, registered: '刚刚登记' }]
  })
  return left.length > 0 ? left : [emptyLine()]
}

/** The lines with those that were taken back, each in its place on the sheet. */
export function putBack(lines: readonly VisitLine[], back: readonly VisitLine[]): VisitLine[] {
  const placed = lines.map(
    (line) =>
      back.find(({ key, sheetLineId }) =>
        sheetLineId === null ? key === line.key : sheetLineId === line.sheetLineId,
      ) ?? line,
  )
  const typed = placed.filter((line) => line.given || isLocked(line) || isTouched(line))
  return [...typed, ...back.filter((line) => !placed.includes(line))]
}
