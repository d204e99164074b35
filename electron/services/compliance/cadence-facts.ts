import type { RosterPerson } from '@db/repositories/roster'
import type { CadenceFacts } from '@shared/domain/cadence/coverage'

/** What the rules need to know of a person. */
export function cadenceFactsOf(person: RosterPerson): CadenceFacts {
  return {
    statuses: person.statuses,
    groups: person.groupSpans,
    categories: person.overrides.filter(({ holds }) => holds),
    risks: person.risks,
    exemptions: person.exemptions,
  }
}
