import * as fc from 'fast-check'
import {
  categoryLabel,
  codesOf,
  incomeSourceLabel,
  needKindLabel,
  recipientGroupLabel,
  reliefKindLabel,
} from '../vocabulary'
import type { CriterionFacts } from './facts'

/** Tests ask about this day. */
export const askedDay = '2026-11-21'

const born = fc
  .record({
    year: fc.integer({ min: 1918, max: 1990 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) =>
    [year, ...[month, day].map((number) => String(number).padStart(2, '0'))].join('-'),
  )

const found = fc
  .boolean()
  .map((holds) => ({ holds, reason: holds ? '是' : '不是', unknown: [] as string[] }))
const doubtful = fc.constant({ holds: false, reason: '尚缺资料', unknown: ['资料'] })

const child = (scope: fc.Arbitrary<'insideCounty' | 'outsideCounty' | 'unknown'>) =>
  scope.map((scope) => ({
    name: '解旺',
    relation: 'son' as const,
    isSupporter: true,
    ableToSupport: true,
    willingToSupport: true,
    livesTogether: false,
    absence: {
      place: null,
      scope,
      reason: null,
      since: null,
      expectedReturn: null,
      homeVisits: null,
    },
  }))

const some = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  fc.subarray(codesOf(labels))

/** People of whom everything is known. */
export const knownFacts: fc.Arbitrary<CriterionFacts> = fc
  .record({
    birth: born,
    groups: some(recipientGroupLabel),
    categories: fc.tuple(...codesOf(categoryLabel).map(() => found)),
    children: fc.array(child(fc.constantFrom('insideCounty', 'outsideCounty')), { maxLength: 2 }),
    reliefKinds: some(reliefKindLabel),
    disabilityLevel: fc.integer({ min: 1, max: 4 }),
    abilityScore: fc.integer({ min: 0, max: 90 }),
    incomeSources: some(incomeSourceLabel).filter((list) => list.length > 0),
    annualIncome: fc.integer({ min: 0, max: 30_000 }),
    serviceNeeds: some(needKindLabel).filter((list) => list.length > 0),
    diseases: fc.subarray(['无', '高血压', '老年痴呆', '冠心病'], { minLength: 1 }),
  })
  .map(({ categories, children, ...rest }) => ({
    ...rest,
    ageTurns: 'onBirthday' as const,
    categories: new Map(codesOf(categoryLabel).map((code, at) => [code, categories[at]!])),
    family: children,
    childless: children.length === 0 ? true : null,
  }))

/** The same person with some of the facts forgotten, beside the person as they really are. */
export const forgottenFacts: fc.Arbitrary<{ known: CriterionFacts; real: CriterionFacts }> = fc
  .record({
    real: knownFacts,
    categories: fc.subarray(codesOf(categoryLabel)),
    doubt: doubtful,
    forgets: fc.subarray([
      'birth',
      'family',
      'disabilityLevel',
      'abilityScore',
      'incomeSources',
      'annualIncome',
      'serviceNeeds',
      'diseases',
    ] as const),
  })
  .map(({ real, categories, doubt, forgets }) => {
    const forgot = new Set<string>(forgets)
    return {
      real,
      known: {
        ...real,
        birth: forgot.has('birth') ? null : real.birth,
        family: forgot.has('family') ? [] : real.family,
        childless: forgot.has('family') ? null : real.childless,
        // A certificate is known of while its level is not.
        ...(forgot.has('disabilityLevel')
          ? { disabilityLevel: null, reliefKinds: [...real.reliefKinds, 'disability'] }
          : {}),
        abilityScore: forgot.has('abilityScore') ? null : real.abilityScore,
        incomeSources: forgot.has('incomeSources') ? [] : real.incomeSources,
        annualIncome: forgot.has('annualIncome') ? null : real.annualIncome,
        serviceNeeds: forgot.has('serviceNeeds') ? [] : real.serviceNeeds,
        diseases: forgot.has('diseases') ? [] : real.diseases,
        categories: new Map(
          [...real.categories].map(([code, finding]) => [
            code,
            categories.includes(code) ? doubt : finding,
          ]),
        ),
      },
    }
  })
