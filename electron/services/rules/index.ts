import { addRule, allRules, endRule, type StoredRule } from '@db/repositories/rules'
import { failure } from '@shared/contract/failure'
import type { RuleChange, rulesContract } from '@shared/contract/rules'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { rulePresets, type CadenceRule, type RulePreset } from '@shared/domain/cadence/rules'
import { holdsOn } from '@shared/domain/periods'
import type { HandlersOf } from '../../core/context'
import { complianceUnder, type Compliance } from '../compliance/standings'

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
        standing: standingOf(rule, ctx.today),
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

  'rules.preview': (ctx, change) => {
    const before = allRules(ctx)
    const { rules: after, from } = changed(before, change)
    const asOf = from > ctx.today ? from : ctx.today
    return {
      asOf,
      before: burdenOf(complianceUnder(ctx, before, asOf)),
      after: burdenOf(complianceUnder(ctx, after, asOf)),
    }
  },

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

function standingOf(rule: CadenceRule, today: Day): 'inForce' | 'ended' | 'coming' {
  if (holdsOn(rule, today)) return 'inForce'
  return rule.from > today ? 'coming' : 'ended'
}

/** The rules after a change, and the first day on which it shows. */
function changed(
  rules: readonly StoredRule[],
  change: RuleChange,
): { rules: CadenceRule[]; from: Day } {
  if (change.change === 'end') {
    const rule = ruleNamed(rules, change.id)
    return {
      rules: rules.flatMap((one) => (one === rule ? ended(one, change.on) : one)),
      from: addDays(change.on, 1),
    }
  }
  if (change.change === 'add') {
    return { rules: [...rules, { ...change, id: UNSAVED }], from: change.from }
  }
  const eve = addDays(change.from, -1)
  const kept = change.replaceOthers ? rules.flatMap((rule) => ended(rule, eve)) : rules
  const adopted = presetNamed(change.preset).rules.map((rule, index) => ({
    ...rule,
    id: UNSAVED + index,
    from: change.from,
    to: null,
  }))
  return { rules: [...kept, ...adopted], from: change.from }
}

/** Ids of rules that are only tried out: beyond those of saved ones, because ties go by id. */
const UNSAVED = Number.MAX_SAFE_INTEGER - 1000

/** The rule cut to its last day; nothing is left of one that was to begin later. */
function ended(rule: CadenceRule, on: Day): CadenceRule[] {
  if (rule.from > on) return []
  return [rule.to !== null && rule.to <= on ? rule : { ...rule, to: on }]
}

const reaching = (rules: readonly StoredRule[], day: Day): StoredRule[] =>
  rules.filter(({ to }) => to === null || to >= day)

function burdenOf({ people }: Compliance): {
  bound: number
  overdue: number
  due: number
  owed: number
} {
  const burden = { bound: 0, overdue: 0, due: 0, owed: 0 }
  for (const { standings, state } of people) {
    if (standings.length > 0) burden.bound += 1
    if (state === 'overdue' || state === 'due') burden[state] += 1
    for (const one of standings) {
      if (one.state !== 'exempt') burden.owed += Math.max(0, one.open.needed - one.open.done)
    }
  }
  return burden
}

function presetNamed(key: string): RulePreset {
  const preset = rulePresets.find((one) => one.key === key)
  if (!preset) throw failure('NOT_FOUND', '没有这套预设规则。')
  return preset
}

function ruleNamed(rules: readonly StoredRule[], id: number): StoredRule {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw failure('NOT_FOUND', '找不到这条规则。请刷新后再试。')
  return rule
}
