import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullYears } from '../calendar/age'
import {
  categoryLabel,
  codesOf,
  incomeSourceLabel,
  needKindLabel,
  reliefKindLabel,
} from '../vocabulary'
import { askedDay, forgottenFacts, knownFacts } from './arbitraries'
import { criterionWords, judge, judgeAll, type Criterion } from './criterion'
import type { CriterionFacts } from './facts'

const some = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  fc.subarray(codesOf(labels), { minLength: 1 })
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 50, max: 90 }), fc.integer({ min: 0, max: 20 }))
    .map(([from, more]): Criterion => ({
      kind: 'age',
      from,
      upTo: more === 0 ? null : from + more,
    })),
  some(categoryLabel).map((anyOf): Criterion => ({ kind: 'category', anyOf })),
  some(categoryLabel).map((noneOf): Criterion => ({ kind: 'noCategory', noneOf })),
  some(reliefKindLabel).map((anyOf): Criterion => ({ kind: 'relief', anyOf })),
  some(reliefKindLabel).map((noneOf): Criterion => ({ kind: 'noRelief', noneOf })),
  fc.integer({ min: 1, max: 4 }).map((upTo): Criterion => ({ kind: 'disabilityLevel', upTo })),
  fc.integer({ min: 0, max: 90 }).map((upTo): Criterion => ({ kind: 'abilityScore', upTo })),
  fc.constant<Criterion>({ kind: 'noChildNearby' }),
  some(incomeSourceLabel).map((anyOf): Criterion => ({ kind: 'income', anyOf, atLeast: 3000 })),
  some(needKindLabel).map((anyOf): Criterion => ({ kind: 'need', anyOf })),
  fc
    .subarray(['痴呆', '高血压', '肿瘤'], { minLength: 1 })
    .map((anyOf): Criterion => ({ kind: 'disease', anyOf })),
)

/** The conditions in plain words, for people of whom everything is known. */
function plainly(asked: Criterion, facts: CriterionFacts): boolean {
  const age = fullYears(facts.birth!, askedDay, 'onBirthday')
  const holds = (code: string): boolean =>
    [...facts.categories].some(([known, { holds }]) => known === code && holds)
  switch (asked.kind) {
    case 'age':
      return age >= (asked.from ?? 0) && age <= (asked.upTo ?? 200)
    case 'group':
      return asked.anyOf.some((group) => facts.groups.includes(group))
    case 'category':
      return asked.anyOf.some(holds)
    case 'noCategory':
      return asked.noneOf.every((code) => !holds(code))
    case 'relief':
      return asked.anyOf.some((kind) => facts.reliefKinds.includes(kind))
    case 'noRelief':
      return asked.noneOf.every((kind) => !facts.reliefKinds.includes(kind))
    case 'disabilityLevel':
      return facts.disabilityLevel! <= asked.upTo
    case 'abilityScore':
      return facts.abilityScore! <= asked.upTo
    case 'noChildNearby':
      return facts.family.every(({ absence }) => absence?.scope !== 'insideCounty')
    case 'income':
      return (
        asked.anyOf.some((source) => facts.incomeSources.includes(source)) ||
        facts.annualIncome! >= (asked.atLeast ?? Infinity)
      )
    case 'need':
      return asked.anyOf.some((need) => facts.serviceNeeds.includes(need))
    case 'disease':
      return facts.diseases.some((one) => asked.anyOf.some((word) => one.includes(word)))
  }
}

describe('a condition of a rule', () => {
  it('says of people of whom everything is known what the plain words say', () => {
    fc.assert(
      fc.property(knownFacts, criterion, (facts, asked) => {
        expect(judge(asked, facts, askedDay).holds).toBe(plainly(asked, facts))
      }),
      { numRuns: 1000 },
    )
  })

  it('never takes a missing fact for a no, nor for a yes', () => {
    fc.assert(
      fc.property(forgottenFacts, criterion, ({ known }, asked) => {
        const { holds, missing } = judge(asked, known, askedDay)
        expect(holds === null).toBe(missing.length > 0)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same once the missing facts are found, where it was certain before', () => {
    const list = fc.array(criterion, { maxLength: 4 })
    fc.assert(
      fc.property(forgottenFacts, list, ({ known, real }, asked) => {
        const before = judgeAll(asked, known, askedDay).holds
        // Only a forgotten level leaves a trace of its own (the certificate), so it is left aside.
        const comparable = asked.every(({ kind }) => !/elief|disability/.test(kind))
        if (before !== null && comparable)
          expect(judgeAll(asked, real, askedDay).holds).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('can be said in words', () => {
    fc.assert(
      fc.property(criterion, (asked) => {
        expect(criterionWords(asked)).not.toMatch(/undefined|null|NaN/)
      }),
    )
  })
})
