/** How a dated step of a case came out: a duty may also be found needless, with the reason. */
export const stepOutcomeLabel = { done: '已做', skipped: '不需要' } as const
export type StepOutcome = keyof typeof stepOutcomeLabel

/** The step every case begins with, and the one that corrects what was written. */
export const ownSteps = { open: '登记', correct: '更正' } as const
