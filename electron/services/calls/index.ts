import {
  addCall,
  callableFamily,
  callsByPerson,
  findCall,
  voidCall,
  type StoredCall,
} from '@db/repositories/calls'
import type { StoreContext } from '@db/context'
import { addContact, findContact, lastContactsOf, voidContact } from '@db/repositories/contacts'
import { familyOf, getFamilyMember } from '@db/repositories/families'
import type { RosterPerson } from '@db/repositories/roster'
import type { callsContract } from '@shared/contract/calls'
import { failure } from '@shared/contract/failure'
import { callEntry, type CallEntry } from '@shared/domain/calls/call-list'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'
import { standingsOfAll } from '../compliance/standings'
import { checkVisitor, refuseAfterClosing } from '../contacts/checks'
import { checkFollowUp, openFollowUp } from '../contacts/follow-up'
import { requirePerson } from '../recipients/person'

const order = { overdue: 0, again: 1, due: 2 } as const

export const callsHandlers: HandlersOf<typeof callsContract> = {
  'calls.list': (ctx, { limit, state, ...filter }) => {
    const listed = onTheList(ctx, filter)
      .filter(({ entry }) => state === undefined || entry.state === state)
      .sort(
        (a, b) =>
          order[a.entry.state] - order[b.entry.state] ||
          a.entry.tries - b.entry.tries ||
          a.person.id - b.person.id,
      )
    const page = listed.slice(0, limit)
    const families = callableFamily(
      ctx,
      page.map(({ person }) => person.id),
    )
    return {
      total: listed.length,
      rows: page.map(({ person, entry }) => ({
        recipientId: person.id,
        recipientName: person.name,
        villageName: person.villageName || null,
        phones: person.phones,
        helpers: person.helpers.map(({ helperId, helperName }) => ({
          id: helperId,
          name: helperName,
        })),
        family: (families.get(person.id) ?? []).map(({ id, name, relation, phones }) => ({
          id,
          name,
          relation,
          phones,
        })),
        ...entry,
        standings: [...entry.standings],
        last: entry.last && shownCalls(ctx, [entry.last])[0]!,
      })),
    }
  },

  'calls.record': (ctx, input) => {
    const {
      recipientId,
      familyMemberId,
      result,
      againOn,
      note,
      helperId,
      checks,
      problem,
      followUp,
    } = input
    const person = requirePerson(ctx, recipientId)
    refuseAfterClosing(person, ctx.today)
    checkVisitor(ctx, { helperId })
    if (familyMemberId !== null) requireMember(ctx, recipientId, familyMemberId)
    if (againOn !== null && againOn <= ctx.today) {
      throw failure('VALIDATION', '“改天再打”要写今天以后的日子，这次通话没有登记。', {
        againOn: '请写今天以后的日子',
      })
    }
    const found = {
      dates: [ctx.today],
      problem,
      helperId,
      visitor: null,
      startTime: null,
      followUp,
    }
    if (result !== 'answered' && followUp !== null)
      throw failure('VALIDATION', '没打通，没有问题可以转出，这次通话没有登记。请去掉“去向”。', {
        followUp: '没打通',
      })
    checkFollowUp(ctx, found)
    const contactId =
      result === 'answered'
        ? addContact(ctx, {
            recipientId,
            kind: familyMemberId === null ? 'phone' : 'child',
            date: ctx.today,
            helperId,
            checks,
            summary: note,
            problem,
          })
        : null
    if (contactId !== null) openFollowUp(ctx, recipientId, found, [contactId])
    const id = addCall(ctx, {
      recipientId,
      familyMemberId,
      day: ctx.today,
      result,
      againOn,
      note,
      contactId,
    })
    return { id, contactId }
  },

  'calls.ofRecipient': (ctx, { recipientId }) => {
    requirePerson(ctx, recipientId)
    return shownCalls(ctx, callsByPerson(ctx).get(recipientId) ?? []).reverse()
  },

  'calls.void': (ctx, { id, reason }) => {
    const call = findCall(ctx, id)
    if (!call) throw failure('NOT_FOUND', '找不到这次通话，可能已经撤掉了。请刷新后再看。')
    requirePerson(ctx, call.recipientId)
    voidCall(ctx, id, reason)
    if (call.contactId !== null && findContact(ctx, call.contactId)) {
      voidContact(ctx, call.contactId, reason)
    }
    return {}
  },
}

interface Listed {
  person: RosterPerson
  entry: CallEntry<StoredCall>
}

/** Everybody on today's list: few have a call owed, so only they are looked at closely. */
function onTheList(
  ctx: StoreContext,
  { villageId, helperId }: { villageId?: number; helperId?: number },
): Listed[] {
  const calls = callsByPerson(ctx)
  const asked = standingsOfAll(ctx).filter(
    ({ person, state }) =>
      (state === 'due' || state === 'overdue' || calls.has(person.id)) &&
      person.status === 'active' &&
      (villageId === undefined || person.villageId === villageId) &&
      (helperId === undefined ||
        (helperId === 0
          ? person.helpers.length === 0
          : person.helpers.some((helper) => helper.helperId === helperId))),
  )
  const called = asked.map(({ person }) => person.id).filter((id) => calls.has(id))
  const lastContacts = lastContactsOf(ctx, called, codesOf(contactKindLabel))
  return asked.flatMap(({ person, standings }) => {
    const entry = callEntry(
      {
        standings,
        attempts: calls.get(person.id) ?? [],
        lastContact: lastContacts.get(person.id) ?? null,
      },
      ctx.today,
    )
    return entry ? [{ person, entry }] : []
  })
}

function shownCalls(ctx: StoreContext, calls: readonly StoredCall[]) {
  return calls.map(({ id, day, result, againOn, note, familyMemberId }) => ({
    id,
    day,
    result,
    againOn,
    note,
    called: familyMemberId === null ? null : (getFamilyMember(ctx, familyMemberId)?.name ?? null),
  }))
}

function requireMember(ctx: StoreContext, recipientId: number, memberId: number): void {
  if (familyOf(ctx, recipientId).some(({ id }) => id === memberId)) return
  throw failure('NOT_FOUND', '这位家属不在此人的家庭成员里，通话没有登记。请刷新后再试。')
}
