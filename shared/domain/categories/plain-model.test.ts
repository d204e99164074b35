import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  absenceScopeLabel,
  type Category,
  codesOf,
  livingArrangementLabel,
  reliefKindLabel,
  selfCareLabel,
} from '@shared/domain/vocabulary'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { categoriesHeld, classify } from './classify'
import type { CategoryFacts, FamilyFact } from './facts'
import type { CategoryRules } from './rules'

/*
 * Where everything is known, a category holds or not by one plain sentence. Each is written here
 * once more as slowly and simply as it can be said, day by day and child by child.
 */

const today: Day = '2026-11-21'
const days = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((back) => addDays(today, -back))

const child: fc.Arbitrary<FamilyFact> = fc
  .record({
    relation: fc.constantFrom('son' as const, 'daughter' as const, 'daughterInLaw' as const),
    able: fc.boolean(),
    willing: fc.boolean(),
    home: fc.boolean(),
    scope: fc.constantFrom(...codesOf(absenceScopeLabel).filter((scope) => scope !== 'unknown')),
    reason: fc.constantFrom('work' as const, 'business' as const, 'study' as const),
    // Around the months that count, to the day.
    since: fc.oneof(days(0, 800), days(178, 188), days(362, 368)),
  })
  .map(({ relation, able, willing, home, scope, reason, since }) => ({
    name: '甲',
    relation,
    isSupporter: true,
    ableToSupport: able,
    willingToSupport: willing,
    livesTogether: home,
    absence: home
      ? null
      : { place: null, scope, reason, since, expectedReturn: null, homeVisits: null },
  }))

const facts: fc.Arbitrary<CategoryFacts> = fc.record({
  birth: fc.oneof(days(50 * 365, 105 * 366), days(29_200, 29_230), days(21_900, 21_930)),
  inElderGroup: fc.boolean(),
  livingArrangement: fc.constantFrom(...codesOf(livingArrangementLabel)),
  spouseAtHome: fc.constant(null),
  family: fc.array(child, { maxLength: 3 }),
  childless: fc.constant(true),
  health: fc.constant(null),
  selfCare: fc.constantFrom(...codesOf(selfCareLabel)),
  assessmentScore: fc.option(fc.integer({ min: 0, max: 90 })),
  assessmentLevel: fc.constant(null),
  reliefKinds: fc.subarray(codesOf(reliefKindLabel).filter((kind) => kind !== 'disability')),
  disabilityLevel: fc.option(fc.integer({ min: 1, max: 4 })),
  overrides: fc.constant([]),
})

const definitions: fc.Arbitrary<CategoryRules> = fc.record({
  from: fc.constant('1900-01-01'),
  to: fc.constant(null),
  title: fc.constant('试'),
  elderFrom: fc.constantFrom(60, 65),
  awayMonths: fc.constantFrom(3, 6, 12),
  advancedAgeFrom: fc.constantFrom(70, 80),
  ageTurns: fc.constantFrom('onBirthday' as const, 'dayAfter' as const),
  leftBehind: fc.constantFrom('anyChildAwayHalfYear' as const, 'allChildrenOutsideCounty' as const),
  unwilling: fc.constantFrom('atHand' as const, 'notAtHand' as const),
  livingAlone: fc.constantFrom('household' as const, 'childrenOutsideCounty' as const),
  emptyNest: fc.constantFrom(
    'coupleChildrenOutsideCounty' as const,
    'coupleHousehold' as const,
    'noChildInHousehold' as const,
  ),
  incapacity: fc.constantFrom(
    'assessment' as const,
    'selfCare' as const,
    'assessmentFirst' as const,
  ),
  incapacitatedUpTo: fc.constantFrom(29, 45, 65),
  partlyIncapacitatedUpTo: fc.constantFrom(null, 89),
})

/** The same day so many months later; the last of a month that is too short. */
function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** Birthdays counted one by one. */
function ageOf(birth: Day, { ageTurns }: CategoryRules): number {
  let age = 0
  for (;;) {
    const birthday = monthsLater(birth, (age + 1) * 12)
    if ((ageTurns === 'onBirthday' ? birthday : addDays(birthday, 1)) > today) return age
    age += 1
  }
}

