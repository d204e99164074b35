import type { PartialDate } from '../calendar/types'
import type { RecipientGroup } from '../vocabulary'
import type { CustomField } from '../custom-fields/custom-field'
import { isNamed } from './custom-values'
import { ledgerKindLabel, type Field, type LedgerKind } from './fields'
import type { SheetGrid } from './grid'
import { findHeader, headerAt, type Header } from './header'
import { headerSignature, mapColumns, type ColumnMapping } from './mapping'
import { looksLikeVillage, readPlace, VillageNames } from './places'
import { readRows, type RowReading } from './row-roles'
import { profileColumn, type ColumnProfile } from './shapes'
import { compact, tidy } from './wording'

/** What was understood of one sheet, everything of which a clerk may correct. */
export interface SheetRecognition {
  kind: LedgerKind
  /** Columns without which rows of this kind cannot be read; the clerk must point at them. */
  missing: Field[]
  header: Header
  columns: ColumnMapping[]
  /** Under which a corrected mapping is remembered. */
  signature: string
  rows: RowReading[]
  hints: SheetHints
}

/** What title, subtitle and sheet name say about all rows. */
export interface SheetHints {
  title: string
  village?: string
  year?: number
  /** When the ledger was filled in, as far as it says. */
  filledIn?: PartialDate
  /** The group all people belong to where no column says more: 老年人 → elder. */
  group?: RecipientGroup
}

/** A clerk's own word on a sheet, now or in an earlier file with the same header. */
export interface Correction {
  kind?: LedgerKind
  headerRow?: number
  fields?: Readonly<Record<number, Field | null>>
}

const requiredFields: Record<LedgerKind, readonly Field[]> = {
  people: ['recipient.name'],
  pairings: ['helper.name', 'recipient.name'],
  contacts: ['recipient.name', 'contact.date'],
}

export const kinds = Object.keys(ledgerKindLabel) as LedgerKind[]

/**
 * Recognises a sheet; `undefined` where no header is found, and then the clerk points at one.
 * `recall` gives the mapping a clerk once corrected for a header with this signature.
 */
export function recogniseSheet(
  sheet: SheetGrid,
  known: VillageNames,
  correction: Correction = {},
  recall: (signature: string) => Correction | undefined = () => undefined,
  customFields: readonly CustomField[] = [],
): SheetRecognition | undefined {
  const header =
    correction.headerRow === undefined ? findHeader(sheet) : headerAt(sheet, correction.headerRow)
  if (!header) return undefined
  const signature = headerSignature(header)
  const word = joined(recall(signature), correction)
  const hints = readHints(sheet, header, known)
  const profiles = profileColumns(sheet, header, known)
  const { kind, columns } = chooseKind(header, profiles, hints.title, word.kind)
  const corrected = columns.map((mapping, index) => {
    const field = word.fields?.[mapping.column]
    if (field !== undefined) return { ...mapping, field, confidence: 1 }
    // A column of the office's own field is nothing else, however its name may sound.
    const isOwn = isNamed(header.columns[index]?.title ?? '', customFields)
    return isOwn ? { ...mapping, field: null } : mapping
  })
  const fieldOf = fieldLookup(corrected)
  const rows = readRows(sheet, header, fieldOf, known)
  const mapped = new Set(corrected.map(({ field }) => field))
  const missing = requiredFields[kind].filter((field) => !mapped.has(field))
  return { kind, missing, header, columns: corrected, signature, rows, hints }
}

/** What the clerk says now goes before what was remembered, column by column. */
function joined(remembered: Correction | undefined, now: Correction): Correction {
  const kindStays = now.kind === undefined || now.kind === remembered?.kind
  const fields = { ...(kindStays && remembered?.fields), ...now.fields }
  return { ...remembered, ...now, fields }
}

export function fieldLookup(columns: readonly ColumnMapping[]): (column: number) => Field | null {
  const fields = new Map(columns.map(({ column, field }) => [column, field]))
  return (column) => fields.get(column) ?? null
}

/** Looks at the values only; repeated headers, column numbers and totals would blur them. */
function profileColumns(sheet: SheetGrid, header: Header, known: VillageNames): ColumnProfile[] {
  const rows = readRows(sheet, header, () => null, known)
    .filter(({ role }) => role === 'data')
    .map(({ row }) => sheet.rows[row] ?? [])
  return header.columns.map(({ column }) => profileColumn(rows.map((row) => row[column])))
}

/** How strongly a mapped field speaks for each kind of ledger; what is not named weighs 1. */
const evidence: Record<LedgerKind, Partial<Record<Field, number>>> = {
  people: { 'helper.name': 0.2, 'helper.phone': 0.1, 'helper.unit': 0.1, 'helper.position': 0.1 },
  pairings: { 'helper.name': 4, 'pairing.since': 2, 'pairing.mode': 2, 'helper.unit': 1.5 },
  contacts: {
    'contact.date': 2.5,
    'contact.kind': 3,
    'visitor.name': 2.5,
    'contact.summary': 1.5,
    'contact.problem': 1.5,
    'contact.result': 1.5,
  },
}

