import {
  itemsOf,
  type Answers,
  type Changes,
  type ChangeQuestion,
  type Scale,
  type ScaleGroup,
  type ScaleItem,
} from '@shared/domain/assessments/scale'
import type { Day } from '@shared/domain/calendar/types'
import type { AssessmentReason, AssessmentSource } from '@shared/domain/vocabulary'

/** What the form holds; a draft of it is kept. */
export interface AssessmentEntry {
  answers: Answers
  changes: Changes
  date: string
  reason: AssessmentReason | null
  source: AssessmentSource
  /** Names, separated by 、 or spaces. */
  assessors: string
  /** '' takes the computed level. */
  finalLevel: string
  finalReason: string
  /** '' takes the day the rules give. */
  nextDue: string
  note: string
}

export const blankEntry = (today: Day, reason: AssessmentReason): AssessmentEntry => ({
  answers: {},
  changes: {},
  date: today,
  reason,
  source: 'screening',
  assessors: '',
  finalLevel: '',
  finalReason: '',
  nextDue: '',
  note: '',
})

/** One thing to answer, in the order of the paper. */
export type Step =
  | { kind: 'item'; item: ScaleItem; group: ScaleGroup }
  | { kind: 'question'; question: ChangeQuestion }

export const stepsOf = (scale: Scale): Step[] => [
  ...scale.groups.flatMap((group) =>
    group.items.map((item): Step => ({ kind: 'item', item, group })),
  ),
  ...scale.questions.map((question): Step => ({ kind: 'question', question })),
]

export const codeOf = (step: Step): string =>
  step.kind === 'item' ? step.item.code : step.question.code

export const isAnswered = (step: Step, { answers, changes }: AssessmentEntry): boolean =>
  (step.kind === 'item' ? answers[codeOf(step)] : changes[codeOf(step)]) !== undefined

/** The digit that chooses an answer of so many points. */
export const digitOf = (scale: Scale, points: number): number => points / scale.step

/** The digits an item takes: 0–4. */
export const digitsOf = (scale: Scale, item: ScaleItem): string =>
  `0–${digitOf(scale, item.anchors[0]!.points)}`

/** What a pressed key answers; undefined where it answers nothing here. */
export function answerOfKey(scale: Scale, step: Step, key: string): number | boolean | undefined {
  if (step.kind === 'question') {
    if (key === '1' || key.toLowerCase() === 'y') return true
    return key === '0' || key.toLowerCase() === 'n' ? false : undefined
  }
  if (!/^\d$/.test(key)) return undefined
  const points = Number(key) * scale.step
  return step.item.anchors.some((anchor) => anchor.points === points) ? points : undefined
}

/** The entry with one step answered, or with its answer taken back (undefined). */
export function answered(
  entry: AssessmentEntry,
  step: Step,
  answer: number | boolean | undefined,
): Pick<AssessmentEntry, 'answers' | 'changes'> {
  const field = step.kind === 'item' ? 'answers' : 'changes'
  const { [codeOf(step)]: _before, ...others } = entry[field] as Record<string, unknown>
  const next = answer === undefined ? others : { ...others, [codeOf(step)]: answer }
  return { answers: entry.answers, changes: entry.changes, [field]: next }
}

/** Whether an item was answered so that a question after the items should be looked at again. */
export const isSuggested = ({ suggestedBy }: ChangeQuestion, answers: Answers): boolean =>
  suggestedBy !== undefined && answers[suggestedBy.item] === suggestedBy.points

export const isComplete = (scale: Scale, { answers, changes }: AssessmentEntry): boolean =>
  itemsOf(scale).every(({ code }) => answers[code] !== undefined) &&
  scale.questions.every(({ code }) => changes[code] !== undefined)

export const namesIn = (text: string): string[] => text.split(/[\s、，,；;]+/).filter(Boolean)
