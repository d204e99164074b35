import { gbt42195Once } from '@shared/domain/assessments/gbt42195'
import { levelLabel } from '@shared/domain/assessments/scale'
import { healthLabel, selfCareLabel } from '@shared/domain/vocabulary'
import type { CategoryFacts } from './facts'
import { type Finding, no, undecided, yes } from './finding'
import type { CategoryRules } from './rules'

type Loss = 'none' | 'partial' | 'full'

/** 失能 (`full`) or 半失能 (`partial`): the two exclude each other. */
export function findIncapacity(
  wanted: Exclude<Loss, 'none'>,
  facts: CategoryFacts,
  rules: CategoryRules,
): Finding {
  const rule = ruleText(rules)
  const judged = judgedLoss(facts, rules)
  if (judged === null) {
    return undecided(rule, [rules.incapacity === 'assessment' ? '能力评估' : '自理能力'])
  }
  return judged.loss === wanted ? yes(rule, judged.reason) : no(rule, judged.reason)
}

function ruleText(rules: CategoryRules): string {
  const { incapacity, incapacitatedUpTo: full, partlyIncapacitatedUpTo: partly } = rules
  const bySelfCare = '不能自理为失能、半自理为半失能'
  if (incapacity === 'selfCare') return `按自理能力：${bySelfCare}`
  const partlyText = partly === null ? '' : `、${full + 1}至${partly}分为半失能`
  const byScore = `按能力评估：${full}分及以下为失能${partlyText}`
  return incapacity === 'assessment' ? byScore : `${byScore}；未评估的按自理能力，${bySelfCare}`
}

function judgedLoss(
  facts: CategoryFacts,
  rules: CategoryRules,
): { loss: Loss; reason: string } | null {
  const { assessmentScore: score, assessmentLevel: level, selfCare, health } = facts
  if (rules.incapacity !== 'selfCare' && score !== null) {
    const counted = scoreOfLevel(score, level)
    const adjusted = counted === score ? '' : `，定为${levelLabel(gbt42195Once, level!)}`
    return { loss: lossByScore(counted, rules), reason: `能力评估得分${score}分${adjusted}` }
  }
  if (rules.incapacity === 'assessment') return null
  const unassessed = rules.incapacity === 'assessmentFirst' ? '尚无能力评估，' : ''
  if (selfCare !== null) {
    const loss = { able: 'none', partly: 'partial', unable: 'full' } as const
    return {
      loss: loss[selfCare],
      reason: `${unassessed}自理能力登记为${selfCareLabel[selfCare]}`,
    }
  }
  if (health !== 'disabled') return null
  return { loss: 'full', reason: `${unassessed}健康状况登记为${healthLabel.disabled}` }
}

/**
 * The score as the final level means it: unchanged where it has that level, else the nearest that
 * does. A score of 80 with dementia is raised to 中度失能 and counts as 65.
 */
function scoreOfLevel(score: number, level: string | null): number {
  const { levels } = gbt42195Once
  const at = levels.findIndex(({ code }) => code === level)
  if (at < 0) return score
  const most = at === 0 ? score : levels[at - 1]!.from - 1
  return Math.max(levels[at]!.from, Math.min(score, most))
}

function lossByScore(score: number, rules: CategoryRules): Loss {
  if (score <= rules.incapacitatedUpTo) return 'full'
  return score <= (rules.partlyIncapacitatedUpTo ?? -1) ? 'partial' : 'none'
}
