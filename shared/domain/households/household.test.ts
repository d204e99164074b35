import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdOn, householdsOn, type HouseholdFile } from './household'

const day = '2026-11-21'
const file = (id: number, spouse: number | null = null, home: number | null = null) => ({
  id,
  spouseRecipientId: spouse,
  households: home === null ? [] : [{ householdId: home, from: '2026-01-01', to: null }],
})
const homeOf = (files: readonly HouseholdFile[], id: number, on = day) =>
  [...(householdsOn(files, on).get(id) ?? [id])].toSorted((a, b) => a - b)

describe('a household', () => {
  it('finds the couple from either file, also where only one of the two names the other', () => {
    const files = [file(1, 2), file(2), file(3)]
    expect([1, 2, 3].map((id) => homeOf(files, id))).toEqual([[1, 2], [1, 2], [3]])
  })

  it('holds a mother, her son, his wife and her sister, each found from any of them', () => {
    const files = [file(1, null, 7), file(2, 3, 7), file(3, 2), file(4, null, 7), file(5, null, 8)]
    for (const id of [1, 2, 3, 4]) expect(homeOf(files, id)).toEqual([1, 2, 3, 4])
    expect(homeOf(files, 5)).toEqual([5])
  })

  it('leaves a couple apart that was written into two homes', () => {
    const files = [file(1, 2, 7), file(2, 1, 8), file(3, null, 7)]
    expect(homeOf(files, 1)).toEqual([1, 3])
    expect(homeOf(files, 2)).toEqual([2])
  })

  it('tells who lived together on the day asked for', () => {
    const moved: HouseholdFile = {
      id: 1,
      spouseRecipientId: null,
      households: [
        { householdId: 7, from: '2025-01-01', to: '2026-05-31' },
        { householdId: 8, from: '2026-06-01', to: null },
      ],
    }
    const files = [moved, file(2, null, 7), file(3, null, 8)]
    expect(homeOf(files, 1, '2026-05-31')).toEqual([1, 2])
    expect(homeOf(files, 1, '2026-06-01')).toEqual([1, 3])
  })

  it('is the same as asking everybody in turn whom they live with', () => {
    const count = 7
    const people = fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc
          .record({
            spouse: fc.option(fc.integer({ min: 1, max: count }), { nil: null }),
            home: fc.option(fc.integer({ min: 100, max: 102 }), { nil: null }),
          })
          .map(({ spouse, home }) => file(at + 1, spouse === at + 1 ? null : spouse, home)),
      ),
    )
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: count }), (files, id) => {
        expect(homeOf(files, id)).toEqual(plainHome(files, id))
      }),
    )
  })
})

/** Widens the circle by whoever lives with somebody in it, until nobody is added. */
function plainHome(files: readonly HouseholdFile[], id: number): number[] {
  const livesWith = (one: HouseholdFile, other: HouseholdFile): boolean => {
    const [a, b] = [householdOn(one, day), householdOn(other, day)]
    if (a !== null && b !== null) return a === b
    return one.spouseRecipientId === other.id || other.spouseRecipientId === one.id
  }
  let circle = files.filter((one) => one.id === id)
  for (;;) {
    const wider = files.filter((one) => circle.some((in_) => in_ === one || livesWith(in_, one)))
    if (wider.length === circle.length) return circle.map((one) => one.id)
    circle = wider
  }
}
