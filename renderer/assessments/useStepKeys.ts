import { useState } from 'react'
import type { Scale } from '@shared/domain/assessments/scale'
import { answered, answerOfKey, digitsOf, type AssessmentEntry, type Step } from './entry'

interface StepKeys {
  /** The step the next key answers; `steps.length` is past the last one. */
  at: number
  moveTo: (at: number) => void
  answer: (at: number, answer: number | boolean) => void
  onKeyDown: (event: React.KeyboardEvent) => void
  /** What a key that answers nothing was told. */
  refusal: string | null
}

/**
 * Answers by keyboard alone: a digit (1/0 or Y/N for a question) answers and goes on, ↑↓ move,
 * ←→ and PgUp PgDn turn the page, Backspace takes the last answer back.
 */
export function useStepKeys(options: {
  scale: Scale
  steps: Step[]
  entry: AssessmentEntry
  onChange: (patch: Partial<AssessmentEntry>) => void
  start: number
}): StepKeys {
  const { scale, steps, entry, onChange, start } = options
  const [at, setAt] = useState(start)
  const [refusal, setRefusal] = useState<string | null>(null)

  const moveTo = (next: number): void => {
    setRefusal(null)
    setAt(Math.max(0, Math.min(steps.length, next)))
  }
  const answer = (step: number, value: number | boolean): void => {
    onChange(answered(entry, steps[step]!, value))
    moveTo(step + 1)
  }
  const takeBack = (): void => {
    const step = steps[at - 1]
    if (!step) return
    onChange(answered(entry, step, undefined))
    moveTo(at - 1)
  }
  const turn = (by: 1 | -1): void => {
    const page = pageOf(steps, at)
    const firsts = steps.flatMap((_, index) =>
      index === 0 || pageOf(steps, index) !== pageOf(steps, index - 1) ? [index] : [],
    )
    firsts.push(steps.length)
    const current = firsts.findIndex((first) => pageOf(steps, first) === page)
    moveTo(firsts[current + by] ?? at)
  }

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      ArrowRight: () => turn(1),
      ArrowLeft: () => turn(-1),
      PageDown: () => turn(1),
      PageUp: () => turn(-1),
      Home: () => moveTo(0),
      End: () => moveTo(steps.length - 1),
      Backspace: takeBack,
    }
    const move = moves[event.key]
    const step = steps[at]
    if (move) {
      event.preventDefault()
      move()
    } else if (step && event.key.length === 1) {
      event.preventDefault()
      const value = answerOfKey(scale, step, event.key)
      if (value !== undefined) answer(at, value)
      else setRefusal(hintOf(scale, step))
    }
  }
  return { at, moveTo, answer, onKeyDown, refusal }
}

const hintOf = (scale: Scale, step: Step): string =>
  step.kind === 'item'
    ? `“${step.item.title}”只能按 ${digitsOf(scale, step.item)}`
    : '是按 1 或 Y，否按 0 或 N'

/** The page a step stands on: its group, the questions, or the filing at the end. */
export function pageOf(steps: readonly Step[], at: number): string {
  const step = steps[at]
  if (!step) return 'filing'
  return step.kind === 'item' ? step.group.code : 'questions'
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select')
