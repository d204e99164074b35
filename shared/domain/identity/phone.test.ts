import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhones } from './phone'

/** Each reading in one word: the number, `none`, or `?` with the text that was no number. */
const short = (raw: string | number | null): string[] =>
  readPhones(raw).map((p) => (p.state === 'valid' ? p.number : p.state === 'none' ? 'none' : '?'))

describe('one number', () => {
  it.each([
    ['13800000000', 'mobile', '13800000000'],
    ['１３８００００００００', 'mobile', '13800000000'],
    ['138 0000 0000', 'mobile', '13800000000'],
    ['138-0000-0000', 'mobile', '13800000000'],
    ['+86 13800000000', 'mobile', '13800000000'],
    ['8613800000000', 'mobile', '13800000000'],
    ["'13800000000", 'mobile', '13800000000'],
    ['0917-3212345', 'landline', '0917-3212345'],
    ['0917 3212345', 'landline', '0917-3212345'],
    ['09173212345', 'landline', '0917-3212345'],
    ['（029）88880000', 'landline', '029-88880000'],
    ['029－88880000－8', 'landline', '029-88880000-8'],
    ['029-88880000转8', 'landline', '029-88880000-8'],
    ['3212345', 'landline', '3212345'],
    ['668123', 'short', '668123'],
    ['4000000000', 'service', '4000000000'],
    ['12345', 'service', '12345'],
  ])('%s', (raw, kind, number) => {
    expect(readPhones(raw)).toEqual([{ state: 'valid', kind, number }])
  })

  it('comes from number cells, the lost zero of an area code put back', () => {
    expect(short(13800000000)).toEqual(['13800000000'])
    expect(short(9173212345)).toEqual(['0917-3212345'])
    expect(short(1380000000)).toEqual(['?'])
    expect(short(1.5)).toEqual(['?'])
  })

  it('keeps whose it is', () => {
    expect(readPhones('儿子13800000000')).toEqual([
      { state: 'valid', kind: 'mobile', number: '13800000000', note: '儿子' },
    ])
    expect(readPhones('13800000000（邻居）')[0]).toHaveProperty('note', '邻居')
    expect(readPhones('电话：13800000000')[0]).not.toHaveProperty('note')
  })
})

describe('no number', () => {
  it('is different from an empty cell', () => {
    expect(readPhones('')).toEqual([])
    expect(readPhones(null)).toEqual([])
    expect(readPhones(' \u200B')).toEqual([])
    for (const raw of ['无', '/', ' 无 ', '没有电话', '-', '／'])
      expect(readPhones(raw)).toEqual([{ state: 'none' }])
  })

  it.each([
    ['1380000000', '手机号应为 11 位，此处 10 位'],
    ['12800000000', '手机号不会以 12 开头'],
    ['0917-32', '固定电话位数不对，此处连区号 6 位'],
    ['1.39E+10', '号码被存成科学计数法，末尾已丢失，请补齐'],
    ['同上', '“同上”里没有号码'],
    ['99', '不像电话号码，此处 2 位'],
  ])('%s: %s', (raw, message) => {
    expect(readPhones(raw)).toMatchObject([{ state: 'invalid', message }])
  })
})

describe('several in one cell', () => {
  it.each([
    ['13800000000／13900000000'],
    ['13800000000、13900000000'],
    ['13800000000；13900000000'],
    ['13800000000;13900000000'],
    ['13800000000,13900000000'],
    ['13800000000 13900000000'],
    ['13800000000\n13900000000'],
    ['13800000000\r\n13900000000'],
    ['13800000000或13900000000'],
    ['13800000000（儿子）13900000000（女儿）'],
    ['1380000000013900000000'],
    ['138 0000 0000/139 0000 0000'],
  ])('%j', (raw) => {
    expect(short(raw)).toEqual(['13800000000', '13900000000'])
  })

  it('keeps the place of 无 among the children', () => {
    expect(short('无；13800000000')).toEqual(['none', '13800000000'])
    expect(short('13800000000\n无\n13900000000')).toEqual(['13800000000', 'none', '13900000000'])
  })

  it('tells the good from the bad', () => {
    expect(short('13800000000/1390000')).toEqual(['13800000000', '?'])
    expect(short('0917-3212345 13800000000')).toEqual(['0917-3212345', '13800000000'])
  })

  it('reads any list of mobiles in order, whatever stands between', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
    const between = fc.constantFrom('/', '、', '；', ' ', '\n', '，', ' / ')
    fc.assert(
      fc.property(fc.array(mobile, { minLength: 1, maxLength: 5 }), between, (numbers, gap) => {
        expect(short(numbers.join(gap))).toEqual(numbers)
      }),
    )
  })

  it('takes any text without throwing', () => {
    const soup = fc.string({
      unit: fc.constantFrom(...'0123456789 -/+转()无儿；\n'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(soup, (raw) => {
        expect(Array.isArray(readPhones(raw))).toBe(true)
      }),
    )
  })
})
