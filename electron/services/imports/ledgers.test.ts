import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ParsedRow } from '@shared/domain/imports/draft'
import {
  duplicatesOf,
  understandLedger,
  type UnderstoodLedger,
} from '@shared/domain/imports/ledger'
import type { LedgerKind } from '@shared/domain/imports/fields'
import { readLedger } from './reading'

/*
 * The messy ledgers kept outside the project, each with its truth beside it. They are not part of
 * the repository, so the tests say so and step aside where they are absent.
 */
const sampleFolder = resolve(import.meta.dirname, '../../../../shared/ledgers')
const present = existsSync(sampleFolder)

function open(prefix: string): { ledger: UnderstoodLedger; expected: Record<string, unknown> } {
  const name = readdirSync(sampleFolder).find(
    (file) => file.startsWith(prefix) && !file.endsWith('.json'),
  )
  const { sheets } = readLedger(readFileSync(join(sampleFolder, name ?? '')))
  return {
    ledger: understandLedger(sheets, { today: '2026-11-21', officeVillages: [] }),
    expected: JSON.parse(readFileSync(join(sampleFolder, `${prefix}.expected.json`), 'utf8')),
  }
}

function rowsOf<Kind extends LedgerKind>(ledger: UnderstoodLedger, kind: Kind): ParsedRow<Kind>[] {
  return ledger.sheets.flatMap(({ recognition, rows }) =>
    recognition?.kind === kind ? (rows as ParsedRow<Kind>[]) : [],
  )
}

describe.skipIf(!present)('the sample ledgers (skipped where ../shared/ledgers is absent)', () => {
  test('01: six villages, women and children among elders, some rows without a name', () => {
    const { ledger, expected } = open('01')
    const sheets = ledger.sheets.map(({ recognition, rows }) => ({
      village: recognition?.hints.village,
      rows: rows.length,
      rowsWithoutName: rows.filter(({ problems }) =>
        problems.some((p) => p.code === 'NAME_MISSING'),
      ).length,
    }))
    expect(sheets).toEqual(expected.sheets)
    const people = rowsOf(ledger, 'people')
    expect(
      people.every(({ draft, problems }) => draft.name || problems.some((p) => p.blocking)),
    ).toBe(true)
    const groups = new Set(people.flatMap(({ draft }) => draft.groups))
    expect(groups).toEqual(new Set(['elder', 'woman', 'child', 'extremePoverty']))
    expect(people.every(({ draft }) => /^[一二三四五六]组$/.test(draft.villageGroup ?? ''))).toBe(
      true,
    )
    expect(people.every(({ draft }) => draft.statedAge?.asOf === '2026-03')).toBe(true)
  })

  test('02: every ID number as it is meant, every child, every problem by name', () => {
    const { ledger, expected } = open('02')
    const people = rowsOf(ledger, 'people')
    expect(people).toHaveLength(expected.rows as number)
    const bySerial = new Map(people.map((row) => [Number(row.serial), row]))
    const valid = expected.valid as { row: number; name: string; id: string; children?: number }[]
    for (const { row, name, id, children } of valid) {
      const draft = bySerial.get(row)?.draft
      expect({ row, name: draft?.name, id: draft?.idNumber }).toEqual({ row, name, id })
      if (children !== undefined)
        expect({ row, children: draft?.children.length }).toEqual({ row, children })
      expect(bySerial.get(row)?.problems.filter((p) => p.blocking)).toEqual([])
    }
    const problems = people.flatMap(({ serial, draft, problems: all }) =>
      all
        .filter((problem) => problem.blocking)
        .map(({ code }) => ({
          row: Number(serial),
          name: draft.name,
          kind: code.replace('ID_', ''),
        })),
    )
    const wanted = (expected.problems as { row: number; name: string; kind: string }[]).map(
      ({ row, name, kind }) => ({ row, name, kind }),
    )
    expect(problems).toEqual(wanted)
  })

  test('02: the three people entered twice, one of whom brings the good number', () => {
    const { ledger, expected } = open('02')
    const duplicates = duplicatesOf(ledger.sheets)
    const serials = new Map(
      rowsOf(ledger, 'people').map(({ row, serial }) => [row, Number(serial)]),
    )
    const found = duplicates.map(({ at, of }) => ({
      row: serials.get(at.row),
      of: serials.get(of.row),
    }))
    const wanted = (expected.duplicates as { row: number; of: number }[]).map(({ row, of }) => ({
      row,
      of,
    }))
    expect(found).toEqual(wanted)
    expect(duplicates[0]?.repair?.idNumber).toBe('610999196406147275')
  })

  test('03: a CSV in GB18030 with quotes inside quoted cells', () => {
    const { ledger, expected } = open('03')
    const people = rowsOf(ledger, 'people')
    expect(people.map(({ draft }) => ({ name: draft.name, id: draft.idNumber }))).toEqual(
      expected.people,
    )
    expect(people.every(({ draft }) => draft.village && draft.villageGroup)).toBe(true)
    expect(people.some(({ draft }) => draft.homeAddress?.includes('"老学校"'))).toBe(true)
  })

  test('04: merged helpers reach all their elders', () => {
    const { ledger, expected } = open('04')
    const list = rowsOf(ledger, 'pairings').map(({ draft }) => ({
      helper: draft.helpers[0]?.name,
      recipient: draft.recipient.name,
      id: draft.recipient.idNumber,
    }))
    expect(list).toEqual(expected.list)
    expect(new Set(list.map(({ helper }) => helper)).size).toBe(expected.helpers)
  })

  test('05: kinds of contact, and days that stay without their year', () => {
    const { ledger, expected } = open('05')
    const rows = rowsOf(ledger, 'contacts')
    expect(rows).toHaveLength(expected.rows as number)
    const byKind = expected.byKind as Record<string, number>
    const count = (kind: string) => rows.filter(({ draft }) => draft.kind === kind).length
    expect(count('video')).toBe(byKind['视频'])
    expect(count('phone')).toBe((byKind['电话'] ?? 0) + (byKind['打电话'] ?? 0))
    expect(count('child')).toBe(byKind['子女电话'])
    expect(count('home')).toBe(
      (byKind['上门'] ?? 0) + (byKind['入户'] ?? 0) + (byKind['入户走访'] ?? 0),
    )
    expect(rows.filter(({ draft }) => draft.date?.startsWith('--')).length).toBeGreaterThan(0)
    expect(rows.every(({ draft }) => draft.visitor !== null)).toBe(true)
  })
})
