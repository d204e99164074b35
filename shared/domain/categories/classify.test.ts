import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '@shared/domain/calendar/days'
import {
  absenceReasonLabel,
  absenceScopeLabel,
  type Category,
  categoryLabel,
  codesOf,
  healthLabel,
  livingArrangementLabel,
  relationLabel,
  reliefKindLabel,
  selfCareLabel,
} from '@shared/domain/vocabulary'
import { categoriesHeld, classify, type Classification } from './classify'
import type { AbsenceFact, CategoryFacts, FamilyFact } from './facts'
import { categoryRulesOn, type CategoryRules, defaultCategoryRules } from './rules'

const today = '2026-11-21'

const unknownFacts: CategoryFacts = {
  birth: null,
  inElderGroup: true,
  livingArrangement: null,
  spouseAtHome: null,
  family: [],
  childless: null,
  health: null,
  selfCare: null,
  assessmentScore: null,
  assessmentLevel: null,
  reliefKinds: [],
  disabilityLevel: null,
  overrides: [],
}

const away = (
  place: string | null,
  since: string | null,
  more: Partial<AbsenceFact> = {},
): AbsenceFact => ({
  place,
  scope: 'outsideProvince',
  reason: 'work',
  since,
  expectedReturn: null,
  homeVisits: null,
  ...more,
})

const child = (
  name: string,
  absence: AbsenceFact | null,
  more: Partial<FamilyFact> = {},
): FamilyFact => ({
  name,
  relation: 'son',
  isSupporter: true,
  ableToSupport: null,
  willingToSupport: null,
  livesTogether: null,
  absence,
  ...more,
})

const rules = (more: Partial<CategoryRules>): CategoryRules => ({
  ...defaultCategoryRules,
  ...more,
})

function about(
  category: Category,
  facts: Partial<CategoryFacts>,
  more: Partial<CategoryRules> = {},
  day = today,
): Classification {
  const found = classify({ ...unknownFacts, ...facts }, rules(more), day)
  return found.find((one) => one.category === category)!
}

describe('留守 by all children outside the county', () => {
  const strict = { leftBehind: 'allChildrenOutsideCounty' } as const
  const two = [child('张强', away('东莞', '2014')), child('张军', away('苏州', '2019'))]
  const of = (family: FamilyFact[], more: Partial<CategoryFacts> = {}): Classification =>
    about('leftBehind', { birth: '1945', family, ...more }, strict)

  it('names the places and years', () => {
    expect(of(two)).toMatchObject({
      holds: true,
      reason: '两名子女均在县外务工满半年（东莞 2014年、苏州 2019年），身边无赡养人',
      unknown: [],
    })
  })

  it('fails with one child in the county town, who is named', () => {
    const near = child('解强', away('县城', '2006', { scope: 'insideCounty' }))
    expect(of([...two, near])).toMatchObject({
      holds: false,
      reason: '儿子解强在县内（县城 2006年）',
      unknown: [],
    })
  })

  it('fails with a child at home, and needs no other fact for it', () => {
    const home = child('张勇', null, { livesTogether: true })
    expect(of([child('张强', away(null, null, { scope: 'unknown' })), home])).toMatchObject({
      holds: false,
      reason: '儿子张勇在老人身边',
      unknown: [],
    })
  })

  it('fails with a supporter at hand and holds where that one is unable', () => {
    const inLaw = (ableToSupport: boolean | null) =>
      child('李红', null, { relation: 'daughterInLaw', livesTogether: true, ableToSupport })
    expect(of([...two, inLaw(true)])).toMatchObject({
      holds: false,
      reason: '身边有赡养人儿媳李红',
    })
    expect(of([...two, inLaw(false)]).reason).toContain('，身边赡养人儿媳李红无赡养能力')
    expect(of([...two, inLaw(null)]).unknown).toEqual(['儿媳李红有无赡养能力'])
  })

  it('counts a supporter who refuses only where the office does', () => {
    const refusing = (willingToSupport: boolean | null) =>
      child('李红', null, {
        relation: 'daughterInLaw',
        livesTogether: true,
        ableToSupport: true,
        willingToSupport,
      })
    const under = (willing: boolean | null, unwilling: CategoryRules['unwilling']) =>
      about(
        'leftBehind',
        { birth: '1945', family: [...two, refusing(willing)] },
        { ...strict, unwilling },
      )
    expect(under(false, 'atHand')).toMatchObject({
      holds: false,
      reason: '身边有赡养人儿媳李红（登记为不愿赡养，仍负有赡养义务）',
    })
    expect(under(false, 'notAtHand').reason).toContain('，身边赡养人儿媳李红不愿赡养')
    expect(under(null, 'notAtHand').unknown).toEqual(['儿媳李红是否愿意赡养'])
    expect(under(null, 'atHand').unknown).toEqual([])
  })

  it('tells when the children come home and are expected back', () => {
    const back = away('东莞', '2014', { expectedReturn: '2027年春节', homeVisits: '每年春节' })
    expect(of([child('张强', back)]).reason).toContain(
      '（东莞 2014年，预计返回：2027年春节，回家：每年春节）',
    )
  })

  it('says which fact is missing', () => {
    const [one] = two
    expect(of([])).toMatchObject({ holds: false, unknown: ['子女情况'] })
    expect(of([], { childless: true })).toMatchObject({ holds: false, reason: '没有子女' })
    expect(of([one!, child('张军', null)]).unknown).toEqual(['儿子张军现在何处'])
    const place = child('张军', away('河口', '2019', { scope: 'unknown' }))
    expect(of([one!, place]).unknown).toEqual(['儿子张军外出地点是否在县外'])
    expect(of([one!, child('张军', away('苏州', null))])).toMatchObject({
      holds: false,
      reason: '尚缺儿子张军外出起始时间，暂不能认定',
    })
  })
})

