import { isNull } from 'drizzle-orm'
import type { StoreContext } from '../context'
import { helper } from '../schema'

/** What a helper is found by and told apart by. */
export type HelperEntry = Pick<
  typeof helper.$inferSelect,
  'id' | 'name' | 'initials' | 'gender' | 'kind' | 'unit' | 'phones' | 'villageId' | 'to'
>

/** Every helper, those who left included, whatever the operator's scope. */
export function allHelpers(ctx: StoreContext): readonly HelperEntry[] {
  return ctx.memo.derive('helpers', [helper], () =>
    ctx.db
      .select({
        id: helper.id,
        name: helper.name,
        initials: helper.initials,
        gender: helper.gender,
        kind: helper.kind,
        unit: helper.unit,
        phones: helper.phones,
        villageId: helper.villageId,
        to: helper.to,
      })
      .from(helper)
      .where(isNull(helper.voidedAt))
      .all(),
  )
}

/** Those the operator may see: a village's operator sees its own helpers and those of no village. */
export function loadHelpers(ctx: StoreContext): readonly HelperEntry[] {
  const { villages } = ctx.scope
  const all = allHelpers(ctx)
  if (villages === null) return all
  return all.filter(({ villageId }) => villageId === null || villages.includes(villageId))
}
