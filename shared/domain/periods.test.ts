import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './calendar/days'
import { holdsOn, standingOn, succession, type Period } from './periods'

const start = '2026-01-01'
const offset = fc.integer({ min: 0, max: 400 })
const day = offset.map((days) => addDays(start, days))

interface Fact extends Period {
  value: string
}

/** Facts that exclude each other, in any order, with gaps and perhaps an open end. */
const facts: fc.Arbitrary<Fact[]> = fc
  .tuple(fc.uniqueArray(offset, { maxLength: 10 }), fc.boolean())
  .map(([edges, open]) => {
    const sorted = edges.sort((a, b) => a - b)
    const spans: Fact[] = []
    for (let at = 0; at < sorted.length; at += 2) {
      const from = addDays(start, sorted[at]!)
      const next = sorted[at + 1]
      if (next === undefined && !open) break
      spans.push({ value: `v${at}`, from, to: next === undefined ? null : addDays(start, next) })
    }
    return spans.reverse()
  })

const apply = (before: Fact[], from: string): Fact[] => {
  const { ended, replaced } = succession(before, from)
  const ends = new Map(ended)
  return [
    ...before
      .filter((fact) => !replaced.includes(fact))
      .map((fact) => ({ ...fact, to: ends.get(fact) ?? fact.to })),
    { value: 'new', from, to: null },
  ]
}

describe('succession', () => {
  it('changes nothing before its day and lets only the new fact hold from it on', () => {
    fc.assert(
      fc.property(facts, day, day, (before, from, asked) => {
        const holding = (all: Fact[]): string[] =>
          all.filter((fact) => holdsOn(fact, asked)).map(({ value }) => value)
        const after = apply(before, from)
        expect(holding(after)).toEqual(asked < from ? holding(before) : ['new'])
        expect(after.every(({ from, to }) => to === null || from <= to)).toBe(true)
      }),
    )
  })
})

describe('standingOn', () => {
  it('is the fact that holds, or the nearest in the past, or else the nearest to come', () => {
    fc.assert(
      fc.property(facts, day, (all, asked) => {
        const found = standingOn(all, asked)
        const holding = all.filter((fact) => holdsOn(fact, asked))
        const begun = all.filter(({ from }) => from <= asked).map(({ from }) => from)
        const coming = all.filter(({ from }) => from > asked).map(({ from }) => from)
        if (holding.length > 0) expect(found).toBe(holding[0])
        else if (begun.length > 0) expect(found?.from).toBe(begun.sort().at(-1))
        else expect(found?.from).toBe(coming.sort()[0])
      }),
    )
  })
})
