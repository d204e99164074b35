import type { StoreContext } from '@db/context'
import {
  addContact,
  listContacts,
  sameContacts,
  updateContact,
  voidContact,
  type Contact,
} from '@db/repositories/contacts'
import { allHelpers } from '@db/repositories/helpers'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import type { ContactRow, contactsContract } from '@shared/contract/contacts'
import { failure } from '@shared/contract/failure'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { contactKindLabel } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'
import { listMissed } from '@db/repositories/visit-sheets'
import { requirePerson } from '../recipients/person'
import { lateDaysOf } from './late'
import { contactsMeant, peopleOf, visibleContact } from './access'
import { checkVisitor, refuseAfterClosing, refuseFuture } from './checks'
import { recordLines } from './entry-lines'
import { checkFollowUp, openFollowUp } from './follow-up'

export const contactsHandlers: HandlersOf<typeof contactsContract> = {
  'contacts.list': (ctx, { after, limit, ...question }) => {
    const rows = listContacts(ctx, contactsMeant(ctx, question), after ?? null, limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: shown(ctx, page),
      next: rows.length > limit && last ? { date: last.date, id: last.id } : null,
    }
  },

  'contacts.record': (ctx, { recipientIds, dates, allowSame, followUp, ...findings }) => {
    const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
    const days = [...new Set(dates)]
    for (const date of days) refuseFuture(ctx, date, 'dates')
    for (const person of people) for (const date of days) refuseAfterClosing(person, date)
    checkVisitor(ctx, findings)
    checkFollowUp(ctx, { ...findings, dates: days, followUp })
    if (!allowSame) refuseSame(ctx, people, findings.kind, days)
    const ids = people.flatMap(({ id: recipientId }) =>
      days.map((date) => addContact(ctx, { recipientId, date, ...findings })),
    )
    openFollowUp(ctx, people[0]!.id, { ...findings, dates: days, followUp }, ids)
    return { ids }
  },

  'contacts.recordLines': (ctx, { lines }) => recordLines(ctx, lines),

  'contacts.missed': (ctx, { recipientId, limit }) => {
    const people =
      recipientId === undefined
        ? peopleOf(ctx, undefined)
        : new Set([requirePerson(ctx, recipientId).id])
    const names = new Map(loadRoster(ctx).map(({ id, name }) => [id, name]))
    const helpers = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
    return listMissed(ctx, people, limit).map((one) => ({
      id: one.id,
      recipientId: one.recipientId,
      recipientName: names.get(one.recipientId) ?? '',
      kind: one.kind,
      date: one.date,
      reason: one.reason,
      note: one.note,
      visitor: one.helperId === null ? one.visitor : (helpers.get(one.helperId) ?? null),
    }))
  },

  'contacts.update': (ctx, { id, revision, ...facts }) => {
    const contact = visibleContact(ctx, id)
    if (facts.date !== contact.date) {
      refuseFuture(ctx, facts.date, 'date')
      refuseAfterClosing(requirePerson(ctx, contact.recipientId), facts.date)
    }
    if (facts.helperId !== contact.helperId) checkVisitor(ctx, facts)
    updateContact(ctx, id, facts, revision)
    return {}
  },

  'contacts.void': (ctx, { ids, reason }) => {
    for (const id of ids) {
      visibleContact(ctx, id)
      voidContact(ctx, id, reason)
    }
    return {}
  },
}

function shown(ctx: StoreContext, contacts: readonly Contact[]): ContactRow[] {
  const people = new Map(loadRoster(ctx).map((person) => [person.id, person]))
  const helpers = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
  return contacts.map((contact) => {
    const person = people.get(contact.recipientId)
    return {
      id: contact.id,
      revision: contact.revision,
      recipientId: contact.recipientId,
      recipientName: person?.name ?? '',
      villageName: person?.villageName || null,
      kind: contact.kind,
      date: contact.date,
      enteredAt: contact.enteredAt,
      lateDays: lateDaysOf(contact.date, contact.enteredAt),
      helperId: contact.helperId,
      helperName: contact.helperId === null ? null : (helpers.get(contact.helperId) ?? null),
      visitor: contact.visitor,
      checks: contact.checks,
      summary: contact.summary,
      problem: contact.problem,
      outcome: contact.outcome,
      startTime: contact.startTime,
      endTime: contact.endTime,
      vitals: contact.vitals,
      childrenTold: contact.childrenTold,
      reportedTo: contact.reportedTo,
      revisitOn: contact.revisitOn,
    }
  })
}

function refuseSame(
  ctx: StoreContext,
  people: readonly RosterPerson[],
  kind: Contact['kind'],
  dates: readonly Day[],
): void {
  const same = sameContacts(
    ctx,
    people.map(({ id }) => id),
    kind,
    dates,
  )
  if (same.length === 0) return
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const listed = same
    .slice(0, 3)
    .map(({ recipientId, date }) => `${names.get(recipientId)} ${formatPartialDate(date)}`)
    .join('、')
  throw failure(
    'CONFLICT',
    `已经登记过同一天的${contactKindLabel[kind]}：${listed}${same.length > 3 ? ` 等 ${same.length} 条` : ''}。这次没有登记；确实又联系了一次，再选“仍然登记”。`,
    undefined,
    { same },
  )
}
