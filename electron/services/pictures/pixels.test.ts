import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { onWhite, reduced, upright, type Pixels } from './pixels'
import { cornersOf, quarters } from './test-photos'

// Which stored corner is seen at top left, top right, bottom left, bottom right.
it.each([
  [1, ['red', 'green', 'blue', 'grey']],
  [2, ['green', 'red', 'grey', 'blue']],
  [3, ['grey', 'blue', 'green', 'red']],
  [4, ['blue', 'grey', 'red', 'green']],
  [5, ['red', 'blue', 'green', 'grey']],
  [6, ['blue', 'red', 'grey', 'green']],
  [7, ['grey', 'green', 'blue', 'red']],
  [8, ['green', 'grey', 'red', 'blue']],
])('a picture held as %i is shown with the right corner at the top', (orientation, corners) => {
  const shown = upright(quarters(6, 4), orientation)
  expect(cornersOf(shown)).toEqual(corners)
  expect([shown.width, shown.height]).toEqual(orientation >= 5 ? [4, 6] : [6, 4])
})

const picture = fc
  .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((data): Pixels => ({ width, height, data })),
  )

const mean = ({ data }: Pixels, colour: number): number => {
  let sum = 0
  for (let at = colour; at < data.length; at += 4) sum += data[at]!
  return sum / (data.length / 4)
}

it('makes a picture small without losing or inventing light, and never makes it larger', () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 1, max: 24 }), (given, longest) => {
      const small = reduced(given, longest)
      expect(Math.max(small.width, small.height)).toBe(
        Math.min(longest, Math.max(given.width, given.height)),
      )
      expect(small.data).toHaveLength(small.width * small.height * 4)
      for (const colour of [0, 1, 2, 3])
        expect(Math.abs(mean(small, colour) - mean(given, colour))).toBeLessThan(1)
    }),
  )
})

it('lays what shines through on white', () => {
  const clear: Pixels = { width: 2, height: 1, data: Uint8Array.of(9, 9, 9, 0, 9, 9, 9, 255) }
  expect([...onWhite(clear).data]).toEqual([255, 255, 255, 255, 9, 9, 9, 255])
})
