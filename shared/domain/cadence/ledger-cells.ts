import { monthOf, yearOf } from '@shared/domain/calendar/days'
import { type LedgerEntry, type LedgerResult, ledgerResults } from './ledger'
import type { Duty } from './rules'

/** One month of one person's ledger, for one duty or for all of them. */
export interface LedgerCell {
  /** The gravest of what the cell sums up. */
  readonly result: LedgerResult
  /** Contacts of one duty, or duties of all; nothing done beyond the need is counted. */
  readonly needed: number
  readonly done: number
  /** Contacts typed in after their window had closed. */
  readonly late: number
}

/** January to December; null where nothing was asked. */
export type LedgerYear = readonly (LedgerCell | null)[]

const graver = (one: LedgerResult, other: LedgerResult): LedgerResult =>
  ledgerResults.indexOf(one) < ledgerResults.indexOf(other) ? one : other

function sum(one: LedgerCell, other: LedgerCell): LedgerCell {
  return {
    result: graver(one.result, other.result),
    needed: one.needed + other.needed,
    done: one.done + other.done,
    late: one.late + other.late,
  }
}

/**
 * A year of one duty. A window stands in the month it ends in: a quarter in its last month, several
 * weeks in one. Where a duty is asked for in two ways (each month and each week) they are not added
 * up, for the same contacts meet both: the graver one stands, and of equals the one that asks more.
 */
export function yearOfDuty(entries: readonly LedgerEntry[], duty: Duty, year: number): LedgerYear {
  const months = Array.from({ length: 12 }, () => new Map<string, LedgerCell>())
  for (const entry of entries) {
    if (entry.duty !== duty || yearOf(entry.to) !== year) continue
    const ways = months[monthOf(entry.to) - 1]!
    const way = `${entry.period} ${entry.kinds.join()}`
    const { result, needed, done, late } = entry
    const cell = { result, needed, done: Math.min(done, needed), late }
    const known = ways.get(way)
    ways.set(way, known ? sum(known, cell) : cell)
  }
  return months.map((ways) => {
    let leading: LedgerCell | null = null
    for (const cell of ways.values()) if (!leading || leadsBefore(cell, leading)) leading = cell
    return leading
  })
}

function leadsBefore(one: LedgerCell, other: LedgerCell): boolean {
  if (one.result !== other.result) return graver(one.result, other.result) === one.result
  return one.needed > other.needed
}

/** All duties of a month in one cell: of how many duties that were asked, how many were met. */
export function yearOfAll(years: readonly LedgerYear[]): LedgerYear {
  return Array.from({ length: 12 }, (_, month) => {
    let all: LedgerCell | null = null
    for (const year of years) {
      const cell = year[month]
      if (!cell) continue
      const asked = cell.needed > 0
      const one = {
        result: cell.result,
        needed: asked ? 1 : 0,
        done: asked && cell.result === 'met' ? 1 : 0,
        late: cell.late,
      }
      all = all ? sum(all, one) : one
    }
    return all
  })
}

/** A month of several people: how many came to which result. */
export type PeopleCell = Readonly<Record<Exclude<LedgerResult, 'none'>, number>> & {
  /** People with a contact typed in late. */
  readonly late: number
}

/** Adds up years of people; months that have not begun stay empty. */
export function peopleByResult(years: Iterable<LedgerYear>): PeopleCell[] {
  const months = Array.from({ length: 12 }, () => ({
    missed: 0,
    open: 0,
    met: 0,
    exempt: 0,
    late: 0,
  }))
  for (const year of years) {
    year.forEach((cell, month) => {
      if (!cell || cell.result === 'none') return
      months[month]![cell.result] += 1
      if (cell.late > 0) months[month]!.late += 1
    })
  }
  return months
}
