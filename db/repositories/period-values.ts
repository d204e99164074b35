import { and, eq, getTableName, isNull, ne } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/periods'
import type { RecordTable } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import {
  absencePeriod,
  benefitPeriod,
  categoryOverride,
  exemption,
  groupPeriod,
  householdPeriod,
  pairing,
  residencePeriod,
  riskPeriod,
  statusPeriod,
  tierOverride,
} from '../schema'

/** Periods of which only one can hold at a time: per person, or per `by` (group, category, helper). */
export interface ExclusivePeriods {
  readonly table: RecordTable
  readonly by?: string
}

export const exclusivePeriods: readonly ExclusivePeriods[] = [
  { table: statusPeriod },
  { table: residencePeriod },
  { table: riskPeriod },
  { table: householdPeriod },
  { table: groupPeriod, by: 'group' },
  { table: categoryOverride, by: 'category' },
  { table: pairing, by: 'helperId' },
]

/** Exclusive as well, though not settled day by day where two files are united. */
const alsoExclusive: readonly ExclusivePeriods[] = [
  { table: tierOverride },
  { table: benefitPeriod, by: 'benefit' },
  { table: absencePeriod, by: 'familyMemberId' },
]

/** A period of somebody's file as stored, with whatever it tells beside its days. */
export type PeriodRow = Readonly<Record<string, unknown>> & {
  readonly id: number
  readonly recipientId: number
}

const tables = new Map(
  [...exclusivePeriods, ...alsoExclusive, { table: exemption }].map(({ table }) => [
    getTableName(table),
    table,
  ]),
)

export function getPeriod(ctx: StoreContext, entity: string, id: number): PeriodRow | undefined {
  const table = tables.get(entity)
  return (
    table &&
    (ctx.db
      .select()
      .from(table)
      .where(and(eq(table.id, id), isNull(table.voidedAt)))
      .get() as PeriodRow | undefined)
  )
}

/** The other periods of a file that may not hold on the same day as this one. */
export function rivalsOf(ctx: StoreContext, entity: string, row: PeriodRow): PeriodRow[] {
  const kind = [...exclusivePeriods, ...alsoExclusive].find(
    ({ table }) => getTableName(table) === entity,
  )
  if (!kind) return []
  const table = kind.table as RecordTable & { recipientId: SQLiteColumn }
  const others = ctx.db
    .select()
    .from(table)
    .where(
      and(eq(table.recipientId, row.recipientId), isNull(table.voidedAt), ne(table.id, row.id)),
    )
    .all() as PeriodRow[]
  return others.filter((one) => kind.by === undefined || one[kind.by] === row[kind.by])
}

export function updatePeriod(ctx: WriteContext, entity: string, id: number, patch: object): void {
  ctx.writer.update(tables.get(entity)!, id, patch)
}

const beginningOfTime: Day = '0001-01-01'

/** An absence calls its beginning `since`. */
export const beginningOf = (row: object): 'from' | 'since' => ('since' in row ? 'since' : 'from')

/** A beginning may be partial (`2026-03`), and of an absence it may be unknown. */
export function daysOf(row: Readonly<Record<string, unknown>>): Period {
  const begin = row[beginningOf(row)] as string | null
  const from = begin === null ? beginningOfTime : (earliestDay(begin) ?? beginningOfTime)
  return { from, to: row['to'] as Day | null }
}
