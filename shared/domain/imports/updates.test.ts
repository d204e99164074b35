import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choiceFor,
  choiceLabel,
  dateDifferenceOf,
  differenceKindLabel,
  updateRuleLabel,
  type Choice,
  type DifferenceKind,
  type UpdateRule,
} from './updates'

const rule = fc.constantFrom(...(Object.keys(updateRuleLabel) as UpdateRule[]))
const kind = fc.constantFrom(...(Object.keys(differenceKindLabel) as DifferenceKind[]))
const choice = fc.constantFrom(...(Object.keys(choiceLabel) as Choice[]))
const fact = fc.constantFrom('health', 'phones', 'birthDate', 'village', 'child.place:祁志强')

describe('what holds of a fact', () => {
  test('留用本机 writes nothing, whatever differs', () => {
    fc.assert(
      fc.property(fact, kind, (one, how) => {
        const rules = { run: 'keep' as const, topics: {} }
        expect(choiceFor({ fact: one, kind: how }, rules, undefined)).toBe('onFile')
      }),
    )
  })

  test('只补空白 never replaces or adds to what stands on file', () => {
    fc.assert(
      fc.property(fact, kind, (one, how) => {
        const rules = { run: 'fill' as const, topics: {} }
        const chosen = choiceFor({ fact: one, kind: how }, rules, undefined)
        expect(chosen !== 'onFile').toBe(how === 'fill')
      }),
    )
  })

  test('a word on the row goes before the column, the column before the ledger', () => {
    fc.assert(
      fc.property(fact, kind, rule, rule, choice, (one, how, run, own, word) => {
        const topics = { [one.split(':')[0]!]: own }
        const difference = { fact: one, kind: how }
        const said = choiceFor(difference, { run, topics }, { [one]: word })
        expect(said).toBe(word === 'both' && how === 'conflict' ? 'inLedger' : word)
        const byColumn = choiceFor(difference, { run, topics }, {})
        expect(byColumn).toBe(choiceFor(difference, { run: 'keep', topics }, {}))
      }),
    )
  })

  // A bug this catches: one 用台账的 for a whole file gave a person somebody else's ID number.
  test.each(['name', 'gender', 'idNumber', 'birthDate', 'village'])(
    '%s is asked even where the whole ledger is taken',
    (identity) => {
      const rules = { run: 'take' as const, topics: {} }
      expect(choiceFor({ fact: identity, kind: 'conflict' }, rules, {})).toBeNull()
      expect(choiceFor({ fact: identity, kind: 'fill' }, rules, {})).toBe('inLedger')
    },
  )
})

test.each([
  ['2026-03', '2026-03-08', 'fill'],
  ['2026-03-08', '2026-03', null],
  ['2026-03-08', '2026', null],
  ['1941', '1941-05-06', 'fill'],
  ['--05-06', '1941-05-06', 'fill'],
  ['2026-03', '2026-04-01', 'conflict'],
  [null, '2026', 'fill'],
  ['2026', null, null],
])('a date on file %s and in the ledger %s: %s', (onFile, inLedger, wanted) => {
  expect(dateDifferenceOf(onFile, inLedger)).toBe(wanted)
})