const titleEvidence: Record<LedgerKind, RegExp> = {
  people: /信息|台账|名单|花名册|登记|摸底|普查|统计表|调查/,
  pairings: /结对|帮扶(花名册|名册|名单|登记|对子|责任|人员)|包联|包保|联户/,
  contacts: /走访|探访|巡访|联系记录|探视|家访|关爱记录|服务记录/,
}

function chooseKind(
  header: Header,
  profiles: ColumnProfile[],
  title: string,
  decided: LedgerKind | undefined,
): { kind: LedgerKind; columns: ColumnMapping[] } {
  const readings = (decided ? [decided] : kinds).map((kind) => {
    const columns = mapColumns(header, profiles, kind)
    return { kind, columns, score: kindScore(kind, columns, title) }
  })
  return readings.reduce((best, reading) => (reading.score > best.score ? reading : best))
}

function kindScore(kind: LedgerKind, columns: ColumnMapping[], title: string): number {
  const fields = new Set(columns.flatMap(({ field }) => field ?? []))
  const has = (...wanted: Field[]) => wanted.some((field) => fields.has(field))
  if (kind === 'pairings' && !(has('helper.name') && has('recipient.name'))) return -1
  if (kind === 'contacts') {
    const told = [
      has('contact.date'),
      has('contact.kind'),
      has('visitor.name'),
      has('contact.summary', 'contact.problem', 'contact.result'),
    ]
    if (!has('recipient.name', 'recipient.idNumber') || told.filter(Boolean).length < 2) return -1
  }
  let score = kind === 'people' ? 0 : titleEvidence[kind].test(title) ? 3 : 0
  if (kind === 'people' && titleEvidence.people.test(title)) score += 1
  for (const { field, confidence } of columns) {
    if (field) score += (evidence[kind][field] ?? 1) * confidence
    else score -= 0.5
  }
  return score
}

function readHints(sheet: SheetGrid, header: Header, known: VillageNames): SheetHints {
  const lines = sheet.rows
    .slice(0, header.first)
    .flatMap((row) =>
      row.filter((cell) => cell && !cell.copied).map((cell) => tidy(cell?.text ?? '')),
    )
    .filter((line) => line !== '')
  const title = lines.find((line) => !/^[^:：]{2,8}[:：]|^附(件|表)/.test(line)) ?? ''
  const all = [...lines, sheet.name].join(' ')
  const village = hintedVillage(lines, sheet.name, known)
  const filledIn = hintedDate(lines)
  const named = /(20\d{2})\s*年?/.exec(title)?.[1] ?? /(20\d{2})\s*年/.exec(sheet.name)?.[1]
  const year = Number(named ?? filledIn?.slice(0, 4) ?? Number.NaN)
  const group = hintedGroup(all)
  return {
    title: title === '' ? sheet.name : `${title} ${sheet.name}`.trim(),
    ...(village && { village }),
    ...(Number.isFinite(year) && { year }),
    ...(filledIn && { filledIn }),
    ...(group && { group }),
  }
}

/** 填报单位：青石村（盖章）, a title that names one village, or the sheet's own name. */
function hintedVillage(
  lines: string[],
  sheetName: string,
  known: VillageNames,
): string | undefined {
  const unit =
    /(?:单位|村\(社区\)|村\(居\)|村居|村委会|行政村|村别|村|社区)(?:名称|名)?(?:\([^)]*\))?[:：]\s*([^\s:：(（]+)/
  for (const line of lines) {
    const name = unit.exec(line)?.[1]
    const place = name ? readPlace(name, known).village : undefined
    if (place) return place
  }
  const own = known.find(sheetName)
  if (own) return own
  if (looksLikeVillage(sheetName)) return readPlace(sheetName, known).village
  for (const line of lines) {
    const within = known.findWithin(line)
    if (within) return within.village
    const named = withoutTownPrefix(line).match(/[\u4e00-\u9fff]{1,5}?(?:村|社区)(?!民)/g) ?? []
    const villages = new Set(named.filter((name) => !/[农乡各全本在行政]村|村村/.test(name)))
    if (villages.size === 1 && /表|册|台账|名单|记录/.test(line)) return [...villages][0]
  }
  return undefined
}

function withoutTownPrefix(line: string): string {
  return compact(line).replace(/^.*?(镇|乡|街道)(?=.{2})/, '')
}

function hintedDate(lines: string[]): PartialDate | undefined {
  for (const line of lines) {
    const match = /(20\d{2})\s*[年.\-/]\s*(\d{1,2})(?:\s*[月.\-/]\s*(\d{1,2}))?/.exec(line)
    if (!match?.[1] || !match[2]) continue
    const parts = [match[1], match[2].padStart(2, '0'), match[3]?.padStart(2, '0')]
    return parts.filter((part) => part !== undefined).join('-')
  }
  return undefined
}

/** 三留守 names three groups at once and so decides nothing. */
function hintedGroup(text: string): RecipientGroup | undefined {
  if (/三留守/.test(text)) return undefined
  const named = [
    ['elder', /老年人|老人|高龄|空巢/],
    ['woman', /妇女/],
    ['child', /儿童/],
    ['extremePoverty', /特困|五保/],
  ] as const
  const found = named.filter(([, words]) => words.test(text))
  return found.length === 1 ? found[0]?.[0] : undefined
}
