import { gbt42195Groups } from './gbt42195-items'
import type { Scale } from './scale'

const cuts =
  'GB/T 42195-2022，26 项 90 分；90 分完好，66–89 轻度，46–65 中度，30–45 重度，0–29 完全失能；昏迷直接判完全失能'

const base = {
  code: 'gbt42195',
  groups: gbt42195Groups,
  levels: [
    { code: 'intact', label: '能力完好', from: 90 },
    { code: 'mild', label: '轻度失能', from: 66 },
    { code: 'moderate', label: '中度失能', from: 46 },
    { code: 'severe', label: '重度失能', from: 30 },
    { code: 'complete', label: '完全失能', from: 0 },
  ],
  questions: [
    {
      code: 'coma',
      ask: '目前处于昏迷状态？',
      because: '处于昏迷状态',
      effect: 'worst',
      suggestedBy: { item: 'consciousness', points: 0 },
    },
    {
      code: 'mentalDisorder',
      ask: '确诊痴呆（F00–F03），或经精神科医生诊断有其他精神障碍（F04–F99）？',
      because: '确诊痴呆或其他精神障碍',
      effect: 'raise',
    },
    {
      code: 'careEvents',
      ask: '近 30 天内有 2 次及以上跌倒、噎食、走失、自伤、自杀等照护风险事件？',
      because: '近 30 天有 2 次及以上照护风险事件',
      effect: 'raise',
    },
  ],
  step: 1,
} as const

/**
 * GB/T 42195-2022 as the office reads it by default. Whether two reasons to raise the level add up
 * is not settled by the sources at hand: together they raise it once, and the final level can be set
 * by hand with a reason.
 */
export const gbt42195Once: Scale = {
  ...base,
  version: '2022',
  versionTitle: '2022 版（两项变更合并加重一级）',
  basis: `${cuts}，精神障碍与照护风险事件合并只加重一级`,
  raises: 'once',
}

/** The same, read so that each reason raises the level by one. */
export const gbt42195Each: Scale = {
  ...base,
  version: '2022-each',
  versionTitle: '2022 版（两项变更各加重一级）',
  basis: `${cuts}，精神障碍与照护风险事件各加重一级`,
  raises: 'each',
}
