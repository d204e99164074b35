import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'

/** Whose records may be shown: null where no village is chosen and everything may be seen. */
export function peopleAsked(
  ctx: StoreContext,
  villageId: number | undefined,
): ReadonlySet<number> | null {
  const { villages, groups } = ctx.scope
  if (villageId === undefined && villages === null && groups === null) return null
  const people = loadRoster(ctx)
  const chosen =
    villageId === undefined ? people : people.filter((person) => person.villageId === villageId)
  return new Set(chosen.map(({ id }) => id))
}
