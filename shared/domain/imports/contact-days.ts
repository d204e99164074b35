import { partialDate, partsOf } from '../calendar/partial-date'
import { readPartialDate, type ReadingOptions } from '../calendar/read-partial-date'
import type { PartialDate } from '../calendar/types'
import { cellText } from '../cell-text'
import type { RowReader } from './row-reader'

/*
 * One line per person and month: the date cell names several days (3、10、17、24), the month stands
 * in a column of its own or in the title. Without a month such days mean nothing and are not guessed.
 */

export type DaysReading =
  /** The cell is an ordinary date. */
  { state: 'plain' } | { state: 'days'; dates: PartialDate[] } | { state: 'bad'; message: string }

/** Days of contacts are typed short; ledgers of the last century are on no disk. */
export const ofContacts: ReadingOptions = { monthDay: true, notBefore: '1990-01-01' }

export function readDays(reader: RowReader): DaysReading {
  const cell = reader.value('contact.date')?.cell
  if (!cell || cell.date) return { state: 'plain' }
  const tokens = cellText(cell.text)
    .replace(
      /(?<=\d[日号]?\s*)\s\d{1,2}[:点时]\d{0,2}分?(\s*[-—~～至]+\s*\d{1,2}[:点时]\d{0,2}分?)?/g,
      '',
    )
    .split(/[\s,，、;；+]+/)
    .filter((token) => token !== '')
  const bare = tokens.filter((token) => dayOf(token) !== null)
  const month = monthOf(reader)
  if (tokens.length < 2 && (month === null || bare.length === 0)) return { state: 'plain' }
  if (bare.length > 0 && month === null)
    return { state: 'bad', message: '只写了几号，没有写是哪年哪月，请写成 2026-03-05 这样' }
  const dates: PartialDate[] = []
  for (const token of tokens) {
    const date = dateOf(reader, token, month)
    if (typeof date !== 'string') return tokens.length < 2 ? { state: 'plain' } : date
    if (!dates.includes(date)) dates.push(date)
  }
  return { state: 'days', dates }
}

function dateOf(
  { context }: RowReader,
  token: string,
  month: PartialDate | null,
): PartialDate | Extract<DaysReading, { state: 'bad' }> {
  const day = dayOf(token)
  const parts = month === null ? null : partsOf(month)
  const spelled = day !== null && parts ? partialDate({ ...parts, day }) : null
  if (day !== null && spelled === null) return { state: 'bad', message: `这个月没有${day}日` }
  const reading = readPartialDate(spelled ?? token, { ...ofContacts, notAfter: context.today })
  if (reading.state === 'ok') return reading.date
  const message = reading.state === 'invalid' ? reading.message : `“${token}”看不出日期`
  return { state: 'bad', message }
}

const dayOf = (token: string): number | null => {
  const day = /^(\d{1,2})[日号]?$/.exec(token)?.[1]
  return day === undefined ? null : Number(day)
}

/** `2026-03`; null where the month or its year is not written. */
function monthOf(reader: RowReader): PartialDate | null {
  const cell = reader.value('contact.month')?.cell
  const { title, year } = reader.context.hints
  const text = cell?.date ?? cellText(cell?.text ?? '')
  const written = text === '' ? cellText(title) : text
  const full = /(\d{4})\s*[年.\-/]\s*(\d{1,2})/.exec(written)
  if (full) return partialDate({ year: Number(full[1]), month: Number(full[2]) })
  const alone = text === '' ? null : /^(\d{1,2})\s*月?(?:份)?$/.exec(written)
  if (!alone) return null
  return year === undefined ? null : partialDate({ year, month: Number(alone[1]) })
}
