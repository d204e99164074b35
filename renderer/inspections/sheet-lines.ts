import { addDays } from '@shared/domain/calendar/days'
import { readPartialDate } from '@shared/domain/calendar/read-partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { findingMachine } from '@shared/domain/inspections/machine'
import type { ItemMark, Severity } from '@shared/domain/inspections/vocabulary'
import type { InputOf, OutputOf } from '../api'

export type Sheet = OutputOf<'inspections.sheet'>
type Entry = InputOf<'inspections.enterSheet'>
type DaysToMend = OutputOf<'inspections.standards'>['days']

/** One item of the sheet as it is typed, or a problem that stands under no item. */
export interface SheetLine {
  key: string
  /** Null for a problem under no item. */
  item: { section: string; text: string } | null
  /** What was registered for it before, in words. */
  known: readonly string[]
  mark: ItemMark | null
  content: string
  severity: Severity
  measure: string
  responsible: string
  /** As typed; empty stands for the office's days. */
  due: string
}

export const emptyLine = (key: string, item: SheetLine['item']): SheetLine => ({
  key,
  item,
  known: [],
  mark: null,
  content: '',
  severity: 'minor',
  measure: '',
  responsible: '',
  due: '',
})

/** A problem that stands under no item. */
export const extraLine = (): SheetLine => ({
  ...emptyLine(`extra ${crypto.randomUUID()}`, null),
  mark: 'problem',
})

/** The sheet's items in their order, each as drafted or else as it was typed in before. */
export function linesOf(sheet: Sheet, drafted: readonly SheetLine[]): SheetLine[] {
  const standing = sheet.findings.filter(({ state }) => !findingMachine.states[state].dropped)
  const drafts = new Map(drafted.map((line) => [line.key, line]))
  const own = sheet.items.map(({ key, section, text }): SheetLine => {
    const fresh = drafts.get(key) ?? {
      ...emptyLine(key, { section, text }),
      mark: sheet.results.find((one) => one.key === key)?.mark ?? null,
    }
    const known = standing
      .filter(({ itemKey }) => itemKey === key)
      .map(({ content, state }) => `${content}（${findingMachine.states[state].label}）`)
    return { ...fresh, item: { section, text }, known }
  })
  const extra = drafted.filter(({ item }) => item === null)
  return [...own, ...(extra.length > 0 ? extra : [extraLine()])]
}

/** Whether the line says that something has to be mended that is not yet on record. */
export const isNewProblem = (line: SheetLine): boolean =>
  line.mark === 'problem' && line.content.trim() !== ''

/** By when it has to be mended: as typed, counted on from the visit where no year was. */
export function dueOf(line: SheetLine, visitedOn: Day): { day: Day | null; trouble?: string } {
  const typed = line.due.trim()
  if (typed === '') return { day: null }
  const reading = readPartialDate(typed, { monthDay: true })
  if (reading.state !== 'ok') return { day: null, trouble: '写成 12.5 或 2026-12-05 这样' }
  const { date } = reading
  const year = Number(visitedOn.slice(0, 4))
  const day = !date.startsWith('--')
    ? date
    : `${year}${date.slice(1)}` >= visitedOn
      ? `${year}${date.slice(1)}`
      : `${year + 1}${date.slice(1)}`
  if (day.length !== 10) return { day: null, trouble: '请写到哪一天' }
  return day < visitedOn ? { day, trouble: '早于到村日期' } : { day }
}

/** The day that stands where the clerk writes none. */
export const usualDue = ({ severity }: SheetLine, visitedOn: Day, days: DaysToMend): string =>
  visitedOn === '' ? '' : addDays(visitedOn, days[severity])

/** What is wrong with a line before it can be registered, in words. */
export function problemOf(line: SheetLine, field: 'content' | 'due', visitedOn: Day) {
  if (line.mark !== 'problem') return undefined
  if (field === 'due') return isNewProblem(line) ? dueOf(line, visitedOn).trouble : undefined
  const isNeeded = line.item !== null && line.known.length === 0 && line.content.trim() === ''
  return isNeeded ? '写明问题' : undefined
}

/** The lines as the core takes them. */
export function entryOf(
  lines: readonly SheetLine[],
  visitedOn: Day,
): Pick<Entry, 'results' | 'findings'> {
  return {
    results: lines.flatMap(({ key, item, mark }) =>
      item === null || mark === null ? [] : [{ key, mark }],
    ),
    findings: lines.filter(isNewProblem).map((line) => ({
      itemKey: line.item === null ? null : line.key,
      content: line.content,
      severity: line.severity,
      measure: line.measure,
      responsible: line.responsible,
      dueOn: dueOf(line, visitedOn).day,
    })),
  }
}