describe('留守 by any child away', () => {
  const of = (family: FamilyFact[], more: Partial<CategoryFacts> = {}): Classification =>
    about('leftBehind', { birth: '1945', family, ...more })

  it('holds with one of three away, in the county or out of it', () => {
    const family = [
      child('王一', away('县城', '2006', { scope: 'insideCounty' })),
      child('王二', null, { livesTogether: true }),
      child('王三', null, { livesTogether: false }),
    ]
    expect(of(family)).toMatchObject({
      holds: true,
      reason: '三名子女中有一名在外务工满半年（县城 2006年）',
    })
  })

  it('claims no occupation the file does not state, and takes study for no work', () => {
    expect(of([child('王一', away('西安', '2020', { reason: null }))]).reason).toBe(
      '儿子王一在外满半年（西安 2020年）',
    )
    expect(of([child('王一', away('西安', '2020', { reason: 'study' }))]).holds).toBe(false)
  })

  it('is said of elders at home only', () => {
    const family = [child('王一', away('西安', '2020'))]
    expect(of(family, { birth: '1980', inElderGroup: false }).reason).toBe('未满60周岁')
    expect(of(family, { livingArrangement: 'institution' }).holds).toBe(false)
    expect(of(family, { birth: null }).holds).toBe(true)
    expect(of(family, { birth: null, inElderGroup: false }).unknown).toEqual(['出生日期'])
  })

  it.each([
    ['2026-05-21', '2026-11-20', false],
    ['2026-05-21', '2026-11-21', true],
    ['2026-08-31', '2027-02-27', false],
    ['2026-08-31', '2027-02-28', true],
    ['2026-05', '2026-11-29', null],
    ['2026-05', '2026-11-30', true],
    ['2026-05', '2026-10-31', false],
    ['2026', '2026-12-31', null],
    ['2026', '2027-06-30', true],
    ['--05-21', '2026-11-21', null],
  ])('half a year from %s is over on %s: %s', (since, day, expected) => {
    const family = [child('王一', away('西安', since))]
    const found = about('leftBehind', { birth: '1945', family }, {}, day)
    expect(found.holds).toBe(expected === true)
    expect(found.unknown).toEqual(expected === null ? ['儿子王一外出起始时间'] : [])
  })
})

