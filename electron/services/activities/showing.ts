import {
  linesOf,
  peopleOfActivities,
  type Activity,
  type ActivityLine,
  type ActivityPerson,
} from '@db/repositories/activities'
import type { StoreContext } from '@db/context'
import { groupBy } from '@db/group-by'
import { allHelpers } from '@db/repositories/helpers'
import { loadRoster } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import type { OutputOf } from '@shared/contract'
import type { ActivityRow } from '@shared/contract/activities'
import { costPerPerson, plannedOf, sumsOf } from '@shared/domain/activities/budget'

export type ShownPerson = OutputOf<'activities.people'>[number]
export type ShownLine = OutputOf<'activities.file'>['lines'][number]

/** Lines of the ledger: where each stands, who came, what it cost. */
export function shownActivities(ctx: StoreContext, rows: readonly Activity[]): ActivityRow[] {
  const ids = rows.map(({ id }) => id)
  const people = groupBy(seenPeople(ctx, peopleOfActivities(ctx, ids)), (one) => one.activityId)
  const lines = groupBy(linesOf(ctx, ids), (one) => one.activityId)
  const villages = new Map(allVillages(ctx).map((one) => [one.id, one]))
  const helpers = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const guests = (people.get(row.id) ?? []).filter(({ role }) => role === 'guest')
    const present = guests.filter((one) => one.present).length
    const sums = sumsOf(lines.get(row.id) ?? [])
    const village = row.villageId === null ? undefined : villages.get(row.villageId)
    return {
      id: row.id,
      revision: row.revision,
      name: row.name,
      kind: row.kind,
      series: row.series,
      state: row.state,
      villageId: row.villageId,
      villageName: village ? villageNameOn(village, row.heldOn ?? ctx.today) : '全镇',
      openedOn: row.openedOn,
      closedOn: row.closedOn,
      heldOn: row.heldOn,
      time: row.time,
      place: row.place,
      helperId: row.helperId,
      helperName: row.helperId === null ? null : (helpers.get(row.helperId) ?? null),
      responsible: row.responsible,
      theme: row.theme,
      invited: guests.length,
      present,
      ...sums,
      costPerPerson: costPerPerson(sums.spent, present),
    }
  })
}

/** Without those on file whom the operator may not see. */
function seenPeople(ctx: StoreContext, people: readonly ActivityPerson[]): ActivityPerson[] {
  const seen = new Set(loadRoster(ctx).map(({ id }) => id))
  return people.filter(({ recipientId }) => recipientId === null || seen.has(recipientId))
}

/** The list of people of one activity, in the order in which they were put down. */
export function shownPeople(ctx: StoreContext, activityId: number): ShownPerson[] {
  const roster = new Map(loadRoster(ctx).map((person) => [person.id, person]))
  const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper]))
  return seenPeople(ctx, peopleOfActivities(ctx, [activityId])).map((one) => {
    const person = one.recipientId === null ? undefined : roster.get(one.recipientId)
    const helper = one.helperId === null ? undefined : helpers.get(one.helperId)
    return {
      id: one.id,
      role: one.role,
      recipientId: one.recipientId,
      helperId: one.helperId,
      name: person?.name ?? helper?.name ?? one.name ?? '',
      villageName: person?.villageName || null,
      villageGroupName: person?.villageGroupName || null,
      unit: helper?.unit ?? null,
      reason: one.reason,
      present: one.present,
      note: one.note,
    }
  })
}

export const shownLines = (lines: readonly ActivityLine[]): ShownLine[] =>
  lines.map((line) => ({
    id: line.id,
    item: line.item,
    quantity: line.quantity,
    unit: line.unit,
    price: line.price,
    planned: plannedOf(line),
    source: line.source,
    spent: line.spent,
    paidOn: line.paidOn,
    payee: line.payee,
    voucher: line.voucher,
    note: line.note,
  }))
