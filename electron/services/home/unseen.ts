import type { StoreContext } from '@db/context'
import { contactTables, lastContactsOf, seenSince } from '@db/repositories/contacts'
import { loadRoster, rosterTables, type RosterPerson } from '@db/repositories/roster'
import type { OutputOf } from '@shared/contract'
import { addDays } from '@shared/domain/calendar/days'
import { holdsOn } from '@shared/domain/cadence/spans'
import type { ContactKind } from '@shared/domain/vocabulary'

/** Contacts at which somebody stands before the person; a voice on the phone is not seeing them. */
const seeingKinds: readonly ContactKind[] = ['home', 'proxy', 'checkup', 'alive']

/** 在册 people whom nobody met face to face in the last `days` days and who were on file that long. */
export function unseenFor(ctx: StoreContext, days: number): readonly RosterPerson[] {
  return ctx.memo.derive(
    'unseen',
    [...contactTables, ...rosterTables],
    () => {
      const since = addDays(ctx.today, -days)
      const seen = seenSince(ctx, seeingKinds, since)
      return loadRoster(ctx).filter(
        ({ id, status, statusFrom }) =>
          status === 'active' && !seen.has(id) && (statusFrom === null || statusFrom <= since),
      )
    },
    JSON.stringify([ctx.today, ctx.scope, days]),
  )
}

export function unseenRows(
  ctx: StoreContext,
  days: number,
  villageId: number | undefined,
): OutputOf<'home.unseen'>['rows'] {
  const people = unseenFor(ctx, days).filter(
    (person) => villageId === undefined || person.villageId === villageId,
  )
  const last = lastContactsOf(
    ctx,
    people.map(({ id }) => id),
    seeingKinds,
  )
  return people
    .map((person) => ({
      recipientId: person.id,
      recipientName: person.name,
      villageName: person.villageName || null,
      groupName: person.villageGroupName || null,
      phones: person.phones,
      helpers: person.helpers.map(({ helperId, helperName }) => ({
        id: helperId,
        name: helperName,
      })),
      lastSeen: last.get(person.id) ?? null,
      exempt: person.exemptions.some((one) => holdsOn(one, ctx.today)),
    }))
    .sort((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? -1 : 1))
}
