import { and, eq, isNull } from 'drizzle-orm'
import type { CategoryRules } from '@shared/domain/categories/rules'
import type { StoreContext } from '../context'
import { setting } from '../schema'

/** 分类口径 the office has chosen, by their dates; none means the default of the domain. */
export function loadCategoryRules(ctx: StoreContext): readonly CategoryRules[] {
  return ctx.memo.derive('categoryRules', [setting], () => {
    const row = ctx.db
      .select({ value: setting.value })
      .from(setting)
      .where(and(eq(setting.key, 'categoryRules'), isNull(setting.voidedAt)))
      .get()
    return (row?.value ?? []) as CategoryRules[]
  })
}
