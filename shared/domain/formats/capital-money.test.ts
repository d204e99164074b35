import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalMoney } from './capital-money'

describe('大写金额', () => {
  it.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [0.5, '伍角整'],
    [0.56, '伍角陆分'],
    [10, '壹拾元整'],
    [105, '壹佰零伍元整'],
    [325.04, '叁佰贰拾伍元零肆分'],
    [1409.5, '壹仟肆佰零玖元伍角整'],
    [6007.14, '陆仟零柒元壹角肆分'],
    [10_000, '壹万元整'],
    [16_409.02, '壹万陆仟肆佰零玖元零贰分'],
    [100_010, '壹拾万零壹拾元整'],
    [1_680.32, '壹仟陆佰捌拾元叁角贰分'],
    [20_005_000, '贰仟万零伍仟元整'],
    [100_000_000, '壹亿元整'],
    [100_000_001, '壹亿零壹元整'],
    [999_999_999_999.99, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [-80, '负捌拾元整'],
  ])('%s is %s', (amount, expected) => {
    expect(capitalMoney(amount)).toBe(expected)
  })

  it.each([
    ['1,200.00元', '壹仟贰佰元整'],
    ['￥80', '捌拾元整'],
    ['0.999', '壹元整'],
    ['1.', '壹元整'],
  ])('reads %s', (amount, expected) => {
    expect(capitalMoney(amount)).toBe(expected)
  })

  it.each(['', '不详', '1e5', '1.2.3', '1000000000000', 'NaN', '80元/月'])(
    'leaves %s',
    (amount) => {
      expect(capitalMoney(amount)).toBeNull()
    },
  )

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        expect(centsOf(capitalMoney(text)!)).toBe(cents)
      }),
    )
  })
})

/** Reads capitals the plain way: digit, place, group. */
function centsOf(words: string): number {
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let total = 0
  let group = 0
  let digit = 0
  for (const character of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    if (value >= 0) digit = value
    else if (character in places) {
      group += digit * places[character]!
      digit = 0
    } else if (character === '亿' || character === '万' || character === '元') {
      total = (total + group + digit) * (character === '元' ? 100 : 1)
      if (character === '亿' || character === '万') {
        // 亿 and 万 multiply what stands before them only.
        const scale = character === '亿' ? 100_000_000 : 10_000
        const high = Math.floor(total / 100_000_000) * 100_000_000
        total = character === '万' ? high + (total - high) * scale : total * scale
      }
      group = 0
      digit = 0
    } else if (character === '角') {
      total += digit * 10
      digit = 0
    } else if (character === '分') total += digit
  }
  return total
}
