import type { CustomField } from '../custom-fields/custom-field'
import { presetDictionaries, type Dictionaries } from '../dictionaries/dictionary'
import type { Day } from '../calendar/types'
import { readContact } from './contact'
import type { DraftOf, ParsedRow } from './draft'
import type { Field, LedgerKind } from './fields'
import type { SheetGrid } from './grid'
import { readPairing } from './pairing'
import { readPerson } from './person'
import { looksLikeVillage, readPlace, VillageNames } from './places'
import { fieldLookup, type SheetRecognition } from './recognise'
import { RowReader, type ReadingContext } from './row-reader'
import type { RowValues } from './row-values'
import { compact, tidy } from './wording'

const readers: { [Kind in LedgerKind]: (reader: RowReader) => DraftOf[Kind] } = {
  people: readPerson,
  pairings: readPairing,
  contacts: readContact,
}

/** Reads one gathered row as its kind of ledger has it. Pure; nothing the row says is lost. */
export function parseRow(values: RowValues, context: ReadingContext): ParsedRow {
  const reader = new RowReader(values, context)
  const draft = readers[context.kind](reader)
  return {
    row: values.rows[0] ?? 0,
    rows: values.rows,
    serial: values.serial,
    draft,
    problems: reader.problems,
  }
}

/** What the rows of a recognised sheet are read with. */
export function contextOf(
  recognition: SheetRecognition,
  villages: VillageNames,
  today: Day,
  dictionaries: Dictionaries = presetDictionaries,
  customFields: readonly CustomField[] = [],
): ReadingContext {
  const { kind, hints, columns } = recognition
  const columnOf = new Map<Field, number>(
    columns.flatMap(({ field, column }) => (field ? [[field, column] as const] : [])),
  )
  const legends = new Map(
    recognition.header.columns.map(({ column, title }) => [column, legendOf(title)]),
  )
  return { today, villages, dictionaries, customFields, hints, kind, columnOf, legends }
}

/** 类别（1.独居 2.空巢）, ①独居②空巢, A独居B空巢, 是否寄宿: what the title says of the answers below it. */
function legendOf(title: string): ReadonlyMap<string, string> {
  const asked = /^是否(\p{Script=Han}{2,6})$/u.exec(compact(title))?.[1]
  if (asked) return new Map(['是', '√', '✓'].map((yes) => [yes, asked]))
  const entries = title.matchAll(/([1-9]\d?|[①-⑨]|[A-J])\s*[.、:：．-]?\s*([\u4e00-\u9fff]{2,10})/g)
  return new Map([...entries].map(([, key = '', word = '']) => [key, word]))
}

/**
 * The office's villages together with the fullest spellings the file itself uses: where 观音桥社区
 * stands in one row, 观音桥 in another means the same. Names of the office come first.
 */
export function villagesOf(
  office: readonly string[],
  sheets: readonly { sheet: SheetGrid; recognition: SheetRecognition }[],
): VillageNames {
  const villages = new VillageNames(office)
  const found = new Map<string, number>()
  for (const { sheet, recognition } of sheets) {
    const fieldOf = fieldLookup(recognition.columns)
    const columns = recognition.columns.filter(
      ({ field }) => field !== null && placeFields.has(field),
    )
    for (const { row, role, village } of recognition.rows) {
      if (village) found.set(village, (found.get(village) ?? 0) + 1)
      if (role !== 'data') continue
      for (const { column } of columns) {
        const text = tidy(sheet.rows[row]?.[column]?.text ?? '')
        const named =
          fieldOf(column) === 'recipient.village' && looksLikeVillage(text)
            ? readPlace(text, villages).village
            : fieldOf(column) === 'recipient.village'
              ? undefined
              : readPlace(text, villages).village
        if (named) found.set(named, (found.get(named) ?? 0) + 1)
      }
    }
    if (recognition.hints.village) found.set(recognition.hints.village, 1)
  }
  const byFrequency = [...found].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  return new VillageNames([
    ...office,
    ...byFrequency.filter((name) => villages.find(name) === undefined),
  ])
}

const placeFields: ReadonlySet<string> = new Set([
  'recipient.village',
  'recipient.place',
  'recipient.address',
  'recipient.registeredAddress',
])
