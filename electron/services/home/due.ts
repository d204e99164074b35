import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { DueRow, ProgressRow } from '@shared/contract/home'
import {
  closedBy,
  gravestState,
  isOwed,
  leadingStandings,
  owedUntil,
  standingStates,
  type Closing,
  type Standing,
} from '@shared/domain/cadence/compliance'
import type { Duty } from '@shared/domain/cadence/rules'
import type { Day } from '@shared/domain/calendar/types'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { standingsOfAll, type PersonStandings } from '../compliance/standings'
import { visibleHelpers } from '../helpers/access'

export interface DueFilter {
  /** 0 finds those without a village, or without a helper. */
  villageId?: number
  helperId?: number
  duty?: Duty
  state?: 'due' | 'overdue'
  closes?: Closing
}

/** Who is due or overdue now, those overdue first, then by the window that closes first. */
export function dueNow(
  ctx: StoreContext,
  filter: DueFilter,
  limit: number,
): { rows: DueRow[]; total: number } {
  const by = filter.closes && closedBy(filter.closes, ctx.today)
  const owing = standingsOfAll(ctx)
    .filter((one) => isOf(one, filter))
    .flatMap((one) => owingOf(one, filter.duty) ?? [])
    .filter(({ state, until }) => (filter.state ?? state) === state && until <= (by ?? until))
    .sort(
      (a, b) =>
        Number(b.state === 'overdue') - Number(a.state === 'overdue') || order(a.until, b.until),
    )
  return { rows: owing.slice(0, limit).map(rowOf), total: owing.length }
}

/** Somebody to whom contacts are owed, of one duty or of any. */
interface Owing {
  person: RosterPerson
  owed: readonly Standing[]
  /** The gravest of them. */
  state: Standing['state']
  until: Day
}

/** What is owed to a person; null where it is nothing. Every list and sum of this page asks here. */
function owingOf({ person, standings }: PersonStandings, duty?: Duty): Owing | null {
  const owed = standings.filter((one) => isOwed(one) && (duty ?? one.duty) === one.duty)
  const until = owedUntil(owed)
  return until === null ? null : { person, owed, state: gravestState(owed), until }
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const byGravity = (a: Standing, b: Standing): number =>
  standingStates.indexOf(a.state) - standingStates.indexOf(b.state) || order(a.open.to, b.open.to)

function isOf({ person }: PersonStandings, { villageId, helperId }: DueFilter): boolean {
  if (villageId !== undefined && (person.villageId ?? 0) !== villageId) return false
  if (helperId === undefined) return true
  return helperId === 0
    ? person.helpers.length === 0
    : person.helpers.some((helper) => helper.helperId === helperId)
}

function rowOf({ person, owed, state, until }: Owing): DueRow {
  return {
    recipientId: person.id,
    recipientName: person.name,
    initials: person.initials ?? initialsOf(person.name),
    villageId: person.villageId,
    villageName: person.villageName || null,
    groupName: person.villageGroupName || null,
    phones: person.phones,
    helpers: person.helpers.map(({ helperId, helperName }) => ({ id: helperId, name: helperName })),
    state,
    standings: leadingStandings(owed).sort(byGravity),
    until,
  }
}

/** How many people are owed what. */
interface OwedCounts {
  overdue: number
  due: number
  dueToday: number
  dueThisWeek: number
}

/** How many of those due have a window that closes today, and this week. */
export function closingSoon(ctx: StoreContext): Pick<OwedCounts, 'dueToday' | 'dueThisWeek'> {
  const counts = { overdue: 0, due: 0, dueToday: 0, dueThisWeek: 0 }
  for (const one of standingsOfAll(ctx)) countOwed(counts, one, ctx.today)
  const { dueToday, dueThisWeek } = counts
  return { dueToday, dueThisWeek }
}

function countOwed(counts: OwedCounts, one: PersonStandings, today: Day): void {
  const owing = owingOf(one)
  if (owing === null) return
  if (owing.state === 'overdue') {
    counts.overdue += 1
    return
  }
  counts.due += 1
  if (owing.until <= closedBy('today', today)) counts.dueToday += 1
  if (owing.until <= closedBy('week', today)) counts.dueThisWeek += 1
}

/** How far the open windows are met, village by village in the office's order. */
export function progressByVillage(ctx: StoreContext): ProgressRow[] {
  const unplaced = emptyRow(0, '未分村')
  const sums = new Map(
    loadVillages(ctx).map((one) => [one.id, emptyRow(one.id, villageNameOn(one, ctx.today))]),
  )
  for (const one of standingsOfAll(ctx)) {
    addTo(sums.get(one.person.villageId ?? 0) ?? unplaced, one, ctx.today)
  }
  return [...sums.values(), unplaced].filter(({ people }) => people > 0)
}

/** The same by helper, gravest first; those without a helper stand under id 0. */
export function progressByHelper(ctx: StoreContext): ProgressRow[] {
  const sums = new Map(visibleHelpers(ctx).map(({ id, name }) => [id, emptyRow(id, name)]))
  const unhelped = emptyRow(0, '无帮扶人')
  for (const one of standingsOfAll(ctx)) {
    const helping = one.person.helpers.flatMap(({ helperId }) => sums.get(helperId) ?? [])
    for (const row of helping.length > 0 ? helping : [unhelped]) addTo(row, one, ctx.today)
  }
  return [unhelped, ...sums.values()]
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.overdue - a.overdue || b.due - a.due)
}

const emptyRow = (id: number, name: string): ProgressRow => ({
  id,
  name,
  people: 0,
  needed: 0,
  done: 0,
  overdue: 0,
  due: 0,
  dueToday: 0,
  dueThisWeek: 0,
})

/** Adds a person whom a rule binds. What is done beyond the need fills nobody else's. */
function addTo(row: ProgressRow, person: PersonStandings, today: Day): void {
  if (person.standings.length === 0) return
  row.people += 1
  countOwed(row, person, today)
  for (const one of leadingStandings(person.standings)) {
    if (one.state === 'exempt') continue
    row.needed += one.open.needed
    row.done += Math.min(one.open.done, one.open.needed)
  }
}
