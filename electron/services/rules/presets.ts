import { failure } from '@shared/contract/failure'
import { rulePresets, type RulePreset } from '@shared/domain/cadence/rules'

export function presetNamed(key: string): RulePreset {
  const preset = rulePresets.find((one) => one.key === key)
  if (!preset) throw failure('NOT_FOUND', '没有这套预设规则。')
  return preset
}
