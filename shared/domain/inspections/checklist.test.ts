import { array, assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendedBy, troublesOf, usualStandards, type ItemResult } from './checklist'

const { items } = usualStandards
const keys = items.map(({ key }) => key)
const marks = array(constantFrom('met', 'problem', 'notApplicable', null), {
  minLength: items.length,
  maxLength: items.length,
})

describe('督查表', () => {
  it('holds together exactly when the items marked × are those with a finding', () => {
    assert(
      property(marks, subarray(keys), (given, found) => {
        const results = keys.flatMap((key, at): ItemResult[] => {
          const mark = given[at]!
          return mark === null ? [] : [{ key, mark, note: null }]
        })
        const problems = keys.filter((_, at) => given[at] === 'problem')
        const differing = keys.filter((key) => problems.includes(key) !== found.includes(key))
        const troubles = troublesOf(items, results, new Set(found))
        expect(troubles.map(({ key }) => key)).toEqual(differing)
      }),
    )
  })

  it('takes no result of an item that is not on the sheet, nor one twice', () => {
    const met = (key: string): ItemResult => ({ key, mark: 'met', note: null })
    expect(troublesOf(items, [met('elsewhere')], new Set())).toHaveLength(1)
    expect(troublesOf(items, [met('item-1'), met('item-1')], new Set())).toHaveLength(1)
  })

  it('gives the fewer days the graver the finding is', () => {
    expect(mendedBy(usualStandards, 'grave', '2026-12-30')).toBe('2027-01-02')
    expect(mendedBy(usualStandards, 'minor', '2026-11-01')).toBe('2026-12-01')
  })

  it('has a key of its own for every usual item', () => {
    expect(new Set(keys).size).toBe(keys.length)
  })
})
