import { earliestDay, formatPartialDate, latestDay } from '../calendar/partial-date'
import { readPhones } from '../identity/phone'
import { readResidentId } from '../identity/resident-id'
import { normaliseName } from '../names/name-text'
import { genderWords, helperKindWords, pairingModeWords } from './codes'
import type { HelperDraft, PairingDraft } from './draft'
import { pointerOnly, readPointer } from './pointer'
import { readChain } from './entitlements'
import { readNumber } from './further-facts'
import type { RowReader } from './row-reader'
import { isNothing, splitList, tidy } from './wording'

/** One row of a pairing register: who helps whom, since when. */
export function readPairing(reader: RowReader): PairingDraft {
  const helpers = readHelpers(reader)
  const recipient = pointerOnly(readPointer(reader))
  const mode = reader.code('pairing.mode', pairingModeWords)
  const span = readSpan(reader)
  checkSpan(reader, span)
  return {
    helpers,
    recipient,
    ...span,
    mode: mode ?? (helpers.length > 1 ? 'manyToOne' : null),
    commitment: reader.text('pairing.commitment'),
    frequency: reader.text('pairing.frequency'),
    hours: readNumber(reader, 'pairing.hours'),
    chain: readChain(reader),
    remark: reader.remarks(),
  }
}

/** One helper, or several in one cell whose phones stand in the same order. */
function readHelpers(reader: RowReader): HelperDraft[] {
  const cell = reader.value('helper.name')?.cell
  const names = splitList(cell?.text ?? '').filter((name) => !isNothing(name))
  if (names.length === 0) {
    reader.block('helper.name', 'HELPER_MISSING', '没有帮扶人，请补上或不导入这一行')
    return []
  }
  const phoneCell = reader.value('helper.phone')?.cell
  const phones = readPhones(phoneCell ? (phoneCell.number ?? phoneCell.text) : null)
  for (const phone of phones)
    if (phone.state === 'invalid') {
      reader.note('helper.phone', 'PHONE', `帮扶人电话：${phone.message}`, phone.text)
      reader.remark(`帮扶人电话原写“${phone.text}”`)
    }
  const valid = phones.flatMap((phone) => (phone.state === 'valid' ? [phone] : []))
  const labels = valid.map(({ note }) => note ?? '')
  const numbers = phones.map((phone) => (phone.state === 'valid' ? phone.number : null))
  const single = names.length === 1
  if (!single && numbers.length > 0 && numbers.length !== names.length)
    reader.note(
      'helper.phone',
      'PHONE',
      `帮扶人 ${names.length} 人，电话 ${numbers.length} 个，对不上，未填入`,
      phoneCell?.text,
    )
  const unit = unitOf(reader)
  return names.map((name, i) => ({
    name: normaliseName(name),
    gender: single ? reader.code('helper.gender', genderWords) : null,
    kind: readKind(reader),
    ...unit,
    phones: single
      ? valid.map(({ number }) => number)
      : numbers.length === names.length
        ? [numbers[i] ?? []].flat()
        : [],
    phoneLabels: single && labels.some((label) => label !== '') ? labels : [],
    capacity: single ? readNumber(reader, 'helper.capacity') : null,
    serves: single ? splitList(reader.text('helper.serves') ?? '') : [],
    idNumber: single ? helperId(reader) : null,
    address: single ? reader.text('helper.address') : null,
  }))
}

/** The stated kind; 村医 or 党员 in the post says it too. */
function readKind(reader: RowReader): HelperDraft['kind'] {
  const stated = reader.code('helper.kind', helperKindWords, 'helperKind')
  if (stated) return stated
  const post = [reader.text('helper.unit'), reader.text('helper.position')].join('')
  const implied = post === '' ? undefined : reader.meaning(post, helperKindWords, 'helperKind')
  return implied === 'other' ? null : (implied ?? null)
}

/** 民政所 干事 in one column of 单位及职务 is unit and post. */
function unitOf(reader: RowReader): Pick<HelperDraft, 'unit' | 'position'> {
  const unit = reader.text('helper.unit')
  const position = reader.text('helper.position')
  if (unit === null || position !== null) return { unit, position }
  const parts = tidy(unit).split(/[\s/、]/)
  const [first, ...rest] = parts
  return rest.length > 0 && first
    ? { unit: first, position: rest.join(' ') }
    : { unit, position: null }
}

function helperId(reader: RowReader): string | null {
  const cell = reader.value('helper.idNumber')?.cell
  if (!cell) return null
  const reading = readResidentId(cell.number ?? cell.text, reader.context.today)
  if (reading.state === 'valid') return reading.id
  if (reading.state === 'invalid')
    reader.note(
      'helper.idNumber',
      `ID_${reading.problem}`,
      `帮扶人身份证号：${reading.message}`,
      cell.text,
    )
  return null
}

/** 2025年3月至今 and 2025.3-2026.3 stand in one cell; the second half is the end. */
function readSpan(reader: RowReader): Pick<PairingDraft, 'since' | 'until'> {
  const until = reader.date('pairing.until').date
  const value = reader.value('pairing.since')
  const range = /^(.+?)\s*(?:至|到|～|~|—{1,2}|--|－|-(?=(?:19|20)\d{2}))\s*(.+)$/.exec(
    value?.cell.text ?? '',
  )
  if (!value || !range?.[1] || value.cell.date)
    return { since: reader.date('pairing.since').date, until }
  const openEnded = /今|长期|目前/.test(range[2] ?? '')
  const since = reader.dateOf('pairing.since', range[1])
  return {
    since,
    until: openEnded ? until : (reader.dateOf('pairing.since', range[2] ?? '') ?? until),
  }
}

/** 2026.3 至 2025.3: one of the two is a slip of the pen, and only the clerk can say which. */
function checkSpan(
  reader: RowReader,
  { since, until }: Pick<PairingDraft, 'since' | 'until'>,
): void {
  const begins = since && earliestDay(since)
  const ends = until && latestDay(until)
  if (!begins || !ends || ends >= begins) return
  reader.block(
    reader.has('pairing.until') ? 'pairing.until' : 'pairing.since',
    'DATE',
    `结束时间 ${formatPartialDate(until)} 早于结对时间 ${formatPartialDate(since)}，请改正其中一个`,
    until,
  )
}
