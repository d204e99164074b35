import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { DueRow, ProgressRow } from '@shared/contract/home'
import {
  gravestState,
  leadingStandings,
  standingStates,
  type Standing,
} from '@shared/domain/cadence/compliance'
import type { Duty } from '@shared/domain/cadence/rules'
import type { Day } from '@shared/domain/calendar/types'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { standingsOfAll, type PersonStandings } from '../compliance/standings'
import { visibleHelpers } from '../helpers/access'

export interface DueFilter {
  villageId?: number
  /** 0 finds those without a helper. */
  helperId?: number
  duty?: Duty
  state?: 'due' | 'overdue'
}

/** Who is due or overdue now, those overdue first, then by the window that closes first. */
export function dueNow(
  ctx: StoreContext,
  filter: DueFilter,
  limit: number,
): { rows: DueRow[]; total: number } {
  const owing: Owing[] = []
  for (const one of standingsOfAll(ctx)) {
    if (!isOpen(one) || !isOf(one, filter)) continue
    const standings = leadingStandings(one.standings)
      .filter(({ duty, state }) => isOwed(state) && (filter.duty ?? duty) === duty)
      .sort(byGravity)
    const state = gravestState(standings)
    if (standings.length === 0 || (filter.state ?? state) !== state) continue
    const until = standings.map(({ open }) => open.to).reduce((a, b) => (a < b ? a : b))
    owing.push({ person: one.person, standings, state, until })
  }
  owing.sort(
    (a, b) =>
      Number(b.state === 'overdue') - Number(a.state === 'overdue') || order(a.until, b.until),
  )
  return { rows: owing.slice(0, limit).map(rowOf), total: owing.length }
}

/** Somebody to whom contacts are owed: their leading standings that are due or overdue. */
interface Owing {
  person: RosterPerson
  standings: Standing[]
  state: Standing['state']
  until: Day
}

const isOwed = (state: Standing['state']): boolean => state === 'due' || state === 'overdue'
const isOpen = ({ state }: PersonStandings): boolean => isOwed(state)
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const byGravity = (a: Standing, b: Standing): number =>
  standingStates.indexOf(a.state) - standingStates.indexOf(b.state) || order(a.open.to, b.open.to)

function isOf({ person }: PersonStandings, { villageId, helperId }: DueFilter): boolean {
  if (villageId !== undefined && person.villageId !== villageId) return false
  if (helperId === undefined) return true
  return helperId === 0
    ? person.helpers.length === 0
    : person.helpers.some((helper) => helper.helperId === helperId)
}

function rowOf({ person, standings, state, until }: Owing): DueRow {
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
    standings,
    until,
  }
}

/** How far the open windows are met, village by village in the office's order. */
export function progressByVillage(ctx: StoreContext): ProgressRow[] {
  const sums = new Map<number | null, ProgressRow>()
  for (const village of loadVillages(ctx)) {
    sums.set(village.id, emptyRow(village.id, villageNameOn(village, ctx.today)))
  }
  for (const one of standingsOfAll(ctx)) {
    const { villageId } = one.person
    if (!sums.has(villageId)) sums.set(villageId, emptyRow(null, '未分村'))
    addTo(sums.get(villageId)!, one)
  }
  return [...sums.values()].filter(({ people }) => people > 0)
}

/** The same by helper, gravest first; those without a helper stand under id 0. */
export function progressByHelper(ctx: StoreContext): ProgressRow[] {
  const sums = new Map(visibleHelpers(ctx).map(({ id, name }) => [id, emptyRow(id, name)]))
  const unhelped = emptyRow(0, '无帮扶人')
  for (const one of standingsOfAll(ctx)) {
    const helping = one.person.helpers.flatMap(({ helperId }) => sums.get(helperId) ?? [])
    for (const row of helping.length > 0 ? helping : [unhelped]) addTo(row, one)
  }
  return [unhelped, ...sums.values()]
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.overdue - a.overdue || b.due - a.due)
}

const emptyRow = (id: number | null, name: string): ProgressRow => ({
  id,
  name,
  people: 0,
  needed: 0,
  done: 0,
  overdue: 0,
  due: 0,
})

/** Adds a person whom a rule binds. What is done beyond the need fills nobody else's. */
function addTo(row: ProgressRow, { standings, state }: PersonStandings): void {
  if (standings.length === 0) return
  row.people += 1
  if (state === 'overdue' || state === 'due') row[state] += 1
  for (const one of leadingStandings(standings)) {
    if (one.state === 'exempt') continue
    row.needed += one.open.needed
    row.done += Math.min(one.open.done, one.open.needed)
  }
}
