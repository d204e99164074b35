import {
  categoryRulesOn,
  defaultCategoryRules,
  type CategoryRules,
} from '@shared/domain/categories/rules'
import type { StoreContext, WriteContext } from '../context'
import { setting } from '../schema'
import { readSetting, writeSetting } from './settings'

const key = 'categoryRules'

/** 分类口径 the office has chosen, by their dates; none means the default of the domain. */
export function loadCategoryRules(ctx: StoreContext): readonly CategoryRules[] {
  return ctx.memo.derive('categoryRules', [setting], () =>
    // A definition kept by an earlier version says nothing of what was made a choice since.
    (readSetting<CategoryRules[]>(ctx, key) ?? []).map((one) => ({
      ...defaultCategoryRules,
      ...one,
    })),
  )
}

/** The definition in force today: the same object until another is. */
export const categoryRulesToday = (ctx: StoreContext): CategoryRules =>
  ctx.memo.derive(
    'categoryRulesToday',
    [setting],
    () => categoryRulesOn(loadCategoryRules(ctx), ctx.today),
    ctx.today,
  )

export function saveCategoryRules(ctx: WriteContext, rules: readonly CategoryRules[]): void {
  writeSetting(ctx, key, rules)
}
