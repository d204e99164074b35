import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineCode, readSheetCode, serialOf, sheetNumber } from './sheet-number'

describe('the number of a visit sheet', () => {
  it.each([
    ['2611-007', '2611-007', null],
    ['2611-7', '2611-007', null],
    ['2611007', '2611-007', null],
    ['２６１１－００７', '2611-007', null],
    ['№ 2611-007-03', '2611-007', 3],
    ['任务单 2611-007', '2611-007', null],
    ['2611007-3', '2611-007', 3],
    ['2611 7 12', '2611-007', 12],
  ])('reads %j', (text, number, line) => {
    expect(readSheetCode(text)).toEqual({ number, line })
  })

  it.each(['', '张吉祥', '7', '2611', '2611-000', '2611-007-0', '13900001111', '2611-007-03-1'])(
    'takes %j for no sheet',
    (text) => {
      expect(readSheetCode(text)).toBeNull()
    },
  )

  it('reads back every number and code it prints', () => {
    const month = fc.tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(
        month,
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 999 }),
        ([year, at], serial, position) => {
          const number = sheetNumber(`${year}-${String(at).padStart(2, '0')}-01`, serial)
          expect(serialOf(number)).toBe(serial)
          expect(readSheetCode(number)).toEqual({ number, line: null })
          expect(readSheetCode(lineCode(number, position))).toEqual({ number, line: position })
        },
      ),
    )
  })
})
