import { describe, expect, it } from 'vitest'
import { formats } from './formats'

describe('formats of form fields', () => {
  it.each([
    ['1934-12-21', '农历冬月十五'],
    ['1934年12月21日', '农历冬月十五'],
    ['农历冬月十五', '农历冬月十五'],
    ['1934年12月', ''],
    ['不详', ''],
    ['', ''],
  ])('农历 of %s is %s', (text, expected) => {
    expect(formats.农历(text)).toBe(expected)
  })

  it.each([
    ['610999193412210022', '610999************'],
    ['61099919341221002X', '610999************'],
    ['13900000001', '139****0001'],
    ['13900000001、13900000002', '139****0001、139****0002'],
    ['6222 0000 0000 0001 234', '***************1234'],
    ['尉迟彩霞', '尉***'],
    ['', ''],
  ])('脱敏 of %s is %s', (text, expected) => {
    expect(formats.脱敏(text)).toBe(expected)
  })

  it.each([
    ['1200', '壹仟贰佰元整'],
    ['1,200.50元', '壹仟贰佰元伍角整'],
    ['不详', ''],
  ])('大写 of %s is %s', (text, expected) => {
    expect(formats.大写(text)).toBe(expected)
  })
})