describe('独居 and 空巢', () => {
  const inTown = [child('解强', away('县城', '2006', { scope: 'insideCounty' }))]
  const outside = [child('解强', away('西安', '2006'))]

  it.each([
    ['livingAlone', 'alone', { livingAlone: 'household' }, inTown, true],
    ['livingAlone', 'alone', { livingAlone: 'childrenOutsideCounty' }, inTown, false],
    ['livingAlone', 'alone', { livingAlone: 'childrenOutsideCounty' }, outside, true],
    ['livingAlone', 'withGrandchildren', {}, outside, false],
    ['emptyNest', 'withSpouse', { emptyNest: 'coupleChildrenOutsideCounty' }, inTown, false],
    ['emptyNest', 'withSpouse', { emptyNest: 'coupleChildrenOutsideCounty' }, outside, true],
    ['emptyNest', 'withSpouse', { emptyNest: 'coupleHousehold' }, inTown, true],
    ['emptyNest', 'alone', { emptyNest: 'coupleHousehold' }, inTown, false],
    ['emptyNest', 'alone', { emptyNest: 'noChildInHousehold' }, inTown, true],
  ] as const)('%s, living %s, %o', (category, livingArrangement, more, family, holds) => {
    const found = about(category, { livingArrangement, family }, more)
    expect(found.holds).toBe(holds)
    expect(found.unknown).toEqual([])
  })

  it('give the reason with the child that stands in the way', () => {
    expect(about('emptyNest', { livingArrangement: 'withSpouse', family: inTown }).reason).toBe(
      '居住情况为“与配偶”，但儿子解强在县内（县城 2006年）',
    )
  })

  it('conclude nothing from facts that contradict each other', () => {
    const found = about('livingAlone', { livingArrangement: 'alone', spouseAtHome: true })
    expect(found).toMatchObject({ holds: false })
    expect(found.unknown[0]).toContain('居住情况核实')
    const family = [child('解强', null, { livesTogether: true })]
    expect(about('emptyNest', { livingArrangement: 'withSpouse', family }).unknown).toHaveLength(1)
  })
})

describe('age', () => {
  it('follows the age and the reckoning of the rules', () => {
    const birth = '1946-11-21'
    expect(about('advancedAge', { birth })).toMatchObject({
      holds: true,
      reason: '现年80岁，已满80周岁',
    })
    expect(about('advancedAge', { birth }, { ageTurns: 'dayAfter' }).holds).toBe(false)
    expect(about('advancedAge', { birth: '1955' }, { advancedAgeFrom: 70 }).holds).toBe(true)
  })

  it('does not guess from part of a date', () => {
    expect(about('advancedAge', { birth: '1946' }).unknown).toEqual(['完整的出生日期'])
    expect(about('advancedAge', { birth: '1946-10' }).holds).toBe(true)
    expect(about('advancedAge', {}).unknown).toEqual(['出生日期'])
    expect(about('centenarian', { birth: '1926-09' }).holds).toBe(true)
  })
})

describe('失能 and 半失能', () => {
  it.each([
    [{ assessmentScore: 65 }, {}, true, false],
    [{ assessmentScore: 66 }, {}, false, false],
    [{ assessmentScore: 50 }, { incapacitatedUpTo: 45, partlyIncapacitatedUpTo: 65 }, false, true],
    [{ assessmentScore: 90, selfCare: 'unable' }, {}, false, false],
    [{ assessmentScore: 90, selfCare: 'unable' }, { incapacity: 'selfCare' }, true, false],
    // Raised by dementia from 轻度 to 中度, and lowered by hand: the level decides, not the total.
    [{ assessmentScore: 80, assessmentLevel: 'moderate' }, {}, true, false],
    [{ assessmentScore: 60, assessmentLevel: 'mild' }, {}, false, false],
    [
      { assessmentScore: 80, assessmentLevel: 'complete' },
      { incapacitatedUpTo: 29, partlyIncapacitatedUpTo: 65 },
      true,
      false,
    ],
    [{ selfCare: 'unable' }, {}, true, false],
    [{ selfCare: 'partly' }, {}, false, true],
    [{ selfCare: 'able', health: 'disabled' }, {}, false, false],
    [{ health: 'disabled' }, {}, true, false],
  ] as const)('%o under %o', (facts, more, full, partial) => {
    expect(about('incapacitated', facts, more).holds).toBe(full)
    expect(about('partlyIncapacitated', facts, more).holds).toBe(partial)
  })

  it('says what to ask for', () => {
    expect(about('incapacitated', {}).unknown).toEqual(['自理能力'])
    const assessedOnly = { incapacity: 'assessment' } as const
    expect(about('incapacitated', { selfCare: 'unable' }, assessedOnly).unknown).toEqual([
      '能力评估',
    ])
  })
})

