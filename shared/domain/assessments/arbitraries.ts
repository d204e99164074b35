import * as fc from 'fast-check'
import { itemsOf, type Answers, type Changes, type Scale } from './scale'

/** A complete set of answers a clerk may give. */
export const answersOf = (scale: Scale): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      itemsOf(scale).map(({ code, anchors }) => [
        code,
        fc.constantFrom(...anchors.map(({ points }) => points)),
      ]),
    ),
  )

export const changesOf = (scale: Scale): fc.Arbitrary<Changes> =>
  fc.record(Object.fromEntries(scale.questions.map(({ code }) => [code, fc.boolean()])))

/** Answers that add up to a total: the best ones, with points taken away item by item. */
export function answersTotalling(scale: Scale, total: number): Answers {
  const items = itemsOf(scale)
  const answers: Record<string, number> = {}
  let left = total
  for (const { code, anchors } of items) {
    const points = anchors.find((anchor) => anchor.points <= left)!.points
    answers[code] = points
    left -= points
  }
  if (left !== 0) throw new RangeError(`no answers of ${scale.version} add up to ${total}`)
  return answers
}

/** Every question answered no, but those named. */
export const onlyYes = (scale: Scale, ...codes: string[]): Changes =>
  Object.fromEntries(scale.questions.map(({ code }) => [code, codes.includes(code)]))