const isChild = ({ relation }: FamilyFact) => relation === 'son' || relation === 'daughter'
const isOutside = ({ absence }: FamilyFact) => absence !== null && absence.scope !== 'insideCounty'

/** What holds, sentence by sentence. */
const plainly: Partial<Record<Category, (person: CategoryFacts, rules: CategoryRules) => boolean>> =
  {
    leftBehind: (person, rules) => {
      const isLong = ({ absence }: FamilyFact) =>
        absence !== null && monthsLater(absence.since!, rules.awayMonths) <= today
      const children = person.family.filter(isChild)
      if (children.length === 0 || person.livingArrangement === 'institution') return false
      if (ageOf(person.birth!, rules) < rules.elderFrom) return false
      if (rules.leftBehind === 'anyChildAwayHalfYear')
        return children.some((one) => isLong(one) && one.absence!.reason !== 'study')
      const isGone = (one: FamilyFact) => isOutside(one) && isLong(one)
      const others = person.family.filter((one) => !isChild(one))
      const supports = (one: FamilyFact) =>
        one.ableToSupport && (one.willingToSupport || rules.unwilling === 'atHand')
      return children.every(isGone) && !others.some((one) => !isGone(one) && supports(one))
    },
    livingAlone: (person, rules) =>
      ageOf(person.birth!, rules) >= rules.elderFrom &&
      person.livingArrangement === 'alone' &&
      (rules.livingAlone === 'household' || person.family.filter(isChild).every(isOutside)),
    emptyNest: (person, rules) =>
      ageOf(person.birth!, rules) >= rules.elderFrom &&
      (person.livingArrangement === 'withSpouse' ||
        (rules.emptyNest === 'noChildInHousehold' && person.livingArrangement === 'alone')) &&
      (rules.emptyNest !== 'coupleChildrenOutsideCounty' ||
        person.family.filter(isChild).every(isOutside)),
    advancedAge: (person, rules) => ageOf(person.birth!, rules) >= rules.advancedAgeFrom,
    centenarian: (person, rules) => ageOf(person.birth!, rules) >= 100,
    incapacitated: ({ assessmentScore: score, selfCare }, rules) =>
      rules.incapacity !== 'selfCare' && score !== null
        ? score <= rules.incapacitatedUpTo
        : rules.incapacity !== 'assessment' && selfCare === 'unable',
    partlyIncapacitated: ({ assessmentScore: score, selfCare }, rules) =>
      rules.incapacity !== 'selfCare' && score !== null
        ? score > rules.incapacitatedUpTo && score <= (rules.partlyIncapacitatedUpTo ?? 0)
        : rules.incapacity !== 'assessment' && selfCare === 'partly',
    severeDisability: ({ disabilityLevel: level }) => level === 1 || level === 2,
    extremePoverty: ({ reliefKinds }) => reliefKinds.includes('extremePoverty'),
    subsistenceAllowance: ({ reliefKinds }) => reliefKinds.includes('subsistenceAllowance'),
    marginalIncome: ({ reliefKinds }) => reliefKinds.includes('marginalIncome'),
    specialCare: ({ reliefKinds }) => reliefKinds.includes('specialCare'),
    povertyMonitored: ({ reliefKinds }) => reliefKinds.includes('povertyMonitored'),
  }

/** A house of one in which somebody else lives is a contradiction, which is asked about, not judged. */
const isContradictory = ({ livingArrangement, family }: CategoryFacts) =>
  (livingArrangement === 'alone' || livingArrangement === 'withSpouse') &&
  family.some(({ livesTogether }) => livesTogether)

it.each(Object.keys(plainly) as Category[])(
  '%s holds for exactly those whom its plain sentence means, by every definition',
  (category) => {
    fc.assert(
      fc.property(facts, definitions, (person, rules) => {
        fc.pre(!isContradictory(person))
        const held = categoriesHeld(classify(person, rules, today)).includes(category)
        expect(held).toBe(plainly[category]!(person, rules))
      }),
      { numRuns: 400 },
    )
  },
)
