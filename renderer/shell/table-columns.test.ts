import { describe, expect, it } from 'vitest'
import { emsOf, gridWidths, nextSort, sortRows, type Column } from './table-columns'

interface Person {
  name: string
  age: number | null
}
const columns: Column<Person>[] = [
  { key: 'name', title: '姓名', text: (row) => row.name, sortBy: (row) => row.name, whole: true },
  { key: 'age', title: '年龄', sortBy: (row) => row.age, width: 64, grow: 1 },
]
const people: Person[] = [
  { name: '张三', age: 71 },
  { name: '尉迟彩霞', age: null },
  { name: '安平', age: 90 },
]

describe('sortRows', () => {
  it('sorts names by pinyin', () => {
    expect(sortRows(people, columns, 'name').map((row) => row.name)).toEqual([
      '安平',
      '尉迟彩霞',
      '张三',
    ])
  })

  it('keeps rows without a value last in both directions', () => {
    expect(sortRows(people, columns, 'age').map((row) => row.age)).toEqual([71, 90, null])
    expect(sortRows(people, columns, '-age').map((row) => row.age)).toEqual([90, 71, null])
  })

  it('leaves the order alone when nothing is sorted', () => {
    expect(sortRows(people, columns, '')).toEqual(people)
  })
})

describe('nextSort', () => {
  it('goes round: up, down, as delivered', () => {
    expect(nextSort('', 'age')).toBe('age')
    expect(nextSort('age', 'age')).toBe('-age')
    expect(nextSort('-age', 'age')).toBe('')
    expect(nextSort('-age', 'name')).toBe('name')
  })
})

describe('gridWidths', () => {
  it('makes room for the longest name', () => {
    expect(emsOf('尉迟彩霞')).toBe(4)
    expect(gridWidths(columns, people).template).toBe(
      'max(7.5rem, calc(3.75rem + 20px)) minmax(64px, 1fr)',
    )
  })

  it('asks for no more width than the columns need, however they share what is left', () => {
    const growing = columns.map((column) => ({ ...column, whole: false, grow: 3 }))
    expect(gridWidths(growing, people, 2.5)).toEqual({
      template: '2.5rem minmax(120px, 3fr) minmax(64px, 3fr)',
      least: 'calc(2.5rem + 120px + 64px)',
    })
  })
})
