import { readPartialDate } from '../calendar/read-partial-date'
import { readPhones } from '../identity/phone'
import { readResidentId } from '../identity/resident-id'
import { normaliseName } from '../names/name-text'
import type { Gender, Relation } from '../vocabulary'
import { absenceReasonWords, genderWords, readCode, relationWords } from './codes'
import type { ChildDraft } from './draft'
import { subjectOf, type Field } from './fields'
import { readKin, tellsMore } from './kin-in-words'
import type { RowReader } from './row-reader'
import type { FieldValue } from './row-values'
import { compact, isDitto, isNothing, remembering, splitList, tidy } from './wording'

/**
 * The children of one person. They may stand in one cell (张涛；张强), in repeated columns, or in
 * rows of their own; what belongs together is found by its place in each list.
 */
export function readChildren(reader: RowReader): ChildDraft[] {
  return [...readNamedChildren(reader), ...readAdults(reader)]
}

/** Parents of a child, and a husband who went away: each has columns of their own. */
function readAdults(reader: RowReader): ChildDraft[] {
  const adults = [
    ['father', 'parent', 'male'],
    ['mother', 'parent', 'female'],
    ['spouse', 'spouse', null],
  ] as const
  return adults.flatMap(([who, relation, gender]) => {
    const name = reader.text(`${who}.name`)
    const place = reader.text(`${who}.place`)
    // A spouse of whom no more is known than name and telephone is told by `spouse`.
    if (who === 'spouse' && (place === null || name === null)) return []
    const phones = reader.phones(`${who}.phone`).numbers
    if (name === null) {
      const words = [place, ...phones].filter((word) => word !== null)
      if (words.length > 0)
        reader.remark(`${who === 'father' ? '父亲' : '母亲'}：${words.join('，')}`)
      return []
    }
    const unknown = { idNumber: null, since: null, reason: null, homeVisits: null, note: null }
    return [{ ...unknown, name: normaliseName(name), relation, gender, phones, place }]
  })
}

function readNamedChildren(reader: RowReader): ChildDraft[] {
  const sets = new Map<number, FieldValue[]>()
  for (const value of reader.row.values) {
    if (subjectOf(value.field) !== 'child') continue
    sets.set(value.ordinal, [...(sets.get(value.ordinal) ?? []), value])
  }
  return [...sets.keys()]
    .sort((a, b) => a - b)
    .flatMap((ordinal) => readSet(reader, sets.get(ordinal) ?? []))
}

/** What one row and set of columns says, each field as a list with one entry per child. */
function readSet(reader: RowReader, values: FieldValue[]): ChildDraft[] {
  const cell = values.find(({ field }) => field === 'child.name')?.cell
  const inWords = cell && tellsMore(cell.text) ? readKin(cell.text) : undefined
  if (inWords === null) return unclear(reader, cell?.text ?? '')
  const names = inWords?.map(({ name }) => name) ?? namesOf(values)
  if (names.length === 0) return unnamed(reader, values)
  const parts = (field: Field) => alignedParts(reader, values, field, names.length)
  const relations = parts('child.relation')
  const genders = parts('child.gender')
  const ids = parts('child.idNumber')
  const places = parts('child.place')
  const times = parts('child.since')
  const reasons = parts('child.reason')
  const phones = parts('child.phone')
  const visits = parts('child.visits')
  return names.map((written, i) => {
    const { name, aside } = splitAside(written)
    const told = inWords?.[i]
    const related = relations[i] ?? aside ?? told?.relation ?? ''
    const relation = reader.meaning(related, relationWords, 'relation') ?? null
    const idReading = readResidentId(ids[i] ?? null, reader.context.today)
    const place = said(places[i]) ?? told?.place ?? null
    return {
      name,
      relation,
      gender: readCode(genders[i] ?? '', genderWords) ?? genderOf(relation),
      idNumber: idReading.state === 'valid' ? idReading.id : null,
      phones: phonesOf(reader, phones[i] ?? told?.phone ?? undefined),
      place,
      since: sinceOf(reader, times[i]),
      reason: reader.meaning(reasons[i] ?? '', absenceReasonWords, 'absenceReason') ?? null,
      homeVisits: said(visits[i]),
      note: noteOf(reader, aside, relation, relations[i], reasons[i]),
    }
  })
}

