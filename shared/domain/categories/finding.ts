/** What the facts say about one category, before any override. */
export interface Finding {
  readonly holds: boolean
  /** The facts it rests on, in a sentence a clerk can check. */
  readonly reason: string
  /** The definition it was found by. */
  readonly rule: string
  /** Facts that could change the result and are missing (信息待补); empty where it is certain. */
  readonly unknown: readonly string[]
}

/** Yes, no, or the name of the fact that is missing to tell. */
export type Answer = boolean | string

export const yes = (rule: string, reason: string): Finding => ({
  holds: true,
  reason,
  rule,
  unknown: [],
})

export const no = (rule: string, reason: string): Finding => ({
  holds: false,
  reason,
  rule,
  unknown: [],
})

export const undecided = (rule: string, missing: readonly string[]): Finding => {
  const unknown = [...new Set(missing)]
  return { holds: false, reason: `尚缺${unknown.join('、')}，暂不能认定`, rule, unknown }
}

export const missingOf = (answers: readonly Answer[]): string[] =>
  answers.filter((answer) => typeof answer === 'string')

const numberWords = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一名, 两名 … as a sentence says it. */
export const people = (count: number): string => `${numberWords[count] ?? count}名`
