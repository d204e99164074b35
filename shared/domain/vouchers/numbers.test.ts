import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberAt, numbersOf, readNumbers } from './numbers'

const run = fc.record({
  prefix: fc.constantFrom('', 'ZC', 'ZC2026', 'ZC2026-'),
  first: fc.integer({ min: 1, max: 99_990 }),
  count: fc.integer({ min: 1, max: 200 }),
})

describe('numbers of vouchers', () => {
  it('are all different, of one length, and stand in the order in which they sort', () => {
    fc.assert(
      fc.property(run, (one) => {
        const numbers = numbersOf(one)
        expect(new Set(numbers).size).toBe(one.count)
        expect(new Set(numbers.map((number) => number.length)).size).toBe(1)
        expect(numbers.toSorted()).toEqual(numbers)
      }),
    )
  })

  it('are read back from the first and the last of a run, and one by one', () => {
    fc.assert(
      fc.property(run, (one) => {
        const numbers = numbersOf(one)
        const ends = `${numberAt(one, 0)}~${numberAt(one, one.count - 1)}`
        expect(readNumbers(ends, 500)).toEqual({ numbers })
        expect(readNumbers(numbers.join('，'), 500)).toEqual({ numbers })
      }),
    )
  })

  it('are read with only the tail of the last written, in small letters, once each', () => {
    expect(readNumbers('zc20260007~0009 ZC20260008；ZC20260020', 10)).toEqual({
      numbers: ['ZC20260007', 'ZC20260008', 'ZC20260009', 'ZC20260020'],
    })
  })

  it('refuse a run that goes backwards or is longer than what is taken at a time', () => {
    expect(readNumbers('ZC0009~0007', 10)).toMatchObject({ error: expect.stringMatching(/止号/) })
    expect(readNumbers('ZC0001~9999', 10)).toMatchObject({ error: expect.stringMatching(/10 张/) })
  })
})
