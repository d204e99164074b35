import { loadCategoryRules, saveCategoryRules } from '@db/repositories/category-rules'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import type { categoryRulesContract } from '@shared/contract/category-rules'
import { failure } from '@shared/contract/failure'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { classify, type Classification } from '@shared/domain/categories/classify'
import { categoryPresets, type CategoryDefinition } from '@shared/domain/categories/presets'
import {
  categoryRulesOn,
  defaultCategoryRules,
  type CategoryRules,
} from '@shared/domain/categories/rules'
import { standingOn } from '@shared/domain/periods'
import { categoryLabel, codesOf } from '@shared/domain/vocabulary'
import type { z } from 'zod'
import type { StoreContext } from '@db/context'
import type { HandlersOf, QueryContext } from '../../core/context'
import { standingIn } from '../rules/standing'
import { categoryFactsOf } from '.'

type Begun = z.output<(typeof categoryRulesContract)['categoryRules.save']['input']>
type Preview = z.output<(typeof categoryRulesContract)['categoryRules.preview']['output']>

export const categoryRulesHandlers: HandlersOf<typeof categoryRulesContract> = {
  'categoryRules.list': (ctx) => {
    const ascending = [defaultCategoryRules, ...sorted(loadCategoryRules(ctx))]
    const definitions = ascending.map((one, at) => {
      const next = ascending[at + 1]
      const dated = { ...one, to: next ? addDays(next.from, -1) : null }
      return {
        ...dated,
        standing: standingIn(dated, ctx.today),
        isDefault: one === defaultCategoryRules,
      }
    })
    return { definitions: definitions.reverse(), presets: [...categoryPresets] }
  },

  'categoryRules.preview': (ctx, begun) => {
    checkSense(begun)
    return previewOf(ctx, begun)
  },

  'categoryRules.save': (ctx, begun) => {
    checkSense(begun)
    saveCategoryRules(ctx, withDefinition(loadCategoryRules(ctx), begun))
    return {}
  },

  'categoryRules.remove': (ctx, { from }) => {
    const rules = loadCategoryRules(ctx)
    if (!rules.some((one) => one.from === from))
      throw failure('NOT_FOUND', '找不到这一天起的口径。请刷新后再试。')
    if (from <= ctx.today)
      throw failure(
        'CONFLICT',
        '这个口径已经开始使用，不能取消，没有改动。要换口径，请另定一个从今天或以后起的。',
      )
    saveCategoryRules(
      ctx,
      rules.filter((one) => one.from !== from),
    )
    return {}
  },
}

const sorted = (rules: readonly CategoryRules[]): CategoryRules[] =>
  [...rules].sort((a, b) => (a.from < b.from ? -1 : 1))

/** Of two that begin on one day the one saved last holds, so the first is replaced. */
function withDefinition(rules: readonly CategoryRules[], begun: Begun): CategoryRules[] {
  return sorted([...rules.filter(({ from }) => from !== begun.from), { ...begun, to: null }])
}

function checkSense(definition: CategoryDefinition): void {
  const {
    elderFrom,
    advancedAgeFrom,
    incapacitatedUpTo: full,
    partlyIncapacitatedUpTo,
  } = definition
  const faults: Record<string, string> = {}
  if (advancedAgeFrom < elderFrom) faults['advancedAgeFrom'] = `不能小于老年人的 ${elderFrom} 周岁`
  if (partlyIncapacitatedUpTo !== null && partlyIncapacitatedUpTo <= full)
    faults['partlyIncapacitatedUpTo'] = `要大于失能的 ${full} 分`
  const [first] = Object.values(faults)
  if (first) throw failure('VALIDATION', `口径前后不一致：${first}，没有保存。`, faults)
}

function previewOf(ctx: QueryContext, begun: Begun): Preview {
  const asOf = begun.from > ctx.today ? begun.from : ctx.today
  const rules = loadCategoryRules(ctx)
  const now = categoryRulesOn(rules, asOf)
  const then = categoryRulesOn(withDefinition(rules, begun), asOf)
  const changes = new Map(
    codesOf(categoryLabel).map((category) => [
      category,
      { category, before: 0, after: 0, gained: [], lost: [] } as Preview['categories'][number],
    ]),
  )
  for (const person of loadRoster(ctx)) {
    if (standingOn(person.statuses, asOf)?.status !== 'active') continue
    const facts = categoryFactsOf(person, asOf)
    const before = byCategory(classify(facts, now, asOf))
    for (const found of classify(facts, then, asOf)) {
      const change = changes.get(found.category)!
      const held = before.get(found.category)?.holds ?? false
      if (held) change.before += 1
      if (found.holds) change.after += 1
      if (held !== found.holds)
        change[found.holds ? 'gained' : 'lost'].push(affected(person, found))
    }
  }
  return {
    asOf,
    categories: [...changes.values()].filter(({ before, after }) => before + after > 0),
  }
}

const byCategory = (found: readonly Classification[]) =>
  new Map(found.map((one) => [one.category, one]))

const affected = ({ id, name, villageName }: RosterPerson, { reason }: Classification) => ({
  id,
  name,
  villageName,
  reason,
})

/** The definition in force on a day, by its name and first day. */
export function definitionOn(ctx: StoreContext, day: Day): Pick<CategoryRules, 'title' | 'from'> {
  const { title, from } = categoryRulesOn(loadCategoryRules(ctx), day)
  return { title, from }
}