describe('relief and disability', () => {
  it('follow the file', () => {
    expect(about('subsistenceAllowance', { reliefKinds: ['subsistenceAllowance'] }).holds).toBe(
      true,
    )
    expect(about('extremePoverty', { reliefKinds: ['subsistenceAllowance'] }).holds).toBe(false)
    expect(about('severeDisability', { disabilityLevel: 2 }).holds).toBe(true)
    expect(about('severeDisability', { disabilityLevel: 3 }).holds).toBe(false)
    expect(about('severeDisability', { reliefKinds: ['disability'] }).unknown).toEqual(['残疾等级'])
  })
})

describe('the rules in force', () => {
  it('are those of the day', () => {
    const s3 = rules({ from: '2024-01-01', to: '2025-12-31', advancedAgeFrom: 70 })
    const later = rules({ from: '2026-01-01', advancedAgeFrom: 75 })
    expect(categoryRulesOn([later, s3], '2025-06-01').advancedAgeFrom).toBe(70)
    expect(categoryRulesOn([later, s3], '2026-06-01').advancedAgeFrom).toBe(75)
    expect(categoryRulesOn([later, s3], '2023-06-01')).toBe(defaultCategoryRules)
  })
})

const partial = fc
  .integer({ min: 0, max: 40_000 })
  .chain((offset) =>
    fc.constantFrom(4, 7, 10).map((length) => addDays('1920-01-01', offset).slice(0, length)),
  )
const member: fc.Arbitrary<FamilyFact> = fc.record({
  name: fc.constantFrom('甲', '乙', '丙'),
  relation: fc.option(fc.constantFrom(...codesOf(relationLabel))),
  isSupporter: fc.boolean(),
  ableToSupport: fc.option(fc.boolean()),
  willingToSupport: fc.option(fc.boolean()),
  livesTogether: fc.option(fc.boolean(), { freq: 2 }),
  absence: fc.option(
    fc.record({
      place: fc.option(fc.constantFrom('东莞', '县城')),
      scope: fc.constantFrom(...codesOf(absenceScopeLabel)),
      reason: fc.option(fc.constantFrom(...codesOf(absenceReasonLabel))),
      since: fc.option(
        fc.oneof(
          partial,
          fc.nat(500).map((back) => addDays(today, -back)),
        ),
      ),
      expectedReturn: fc.option(fc.constant('2027年')),
      homeVisits: fc.option(fc.constant('每年春节')),
    }),
  ),
})
const someFacts: fc.Arbitrary<CategoryFacts> = fc.record({
  birth: fc.option(partial),
  inElderGroup: fc.boolean(),
  livingArrangement: fc.option(fc.constantFrom(...codesOf(livingArrangementLabel))),
  spouseAtHome: fc.option(fc.boolean()),
  family: fc.array(member, { maxLength: 4 }),
  childless: fc.option(fc.boolean()),
  health: fc.option(fc.constantFrom(...codesOf(healthLabel))),
  selfCare: fc.option(fc.constantFrom(...codesOf(selfCareLabel))),
  assessmentScore: fc.option(fc.integer({ min: 0, max: 90 })),
  assessmentLevel: fc.option(fc.constantFrom('intact', 'mild', 'moderate', 'severe', 'complete')),
  reliefKinds: fc.subarray(codesOf(reliefKindLabel)),
  disabilityLevel: fc.option(fc.integer({ min: 1, max: 4 })),
  overrides: fc.constant([]),
})
const someRules: fc.Arbitrary<CategoryRules> = fc
  .record({
    advancedAgeFrom: fc.constantFrom(70, 80),
    elderFrom: fc.constantFrom(60, 65),
    awayMonths: fc.constantFrom(3, 6, 12),
    ageTurns: fc.constantFrom('onBirthday', 'dayAfter'),
    leftBehind: fc.constantFrom('anyChildAwayHalfYear', 'allChildrenOutsideCounty'),
    unwilling: fc.constantFrom('atHand', 'notAtHand'),
    livingAlone: fc.constantFrom('household', 'childrenOutsideCounty'),
    emptyNest: fc.constantFrom(
      'coupleChildrenOutsideCounty',
      'coupleHousehold',
      'noChildInHousehold',
    ),
    incapacity: fc.constantFrom('assessment', 'selfCare', 'assessmentFirst'),
    partlyIncapacitatedUpTo: fc.constantFrom(null, 80),
  })
  .map((more) => rules(more as Partial<CategoryRules>))

