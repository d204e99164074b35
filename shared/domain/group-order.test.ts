import { expect, it } from 'vitest'
import { compareGroupNames } from './group-order'

it('groups come in the order they are counted, named ones last', () => {
  const names = ['十一组', '东湾组', '三组', '第2组', '十组', '一组']
  expect(names.sort(compareGroupNames)).toEqual([
    '一组',
    '第2组',
    '三组',
    '十组',
    '十一组',
    '东湾组',
  ])
})
