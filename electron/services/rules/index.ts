import { addRule, allRules, endRule, type StoredRule } from '@db/repositories/rules'
import { failure } from '@shared/contract/failure'
import type { rulesContract } from '@shared/contract/rules'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { rulePresets, type CadenceRule } from '@shared/domain/cadence/rules'
import { holdsOn } from '@shared/domain/periods'
import type { HandlersOf } from '../../core/context'
import { presetNamed } from './presets'
import { previewOf } from './preview'
import { standingIn } from './standing'

export const rulesHandlers: HandlersOf<typeof rulesContract> = {
  'rules.list': (ctx) => {
    const rules = allRules(ctx)
    return {
      rules: rules.map((rule) => ({
        ...shown(rule),
        id: rule.id,
        from: rule.from,
        to: rule.to,
        preset: rule.preset,
        standing: standingIn(rule, ctx.today),
      })),
      presets: rulePresets.map((preset) => ({
        key: preset.key,
        title: preset.title,
        basis: preset.basis,
        rules: preset.rules.map(shown),
        inForce: rules.some((rule) => rule.preset === preset.key && holdsOn(rule, ctx.today)),
      })),
    }
  },

  'rules.preview': previewOf,

  'rules.adoptPreset': (ctx, { preset: key, from, replaceOthers }) => {
    const rules = allRules(ctx)
    const preset = presetNamed(key)
    if (rules.some((rule) => rule.preset === key && (rule.to === null || rule.to >= from))) {
      throw failure('CONFLICT', `“${preset.title}”已经在用，没有重复采用。`)
    }
    if (replaceOthers) {
      for (const rule of reaching(rules, from)) endRule(ctx, rule, addDays(from, -1))
    }
    return {
      ids: preset.rules.map((rule) => addRule(ctx, { ...rule, from, to: null, preset: key })),
    }
  },

  'rules.add': (ctx, rule) => {
    if (rule.to !== null && rule.to < rule.from) {
      throw failure('VALIDATION', '停用日期早于启用日期，没有保存。', { to: '不能早于启用日期' })
    }
    return { id: addRule(ctx, { ...rule, preset: null }) }
  },

  'rules.end': (ctx, { id, on }) => {
    const rule = ruleNamed(allRules(ctx), id)
    if (rule.to !== null && rule.to <= on) {
      throw failure('CONFLICT', `这条规则已于 ${rule.to} 停用，没有再改。`)
    }
    endRule(ctx, rule, on)
    return {}
  },
}

function shown({ title, duty, group, category, riskLevel, kinds, count, period }: RuleAsk) {
  return { title, duty, group, category, riskLevel, kinds: [...kinds], count, period }
}
type RuleAsk = Omit<CadenceRule, 'id' | 'from' | 'to'>

const reaching = (rules: readonly StoredRule[], day: Day): StoredRule[] =>
  rules.filter(({ to }) => to === null || to >= day)

function ruleNamed(rules: readonly StoredRule[], id: number): StoredRule {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw failure('NOT_FOUND', '找不到这条规则。请刷新后再试。')
  return rule
}