function noteOf(
  reader: RowReader,
  aside: string | undefined,
  relation: Relation | null,
  relationText: string | undefined,
  reasonText: string | undefined,
): string | null {
  const parts = [
    relation === null ? said(relationText) : null,
    aside && reader.meaning(aside, relationWords, 'relation') === undefined ? aside : null,
    said(reasonText),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('；')
}

/** 张涛（长子）: what stands in brackets is usually the relation. */
function splitAside(written: string): { name: string; aside?: string } {
  const match = /^([^(]+)\((.+)\)$/.exec(tidy(written))
  return match?.[1] && match[2]
    ? { name: normaliseName(match[1]), aside: match[2] }
    : { name: normaliseName(written) }
}

function namesOf(values: FieldValue[]): string[] {
  const value = values.find(({ field }) => field === 'child.name')
  const parts = value ? splitList(value.cell.text) : []
  return parts.flatMap(splitByBlanks).filter((name) => !isNothing(name))
}

/** 张涛 张强 are two children, 张  涛 is one. */
function splitByBlanks(text: string): string[] {
  const pieces = text.split(/\s+/)
  return pieces.every((piece) => [...piece].length >= 2) ? pieces : [text]
}

/**
 * The entries of a field beside the names. One entry for several children holds for all of them;
 * any other count cannot be told apart, so it is given to nobody and kept for the clerk.
 */
function alignedParts(
  reader: RowReader,
  values: FieldValue[],
  field: Field,
  count: number,
): (string | undefined)[] {
  const value = values.find((candidate) => candidate.field === field)
  if (!value || compact(value.cell.text) === '') return []
  const listed = field === 'child.phone' ? phoneParts(value) : datedParts(value)
  const spaced = listed.flatMap((part) => part.split(/\s+/))
  const parts = listed.length === 1 && spaced.length === count ? spaced : listed
  if (parts.length === count) return parts.map((part, i) => (isDitto(part) ? parts[i - 1] : part))
  const only = parts.length === 1 ? parts[0] : undefined
  const sharable = only !== undefined && field !== 'child.phone' && field !== 'child.idNumber'
  const message = sharable
    ? `子女 ${count} 人只写了一处“${tidy(value.cell.text)}”，按都相同处理，请核对`
    : `子女 ${count} 人，这一格有 ${parts.length} 项，对不上，未填入，原文在备注`
  reader.note(field, 'CHILDREN_COUNT', message, value.cell.text)
  if (sharable) return Array.from({ length: count }, () => only)
  reader.remark(`子女：${tidy(value.cell.text)}`)
  return only === undefined ? [] : [only]
}

/** 无 keeps its place among the numbers. */
function phoneParts(value: FieldValue): string[] {
  return value.cell.number === undefined ? splitList(value.cell.text) : [String(value.cell.number)]
}

/** A date cell or a number is one entry; 2014/3 in a cell of its own is one date, not two. */
function datedParts(value: FieldValue): string[] {
  const { date, number, text } = value.cell
  if (date) return [date]
  if (number !== undefined) return [String(number)]
  const single = value.field === 'child.since' && readSince(tidy(text)).state === 'ok'
  return single ? [tidy(text)] : splitList(text)
}

function said(part: string | undefined): string | null {
  return part === undefined || isNothing(part) ? null : tidy(part)
}

/** A year or a serial number of Excel stands alone in its cell; anything else is spelled out. */
const readSince = remembering((part) =>
  readPartialDate(/^\d{4,5}(\.\d+)?$/.test(part) ? Number(part) : part),
)

function sinceOf(reader: RowReader, part: string | undefined): ChildDraft['since'] {
  if (part === undefined || isNothing(part)) return null
  const reading = readSince(part)
  if (reading.state === 'ok') return reading.date
  reader.note('child.since', 'DATE', `外出时间“${part}”看不出日期，原文在备注`, part)
  reader.remark(`外出时间：${part}`)
  return null
}

function phonesOf(reader: RowReader, part: string | undefined): string[] {
  if (part === undefined) return []
  // Nearly every cell is a plain mobile number.
  if (/^1[3-9]\d{9}$/.test(part)) return [part]
  return readPhones(part).flatMap((reading) => {
    if (reading.state === 'valid') return [reading.number]
    if (reading.state === 'invalid') {
      reader.note('child.phone', 'PHONE', `子女电话：${reading.message}`, reading.text)
      reader.remark(`子女电话原写“${reading.text}”`)
    }
    return []
  })
}

const genderByRelation: Partial<Record<Relation, Gender>> = {
  son: 'male',
  sonInLaw: 'male',
  daughter: 'female',
  daughterInLaw: 'female',
}

function genderOf(relation: Relation | null): Gender | null {
  return relation ? (genderByRelation[relation] ?? null) : null
}

/** A cell that tells of several people in a way nobody can take apart: kept, and told to the clerk. */
function unclear(reader: RowReader, text: string): ChildDraft[] {
  reader.note('child.name', 'CHILDREN_COUNT', '这一格分不清谁是谁，未填入，原文在备注', text)
  reader.remark(`子女：${tidy(text)}`)
  return []
}

/** A phone or a place with no name still tells that there is a child somewhere. */
function unnamed(reader: RowReader, values: FieldValue[]): ChildDraft[] {
  const words = values
    .filter(({ field, cell }) => field !== 'child.name' && !isNothing(cell.text))
    .map(({ cell }) => tidy(cell.text))
  if (words.length > 0) reader.remark(`子女：${words.join('，')}`)
  return []
}
