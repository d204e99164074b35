import { and, count, isNull, sql, type SQL } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { RegisterFigure } from '@shared/domain/registers/definition'
import type { StoreContext } from '../context'
import { registerEntry } from '../schema'

/*
 * 登记簿的数字, counted by the database: a register may hold more entries than fit on a screen's
 * patience. The meaning is `figureOf` in shared/domain/registers/figures; a test holds both together.
 */

/** Which entries a figure counts over the days `from`–`to`, both included. */
export function countedBy(
  { states, dayOf }: RegisterFigure,
  { from, to }: { from: Day; to: Day },
): SQL[] {
  return [
    ...(states === null ? [] : [sql`${registerEntry.state} in ${listOf(states)}`]),
    ...daysWithin(dayOf, from, to),
  ]
}

/** A figure with how many entries it opens; amounts in 分. */
export interface FigureValue {
  readonly value: number
  readonly entries: number
}

/** A figure's value over the entries that meet the conditions. */
export function figureValue(
  ctx: StoreContext,
  { how, field }: RegisterFigure,
  conditions: readonly (SQL | undefined)[],
): FigureValue {
  const value =
    how === 'count' || field === null
      ? sql<number>`count(*)`
      : sql<number>`coalesce(sum(case when json_type(${registerEntry.values}, ${pathOf(field)})
          in ('integer', 'real') then json_extract(${registerEntry.values}, ${pathOf(field)}) end), 0)`
  const found = ctx.db
    .select({ value, entries: count() })
    .from(registerEntry)
    .where(and(isNull(registerEntry.voidedAt), ...conditions))
    .get()
  return found ?? { value: 0, entries: 0 }
}

function daysWithin(dayOf: string, from: Day, to: Day): SQL[] {
  if (dayOf === 'opened') return [sql`${registerEntry.openedOn} between ${from} and ${to}`]
  if (dayOf === 'closed') return [sql`${registerEntry.closedOn} between ${from} and ${to}`]
  const date = sql`json_extract(${registerEntry.values}, ${pathOf(dayOf)})`
  // A year or a month falls in where all of it does: its first day and its last.
  const first = sql`substr(${date} || '-01-01', 1, 10)`
  const last = sql`case length(${date}) when 4 then ${date} || '-12-31'
    when 7 then date(${date} || '-01', '+1 month', '-1 day') else ${date} end`
  return [sql`${date} glob '[0-9]*'`, sql`${first} >= ${from}`, sql`${last} <= ${to}`]
}

/** Codes hold no quotes (see the contract), so that a path is never broken out of. */
const pathOf = (code: string): string => `$."${code}"`

const listOf = (states: readonly string[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(states)}))`
