import type { RecordTable } from '../changes'
import type { Scope, StoreContext } from '../context'
import { takeOver } from '../take-over'
import type { RosterPerson } from './roster-person'
import { readRoster, rosterTables } from './roster-read'

export { rosterTables } from './roster-read'
export {
  absenceOn,
  groupsOn,
  type ExemptionSpan,
  type GroupSpan,
  type OverrideSpan,
  type RecordedChange,
  type ResidenceSpan,
  type RiskSpan,
  type RosterAbsence,
  type RosterAssessment,
  type RosterFamilyMember,
  type RosterPairing,
  type RosterPerson,
  type StatusSpan,
} from './roster-person'

/**
 * Everybody on file whom the operator may see, closed files included, in order of entry.
 * The one place lists, search, categories and compliance take people's facts from.
 * Kept in memory until one of its tables is written to; a command should ask before it writes.
 */
export function loadRoster(ctx: StoreContext): readonly RosterPerson[] {
  return visible(everybody(ctx), ctx.scope)
}

/** One person of the roster; undefined where there is none or the operator may not see them. */
export function findInRoster(ctx: StoreContext, id: number): RosterPerson | undefined {
  const person = roster(ctx).byId.get(id)
  return person && isVisible(person, ctx.scope) ? person : undefined
}

/**
 * A value worked out from everybody, whoever may see them, and kept as long as the roster is. Who
 * asks for it must leave out people the operator may not see (`isVisible`). What else it is worked
 * out from is named in `alsoFrom`.
 */
export function derivedFromRoster<Value>(
  ctx: StoreContext,
  name: string,
  build: (people: readonly RosterPerson[], before?: Value) => Value,
  alsoFrom: readonly RecordTable[] = [],
): Value {
  return ctx.memo.derive(
    name,
    [...rosterTables, ...alsoFrom],
    (before) => build(everybody(ctx), before),
    ctx.today,
  )
}

const everybody = (ctx: StoreContext): readonly RosterPerson[] => roster(ctx).people

interface Roster {
  readonly byId: ReadonlyMap<number, RosterPerson>
  readonly people: readonly RosterPerson[]
}

/** Whoever a save says nothing about stays the same object: what is kept with them stays good. */
function roster(ctx: StoreContext): Roster {
  return ctx.memo.derive<Roster>(
    'roster',
    rosterTables,
    (before) => {
      const byId = takeOver(before?.byId, readRoster(ctx))
      return { byId, people: [...byId.values()] }
    },
    ctx.today,
  )
}

/** Whether a person lies within what an operator may see. */
export function isVisible(
  person: Pick<RosterPerson, 'villageId' | 'groups'>,
  { villages, groups }: Scope,
): boolean {
  if (villages && (person.villageId === null || !villages.includes(person.villageId))) return false
  return groups === null || person.groups.some((group) => groups.includes(group))
}

function visible(people: readonly RosterPerson[], scope: Scope): readonly RosterPerson[] {
  if (scope.villages === null && scope.groups === null) return people
  return people.filter((person) => isVisible(person, scope))
}