const verdicts = (found: Classification[]) =>
  found.map(({ category, holds, unknown }) => [category, holds, unknown.length])

describe('over random facts', () => {
  it('the order of the family changes nothing', () => {
    fc.assert(
      fc.property(someFacts, someRules, (facts, rules) => {
        const turned = { ...facts, family: facts.family.toReversed() }
        expect(verdicts(classify(turned, rules, today))).toEqual(
          verdicts(classify(facts, rules, today)),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('every result gives a reason and a rule, and what holds misses nothing', () => {
    fc.assert(
      fc.property(someFacts, someRules, (facts, rules) => {
        for (const found of classify(facts, rules, today)) {
          expect(found.reason).not.toMatch(/undefined|null|NaN|^$/)
          expect(found.rule).not.toBe('')
          if (found.holds) expect(found.unknown).toEqual([])
        }
      }),
    )
  })

  it('独居 and 空巢 exclude each other by either definition of a couple, 失能 and 半失能 always', () => {
    fc.assert(
      fc.property(someFacts, someRules, (facts, rules) => {
        const held = categoriesHeld(classify(facts, rules, today))
        const both = (one: Category, other: Category) => held.includes(one) && held.includes(other)
        if (rules.emptyNest !== 'noChildInHousehold') {
          expect(both('livingAlone', 'emptyNest')).toBe(false)
        }
        expect(both('incapacitated', 'partlyIncapacitated')).toBe(false)
      }),
    )
  })

  it('留守 by all children outside implies 留守 by any child away, where all left for work', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const family = facts.family.map((member) => ({
          ...member,
          absence: member.absence && { ...member.absence, reason: 'work' as const },
        }))
        const strict = about(
          'leftBehind',
          { ...facts, family },
          { leftBehind: 'allChildrenOutsideCounty' },
        )
        if (strict.holds) expect(about('leftBehind', { ...facts, family }).holds).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('time alone never ends 留守 or an age once reached', () => {
    fc.assert(
      fc.property(someFacts, someRules, fc.nat(60), (facts, rules, months) => {
        // Nobody on file is yet to be born: of such a one no age is known until it is.
        fc.pre(facts.birth === null || facts.birth <= today)
        const later = categoriesHeld(classify(facts, rules, addMonths(today, months)))
        const lasting: Category[] = ['leftBehind', 'advancedAge', 'centenarian']
        for (const category of categoriesHeld(classify(facts, rules, today))) {
          if (lasting.includes(category)) expect(later).toContain(category)
        }
      }),
    )
  })

  it('an override in force always wins and shows beside what was computed', () => {
    const override = fc.record({
      category: fc.constantFrom(...codesOf(categoryLabel)),
      holds: fc.boolean(),
      reason: fc.constant('村委会核实'),
      from: fc.nat(400).map((back) => addDays(today, 200 - back)),
      to: fc.option(fc.nat(400).map((back) => addDays(today, 200 - back))),
    })
    fc.assert(
      fc.property(someFacts, someRules, override, (facts, rules, override) => {
        const inForce = override.from <= today && (override.to ?? today) >= today
        const plain = classify(facts, rules, today)
        const found = classify({ ...facts, overrides: [override] }, rules, today)
        const of = (list: Classification[]) =>
          list.find(({ category }) => category === override.category)
        if (!inForce) {
          expect(found).toEqual(plain)
          return
        }
        const computed = of(plain)
        expect(of(found)).toMatchObject({
          holds: override.holds,
          unknown: [],
          overridden: { reason: '村委会核实', from: override.from },
        })
        expect(of(found)?.overridden?.computed?.holds).toBe(computed?.holds)
        expect(found.filter(({ category }) => category !== override.category)).toEqual(
          plain.filter(({ category }) => category !== override.category),
        )
      }),
    )
  })
})
