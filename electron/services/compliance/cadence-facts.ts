import type { StoreContext } from '@db/context'
import { derivedFromRoster, type RosterPerson } from '@db/repositories/roster'
import { majorChangesOf } from '@shared/domain/cadence/changes-on-file'
import type { CadenceFacts } from '@shared/domain/cadence/coverage'
import type { CadencePolicy } from '@shared/domain/cadence/rules'
import type { DayWindow } from '@shared/domain/cadence/windows'
import type { Day } from '@shared/domain/calendar/types'
import { categorySpansOf } from '../classification/category-spans'

/** What of a person the policy asks for; the rest is left out, because it costs time. */
export interface FactsAsked {
  /** The range over which categories are told day by day; null where no rule asks for one. */
  readonly categories: DayWindow | null
  readonly changes: boolean
}

/** What the policy asks for over the windows of `reach`. */
export function factsAsked({ rules, rateScopes }: CadencePolicy, reach: DayWindow): FactsAsked {
  const byCategory =
    rules.some(({ category }) => category !== null) ||
    rateScopes.some(({ who }) => who === 'specialHardship')
  return {
    categories: byCategory ? reach : null,
    changes: rules.some(({ period }) => period === 'change'),
  }
}

/** What the rules need to know of a person. */
export function cadenceFactsOf(
  ctx: StoreContext,
  person: RosterPerson,
  asked: FactsAsked,
): CadenceFacts {
  return {
    statuses: person.statuses,
    groups: person.groupSpans,
    categories: asked.categories ? categorySpansOf(ctx, person, asked.categories) : [],
    risks: person.risks,
    exemptions: person.exemptions,
    changes: asked.changes ? changesOf(ctx, person) : [],
  }
}

/** 重大变化 of a person, those on file and those recorded by hand. */
export function changesOf(ctx: StoreContext, person: RosterPerson) {
  return majorChangesOf({
    statuses: person.statuses,
    risks: person.risks,
    exemptions: person.exemptions,
    spouseDied: spouseDiedOn(ctx, person),
    incidents: person.incidentDays,
    recorded: person.recordedChanges,
  })
}

/** Whoever may see the one may know that the other died, whatever village they lived in. */
export const spouseDiedOn = (
  ctx: StoreContext,
  { spouseRecipientId: spouse }: RosterPerson,
): Day | null => (spouse === null ? null : (deaths(ctx).get(spouse) ?? null))

function deaths(ctx: StoreContext): ReadonlyMap<number, Day> {
  return derivedFromRoster(
    ctx,
    'deaths',
    (people) =>
      new Map(
        people.flatMap(({ id, statuses }) => {
          const death = statuses.find(({ status }) => status === 'deceased')
          return death ? [[id, death.from] as const] : []
        }),
      ),
  )
}
