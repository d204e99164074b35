import { describe, expect, it } from 'vitest'
import { readPlace, tidyGroup, VillageNames } from './places'

const known = new VillageNames(['上河村', '下河村', '观音桥社区', '青石村'])

describe('readPlace', () => {
  it.each([
    ['青石镇观音桥社区五组', { village: '观音桥社区', group: '五组' }],
    ['观音桥', { village: '观音桥社区' }],
    ['上河', { village: '上河村' }],
    ['上河三组', { village: '上河村', group: '三组' }],
    ['上河村委会', { village: '上河村' }],
    ['青石镇青石村"老学校"旁,二组', { village: '青石村', group: '二组' }],
    ['桃源县云台镇石桥村第5村民小组', { village: '石桥村', group: '五组' }],
    ['石桥村张家湾组', { village: '石桥村', group: '张家湾组' }],
    ['3组', { group: '三组' }],
    ['东莞市', {}],
    ['', {}],
  ])('%s', (text, place) => {
    expect(readPlace(text, known)).toEqual(place)
  })

  it('does not choose between two villages of one short name', () => {
    const twins = new VillageNames(['上河村', '上河社区'])
    expect(readPlace('上河', twins)).toEqual({})
    expect(readPlace('上河社区', twins)).toEqual({ village: '上河社区' })
  })
})

describe('tidyGroup', () => {
  it.each([
    ['3', '三组'],
    ['３组', '三组'],
    ['第十二村民小组', '十二组'],
    ['二社', '二社'],
    ['张家湾', '张家湾'],
  ])('%s → %s', (written, tidy) => {
    expect(tidyGroup(written)).toBe(tidy)
  })
})
