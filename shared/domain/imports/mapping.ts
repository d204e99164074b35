import { mayRepeat, subjectOf, type Field, type LedgerKind, type Subject } from './fields'
import { readHeader, type Meaning } from './header-meaning'
import type { ColumnTitle, Header } from './header'
import { supportOf, type ColumnProfile } from './shapes'
import { headerKey } from './wording'

/** What the program takes a column for; `field` is null where it does not know. */
export interface ColumnMapping {
  column: number
  field: Field | null
  /** Which child a repeated set of child columns speaks of, from 1. */
  ordinal: number
  /** 0–1. From `certain` up nobody needs to look; below, the screen asks for a glance. */
  confidence: number
}

export const certain = 0.8
const threshold = 0.5
const certainlyNamed = 0.9

/** Chooses a field for every column of a header, so that no two columns claim the same fact. */
export function mapColumns(
  header: Header,
  profiles: readonly ColumnProfile[],
  kind: LedgerKind,
): ColumnMapping[] {
  const { candidates, ofStrangers } = candidatesOf(header, profiles, kind)
  candidates.sort((a, b) => b.score - a.score || a.column - b.column)
  const byColumn = new Map<number, { field: Field; confidence: number }>()
  const taken = new Set<Field>()
  const named = new Set<Field>()
  for (const { column, field, score, guessedOwner } of candidates) {
    if (score < threshold || byColumn.has(column)) continue
    if (taken.has(field) && !mayRepeat(field)) continue
    // Where 子女电话 stands in the table, a bare 电话 is the elder's, wherever it stands.
    if (guessedOwner && named.has(field)) continue
    taken.add(field)
    if (!guessedOwner) named.add(field)
    byColumn.set(column, { field, confidence: Math.min(1, score) })
  }
  claimByValues(header, profiles, byColumn, taken, ofStrangers)
  return withOrdinals(header, byColumn)
}

interface Candidate extends Meaning {
  column: number
}

function candidatesOf(
  header: Header,
  profiles: readonly ColumnProfile[],
  kind: LedgerKind,
): { candidates: Candidate[]; ofStrangers: ReadonlySet<number> } {
  const candidates: Candidate[] = []
  const ofStrangers = new Set<number>()
  let before: Subject = 'recipient'
  for (const { column, title, group } of byHousehold(header.columns, kind)) {
    if (title === '') continue
    const sense = readHeader(title, group, before, kind)
    if (sense.subject === 'stranger' || before === 'stranger') ofStrangers.add(column)
    const profile = profiles[column]
    for (const meaning of sense.meanings) {
      const support = profile ? supportOf(meaning.field, profile) : 0
      candidates.push({ ...meaning, column, score: meaning.score + support })
    }
    before = sense.subject ?? (sense.ownerOnly ? 'recipient' : before)
    if (before === 'record' || before === 'flag') before = 'recipient'
  }
  return { candidates, ofStrangers }
}

/**
 * A table by households names its head and the members. Each row is about a member where the members
 * are named, otherwise about the head: 户主姓名 of somebody who lives alone.
 */
function byHousehold(columns: readonly ColumnTitle[], kind: LedgerKind): readonly ColumnTitle[] {
  const keys = columns.map(({ title }) => headerKey(title))
  const head = keys.findIndex((key) => /^户主(姓名|名字)?$/.test(key))
  if (head < 0) return columns
  // 享受人姓名, 老人姓名: the row is about whoever is named beside the head.
  const named = columns.some(
    ({ title, group }, at) =>
      at !== head &&
      readHeader(title, group, 'recipient', kind).meanings.some(
        ({ field, score }) => field === 'recipient.name' && score >= certainlyNamed,
      ),
  )
  if (named) return columns
  const related = keys.some((key) => /^与户主(的)?关系$/.test(key))
  const members = related ? keys.findIndex((key) => /^家庭成员(姓名|名字)?$/.test(key)) : -1
  const about = members < 0 ? head : members
  return columns.map((column, at) => (at === about ? { ...column, title: '姓名' } : column))
}

/** Values that need no header: an ID number, a sex, one column of names. */
function claimByValues(
  header: Header,
  profiles: readonly ColumnProfile[],
  byColumn: Map<number, { field: Field; confidence: number }>,
  taken: Set<Field>,
  ofStrangers: ReadonlySet<number>,
): void {
  const rules = [
    ['recipient.idNumber', 'idNumber'],
    ['recipient.name', 'name'],
    ['recipient.gender', 'gender'],
    ['recipient.phone', 'phone'],
    ['child.relation', 'relation'],
  ] as const
  for (const [field, shape] of rules) {
    if (taken.has(field)) continue
    const found = header.columns.find(({ column }) => {
      const profile = profiles[column]
      if (byColumn.has(column) || ofStrangers.has(column)) return false
      return profile && profile.telling > 1 && profile.shares[shape] > 0.8
    })
    if (!found) continue
    taken.add(field)
    byColumn.set(found.column, { field, confidence: 0.5 })
  }
}

/** Children's columns repeat as sets: the second 子女姓名 begins the second child. */
function withOrdinals(
  header: Header,
  byColumn: ReadonlyMap<number, { field: Field; confidence: number }>,
): ColumnMapping[] {
  const seen = new Map<Field, number>()
  return header.columns.map(({ column }) => {
    const mapped = byColumn.get(column)
    if (!mapped) return { column, field: null, ordinal: 1, confidence: 0 }
    const ordinal = (seen.get(mapped.field) ?? 0) + 1
    seen.set(mapped.field, ordinal)
    return { column, ...mapped, ordinal: subjectOf(mapped.field) === 'child' ? ordinal : 1 }
  })
}

/**
 * A fingerprint of the header by which a mapping that a clerk corrected is found again. It depends
 * on the words and their order only, not on the sheet, its title or its rows.
 */
export function headerSignature(header: Header): string {
  const words = header.columns.map(({ title, group }) => `${headerKey(group)}>${headerKey(title)}`)
  while (words.at(-1) === '>') words.pop()
  return hash64(words.join('|'))
}

/** FNV-1a, 64 bits: equal headers meet, and a chance meeting of others is out of reach. */
function hash64(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash ^= BigInt(byte)
    hash = BigInt.asUintN(64, hash * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
