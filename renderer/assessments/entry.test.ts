import { describe, expect, it } from 'vitest'
import { currentScale } from '@shared/domain/assessments/scales'
import {
  answered,
  answerOfKey,
  blankEntry,
  isAnswered,
  isComplete,
  namesIn,
  stepsOf,
} from './entry'

const scale = currentScale('gbt42195')
const steps = stepsOf(scale)

describe('typing an assessment from paper', () => {
  it('takes 26 digits in a row and then three answers', () => {
    const keys = ['44444444', '4443', '444444112', '22434', '0n0'].join('')
    let entry = blankEntry('2026-11-21', 'first')
    ;[...keys].forEach((key, at) => {
      entry = { ...entry, ...answered(entry, steps[at]!, answerOfKey(scale, steps[at]!, key)) }
    })
    expect(steps).toHaveLength(29)
    expect(isComplete(scale, entry)).toBe(true)
    expect(Object.values(entry.answers).reduce((a, b) => a + b)).toBe(90)
    expect(Object.values(entry.changes)).toEqual([false, false, false])
  })

  it('takes no digit an item does not have, and one digit for ten points', () => {
    const step = (code: string) =>
      steps.find((one) => one.kind === 'item' && one.item.code === code)!
    expect(answerOfKey(scale, step('vision'), '3')).toBeUndefined()
    expect(answerOfKey(scale, step('stairs'), '3')).toBe(3)
    expect(answerOfKey(scale, step('stairs'), 'x')).toBeUndefined()
    const barthel = currentScale('barthel')
    const [eating, bathing] = stepsOf(barthel)
    expect(answerOfKey(barthel, eating!, '2')).toBe(10)
    expect(answerOfKey(barthel, bathing!, '2')).toBeUndefined()
  })

  it('can take an answer back', () => {
    const entry = blankEntry('2026-11-21', 'first')
    const once = { ...entry, ...answered(entry, steps[0]!, 3) }
    expect(isAnswered(steps[0]!, once)).toBe(true)
    const back = { ...once, ...answered(once, steps[0]!, undefined) }
    expect(back).toEqual(entry)
  })

  it('reads names as people write them', () => {
    expect(namesIn(' 周评估、李护士，王医生 ')).toEqual(['周评估', '李护士', '王医生'])
    expect(namesIn('')).toEqual([])
  })
})
