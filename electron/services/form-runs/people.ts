import type { StoreContext } from '@db/context'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import type { RunResult } from '@shared/domain/templates/runs'

/** Who of a run can still be printed: files may have been hidden or moved away since it began. */
export function stillThere(
  ctx: StoreContext,
  ids: readonly number[],
): { present: RosterPerson[]; gone: RunResult[] } {
  const present: RosterPerson[] = []
  const gone: RunResult[] = []
  for (const id of ids) {
    const person = findInRoster(ctx, id)
    if (person) present.push(person)
    else
      gone.push({
        id,
        name: '（已看不到）',
        file: null,
        note: '档案已被隐去，或者不在您负责的范围',
      })
  }
  return { present, gone }
}
