import type { StoreContext } from '@db/context'
import { allHelpers } from '@db/repositories/helpers'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { LedgerGroupRow, LedgerPersonRow } from '@shared/contract/compliance-ledger'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import type { LedgerEntry, LedgerResult } from '@shared/domain/cadence/ledger'
import {
  type LedgerYear,
  peopleByResult,
  type PeopleCell,
} from '@shared/domain/cadence/ledger-cells'
import type { Duty } from '@shared/domain/cadence/rules'
import { cellsOf, helpersAt, isOf, type LedgerPlace, ledgerOfYear, villageAt } from './ledger'
import { complianceOf } from './standings'

export interface LedgerFilter extends LedgerPlace {
  year: number
  duty?: Duty
  result?: LedgerResult
  /** 1–12. */
  month?: number
}

/** The year person by person, those who missed most first. */
export function ledgerRows(ctx: StoreContext, filter: LedgerFilter): LedgerPersonRow[] {
  const { year, duty, result, month } = filter
  const { people, duties } = ledgerOfYear(ctx, year)
  const { byId } = complianceOf(ctx)
  const rows: LedgerPersonRow[] = []
  for (const { person, entries } of people) {
    const own = entriesOf(ctx, { person, entries }, filter)
    if (own.length === 0) continue
    const months = cellsOf(own, duties, duty, year)
    if (months.every((cell) => cell === null)) continue
    if (result !== undefined) {
      const asked = month === undefined ? months : [months[month - 1]]
      if (!asked.some((cell) => cell?.result === result)) continue
    }
    rows.push({
      recipientId: person.id,
      recipientName: person.name,
      villageName: person.villageName || null,
      helperName: person.helpers.map(({ helperName }) => helperName).join('、') || null,
      state: byId.get(person.id)?.state ?? 'none',
      months: [...months],
      met: months.filter((cell) => cell?.result === 'met').length,
      asked: months.filter((cell) => cell?.result === 'met' || cell?.result === 'missed').length,
    })
  }
  const missed = ({ asked, met }: LedgerPersonRow): number => asked - met
  return rows.sort((a, b) => missed(b) - missed(a))
}

type OnePerson = ReturnType<typeof ledgerOfYear>['people'][number]

/** The person's windows that count in a place. */
function entriesOf(
  ctx: StoreContext,
  { person, entries }: OnePerson,
  { villageId, helperId }: LedgerPlace,
): readonly LedgerEntry[] {
  if (villageId === undefined && helperId === undefined) return entries
  return entries.filter((entry) => isOf(ctx, person, entry, { villageId, helperId }))
}

/** The year summed over people: by duty, or of one duty (or all) by village or helper. */
export function groupRows(
  ctx: StoreContext,
  by: 'duty' | 'village' | 'helper',
  filter: Pick<LedgerFilter, 'year' | 'villageId' | 'helperId' | 'duty'>,
): LedgerGroupRow[] {
  const { people, duties } = ledgerOfYear(ctx, filter.year)
  const { year } = filter
  const chosen = people.map((one) => ({ one, entries: entriesOf(ctx, one, filter) }))
  if (by === 'duty') {
    return duties.map((duty) =>
      rowOf(
        null,
        dutyLabel[duty],
        duty,
        chosen.map(({ entries }) => cellsOf(entries, duties, duty, year)),
      ),
    )
  }
  const groups = new Map<number | null, LedgerYear[]>()
  for (const { one, entries } of chosen) {
    for (const [key, own] of splitBy(ctx, by, one, entries)) {
      const years = groups.get(key) ?? []
      years.push(cellsOf(own, duties, filter.duty, year))
      groups.set(key, years)
    }
  }
  return namesOf(ctx, by).flatMap(([id, name]) => {
    const years = groups.get(id)
    return years ? [rowOf(id, name, filter.duty ?? null, years)] : []
  })
}

/** A person's windows by the village or helper they count for; two helpers share them. */
function splitBy(
  ctx: StoreContext,
  by: 'village' | 'helper',
  { person }: OnePerson,
  entries: readonly LedgerEntry[],
): Map<number, LedgerEntry[]> {
  const split = new Map<number, LedgerEntry[]>()
  for (const entry of entries) {
    const keys = by === 'village' ? [villageAt(ctx, person, entry)] : helpersAt(ctx, person, entry)
    for (const key of keys) {
      const known = split.get(key)
      if (known) known.push(entry)
      else split.set(key, [entry])
    }
  }
  return split
}

/** Everybody who may have a row, in the order of lists. */
function namesOf(ctx: StoreContext, by: 'village' | 'helper'): [number, string][] {
  return by === 'village'
    ? [
        ...loadVillages(ctx).map((one): [number, string] => [
          one.id,
          villageNameOn(one, ctx.today),
        ]),
        [0, '未分村'],
      ]
    : [[0, '无帮扶人'], ...allHelpers(ctx).map(({ id, name }): [number, string] => [id, name])]
}

function rowOf(
  id: number | null,
  name: string,
  duty: Duty | null,
  years: readonly LedgerYear[],
): LedgerGroupRow {
  const months = peopleByResult(years)
  const total = months.reduce<PeopleCell>(
    (sum, month) => ({
      missed: sum.missed + month.missed,
      open: sum.open + month.open,
      met: sum.met + month.met,
      exempt: sum.exempt + month.exempt,
      late: sum.late + month.late,
    }),
    { missed: 0, open: 0, met: 0, exempt: 0, late: 0 },
  )
  return { id, name, duty, months, total }
}
