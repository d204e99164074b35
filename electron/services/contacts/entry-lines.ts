import type { StoreContext, WriteContext } from '@db/context'
import { groupBy } from '@db/group-by'
import { addContact, sameContacts } from '@db/repositories/contacts'
import type { RosterPerson } from '@db/repositories/roster'
import {
  addMissed,
  contactsAnswering,
  enteredUnder,
  findLine,
  linesOfSheets,
  missedAnswering,
  sheetsById,
  updateSheet,
  type StoredLine,
} from '@db/repositories/visit-sheets'
import type { contactsContract, EntryLine } from '@shared/contract/contacts'
import { FailureError, failure } from '@shared/contract/failure'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { contactKindLabel } from '@shared/domain/vocabulary'
import type { z } from 'zod'
import { requirePerson } from '../recipients/person'
import { checkVisitor, refuseAfterClosing, refuseFuture } from './checks'
import { checkFollowUp, openFollowUp } from './follow-up'

type Answer = z.output<(typeof contactsContract)['contacts.recordLines']['output']>
type Refusal = Answer['refused'][number]

/** A line that may be entered, with everything it needs. */
interface GoodLine {
  line: EntryLine
  helperId: number | null
  sheetLine: StoredLine | null
}

/**
 * Enters the good lines of a grid as one change set and answers why the others are not. All lines
 * are judged before the first is written. A line whose key was entered before is left alone, so
 * that a grid sent again after a crash counts nothing twice.
 */
export function recordLines(ctx: WriteContext, lines: readonly EntryLine[]): Answer {
  const entered = enteredUnder(
    ctx,
    lines.map(({ key }) => key),
  )
  const answer: Answer = { registered: [], refused: [] }
  const good: GoodLine[] = []
  const told = new Set<string>()
  for (const line of lines) {
    const before = entered.get(line.key)
    if (before) {
      answer.registered.push({ key: line.key, ids: before, already: true })
      continue
    }
    const judged = judge(ctx, line, told)
    if ('message' in judged) answer.refused.push(judged)
    else good.push(judged)
  }
  for (const one of good)
    answer.registered.push({ key: one.line.key, ids: enter(ctx, one), already: false })
  settleSheets(ctx, good)
  return answer
}

/** @param told the contacts of the lines before, so that one grid does not repeat itself. */
function judge(ctx: StoreContext, line: EntryLine, told: Set<string>): GoodLine | Refusal {
  const { key, recipientId, kind, dates, missed, allowSame } = line
  let field: Refusal['field'] = 'recipientId'
  try {
    const person = requirePerson(ctx, recipientId)
    field = 'dates'
    for (const date of dates) {
      refuseFuture(ctx, date, 'dates')
      refuseAfterClosing(person, date)
    }
    field = 'helperId'
    checkVisitor(ctx, line)
    field = 'visitSheetLineId'
    const sheetLine = sheetLineOf(ctx, line)
    field = 'followUp'
    if (missed !== null && line.followUp !== null)
      throw failure('VALIDATION', '没遇到人，发现的问题不能转出，没有登记。请去掉“去向”。')
    checkFollowUp(ctx, line)
    const marks = dates.map((date) => [recipientId, kind, missed !== null, date].join(' '))
    const repeated = dates.find((_, at) => told.has(marks[at]!)) ?? sameBefore(ctx, line)
    if (repeated !== undefined && !allowSame)
      return {
        key,
        field: 'dates',
        message: `${person.name} ${formatPartialDate(repeated)}的${contactKindLabel[kind]}已经登记过`,
        same: true,
      }
    for (const mark of marks) told.add(mark)
    return { line, helperId: visitorOf(line, person), sheetLine }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    return { key, field, message: error.failure.message, same: false }
  }
}

/** The first of the line's days on which the same contact is on record already. */
function sameBefore(ctx: StoreContext, line: EntryLine): string | undefined {
  if (line.missed !== null) return undefined
  return sameContacts(ctx, [line.recipientId], line.kind, line.dates)[0]?.date
}

function visitorOf(
  { helperId, visitor, usualHelper }: EntryLine,
  { helpers }: RosterPerson,
): number | null {
  if (helperId !== null || visitor !== null || !usualHelper) return helperId
  return helpers[0]?.helperId ?? null
}

function sheetLineOf(
  ctx: StoreContext,
  { visitSheetLineId, recipientId }: EntryLine,
): StoredLine | null {
  if (visitSheetLineId === null) return null
  const line = findLine(ctx, visitSheetLineId)
  if (!line || line.recipientId !== recipientId)
    throw failure('NOT_FOUND', '任务单上没有这一行，可能已被更正。请重新打开任务单。')
  const sheet = sheetsById(ctx, [line.visitSheetId]).get(line.visitSheetId)
  if (!sheet || sheet.state === 'cancelled')
    throw failure('CONFLICT', `任务单 ${sheet?.number ?? ''} 已经作废，这一行没有登记。`)
  return line
}

function enter(ctx: WriteContext, { line, helperId, sheetLine }: GoodLine): number[] {
  const { key: entryKey, recipientId, kind, dates, missed, visitor, summary } = line
  const common = { recipientId, kind, helperId, visitor, entryKey }
  const visitSheetLineId = sheetLine?.id ?? null
  if (missed !== null)
    return dates.map((date) =>
      addMissed(ctx, { ...common, visitSheetLineId, date, reason: missed, note: summary }),
    )
  const {
    key: _key,
    dates: _dates,
    usualHelper: _usual,
    missed: _missed,
    followUp,
    allowSame: _same,
    ...findings
  } = line
  const ids = dates.map((date) =>
    addContact(ctx, { ...findings, ...common, visitSheetLineId, date }),
  )
  openFollowUp(ctx, recipientId, { ...line, helperId, followUp }, ids)
  return ids
}

/** A sheet of which something was entered has come back: whole once every line is answered. */
function settleSheets(ctx: WriteContext, good: readonly GoodLine[]): void {
  const ids = new Set(good.flatMap(({ sheetLine }) => sheetLine?.visitSheetId ?? []))
  const sheets = sheetsById(ctx, [...ids])
  const byId = groupBy(linesOfSheets(ctx, [...ids]), ({ visitSheetId }) => visitSheetId)
  for (const [id, lines] of byId) {
    const lineIds = lines.map((line) => line.id)
    const answered = new Set(
      [...contactsAnswering(ctx, lineIds), ...missedAnswering(ctx, lineIds)].map(
        ({ lineId }) => lineId,
      ),
    )
    const isWhole = lineIds.every((lineId) => answered.has(lineId))
    const sheet = sheets.get(id)!
    if (isWhole && sheet.state !== 'back')
      updateSheet(ctx, id, { state: 'back', receivedOn: ctx.today })
    else if (sheet.state === 'out') updateSheet(ctx, id, { state: 'partlyBack' })
  }
}
