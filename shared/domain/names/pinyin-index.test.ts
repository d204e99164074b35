import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialsOf, matchesName, nameQuery, searchKeysOf } from './pinyin-index'

const finds = (query: string, name: string, initials?: string) =>
  matchesName(query, searchKeysOf(name, initials))

describe('surnames of more than one reading', () => {
  it.each([
    ['单银秀', 'shan', 'dan'],
    ['仇银秀', 'qiu', 'chou'],
    ['曾德福', 'zeng', 'ceng'],
    ['解旺', 'xie', 'jie'],
    ['区玉珍', 'ou', 'qu'],
    ['查大山', 'zha', 'cha'],
    ['覃富贵', 'qin', 'tan'],
    ['乐长林', 'yue', 'le'],
    ['朴金花', 'piao', 'pu'],
    ['盖婉', 'ge', 'gai'],
    ['缪莲', 'miao', 'mou'],
    ['翟喜', 'zhai', 'di'],
    ['召旺', 'shao', 'zhao'],
    ['员旺', 'yun', 'yuan'],
    ['种旺', 'chong', 'zhong'],
    ['繁旺', 'po', 'fan'],
    ['尉迟彩霞', 'yuchi', 'weichi'],
  ])('%s is found by %s and by %s', (name, first, second) => {
    expect(finds(first, name)).toBe(true)
    expect(finds(second, name)).toBe(true)
    const given = initialsOf(name).slice(-1)
    if (name.length === 2) expect(finds(second[0] + given, name)).toBe(true)
  })

  it.each([
    ['华喜', 'huaxi'],
    ['任喜', 'renxi'],
    ['宁喜', 'ningxi'],
    ['吕喜', 'lvxi'],
    ['吕喜', 'lüxi'],
    ['欧阳金花', 'ouyangjinhua'],
    ['长孙喜', 'zhangsunxi'],
  ])('%s is found by %s', (name, query) => {
    expect(finds(query, name)).toBe(true)
  })
})

describe('a query', () => {
  it.each([
    '尉迟',
    '彩霞',
    '霞',
    'yuchicaixia',
    'yuchi',
    'yuch',
    'YCCX',
    'yc',
    'yuchi cx',
    'yu chi cai xia',
    'yuchicx',
    'caixia',
    'cx',
    'xi',
    '尉迟cx',
    '尉迟caix',
    'yuchi彩',
    'ychcx',
    '尉 迟',
    "yu'chi",
  ])('%s finds 尉迟彩霞', (query) => {
    expect(finds(query, '尉迟彩霞')).toBe(true)
  })

  it.each([
    '',
    ' ',
    'uchi',
    'yx',
    'yuchix',
    '尉霞',
    'yu ch i',
    'yccxx',
    'yuchi霞',
    '彩 尉',
    'y cha',
  ])('%j does not', (query) => {
    expect(finds(query, '尉迟彩霞')).toBe(false)
  })

  it('tells a match on the surname from one inside the name', () => {
    const keys = searchKeysOf('李长乐')
    expect(nameQuery('lcl')(keys)).toBe('start')
    expect(nameQuery('cl')(keys)).toBe('inside')
    expect(nameQuery('长乐')(keys)).toBe('inside')
    expect(nameQuery('zhangle')(keys)).toBe('inside')
  })

  it('takes the letters z, c, s and zh, ch, sh for an initial', () => {
    expect(finds('zsy', '张守义')).toBe(true)
    expect(finds('zhshy', '张守义')).toBe(true)
    expect(finds('zhasy', '张守义')).toBe(false)
  })

  it('finds rare characters by code point and keeps what has no reading out of the letters', () => {
    expect(finds('𫖯', '何𫖯')).toBe(true)
    expect(finds('hefu', '何𫖯')).toBe(true)
    expect(finds('𫖰', '何𫖯')).toBe(false)
    expect(finds('𱁬', '何𱁬')).toBe(true)
    expect(finds('he', '何𱁬')).toBe(true)
    expect(finds('\uD86D', '何𫖯')).toBe(false)
  })
})

describe('initials', () => {
  it.each([
    ['尉迟彩霞', 'YCCX'],
    ['单银秀', 'SYX'],
    ['解旺', 'XW'],
    ['杨  𫖯', 'YF'],
    ['何𱁬', 'H'],
    ['古丽·买买提', 'GLMMT'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
    expect(finds(initials, name)).toBe(true)
  })

  it('typed by the clerk find the name as well', () => {
    expect(finds('hd', '何𱁬', 'HD')).toBe(true)
    expect(nameQuery('hd')(searchKeysOf('何𱁬', 'HD'))).toBe('start')
    expect(finds('hd', '何𱁬')).toBe(false)
  })

  it('do not run on from the name', () => {
    expect(finds('wangzz', '解旺', 'ZZ')).toBe(false)
  })
})

it('finds any name by itself, by its readings and by any mixture of both', () => {
  const character = fc.constantFrom(
    ...'单仇曾解区查覃乐朴盖缪王李张刘尉迟欧阳彩霞金花德福长林𫖯𬭚𱁬',
  )
  const name = fc.array(character, { minLength: 2, maxLength: 4 }).map((c) => c.join(''))
  fc.assert(
    fc.property(name, fc.infiniteStream(fc.nat()), (text, choices) => {
      const keys = searchKeysOf(text)
      expect(keys).toHaveLength([...text].length)
      const query = keys.map((key) => {
        const spellings = key.split(' ')
        return spellings[choices.next().value! % spellings.length]!
      })
      expect(nameQuery(query.join(''))(keys)).toBe('start')
      expect(nameQuery(query.slice(1).join(''))(keys)).not.toBeNull()
    }),
  )
})
