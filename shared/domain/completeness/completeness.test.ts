import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, recipientGroupLabel, relationLabel } from '@shared/domain/vocabulary'
import { completenessOf } from './completeness'
import { knownFacts, type SurveyedFile } from './known-facts'
import { completenessRules } from './rules'

const facts = completenessRules.map(({ fact }) => fact)
const groups = fc.uniqueArray(fc.constantFrom(...codesOf(recipientGroupLabel)), { minLength: 1 })
const known = fc.subarray(facts).map((list) => new Set(list))

const blank: SurveyedFile = {
  idNumber: null,
  birthDate: null,
  gender: null,
  marital: null,
  phones: [],
  hasNoPhone: false,
  homeAddress: null,
  residenceState: null,
  housingGrade: null,
  hazardZone: null,
  emergencyName: null,
  emergencyPhone: null,
  emergencyName2: null,
  emergencyPhone2: null,
  hasNoChildren: false,
  livingArrangement: null,
  dailyCarer: null,
  guardianName: null,
  guardianPhone: null,
  health: null,
  selfCare: null,
  chronicDiseases: [],
  medication: null,
  allergies: null,
  medicalInsurance: null,
  familyDoctor: null,
  incomeSources: [],
  school: null,
  schooling: null,
  boarding: null,
  employmentWish: null,
  cancerScreenedOn: null,
  supportMode: null,
  nursingLevel: null,
  carerName: null,
  consentOn: null,
  serviceTierIsSure: false,
  family: [],
}
const member = fc.record({
  relation: fc.option(fc.constantFrom(...codesOf(relationLabel))),
  phones: fc.array(fc.constant('13900000000'), { maxLength: 1 }),
  livesTogether: fc.option(fc.boolean()),
  absence: fc.option(fc.constant({})),
})

/** A value for a field, never the one that says “not known”. */
function filled(key: keyof SurveyedFile): SurveyedFile[keyof SurveyedFile] {
  const was = blank[key]
  if (was === false) return true
  return Array.isArray(was) ? ['无'] : '无'
}
const fields = (Object.keys(blank) as (keyof SurveyedFile)[]).filter((key) => key !== 'family')
const file = fc
  .tuple(fc.subarray(fields), fc.array(member, { maxLength: 4 }))
  .map(([keys, family]): SurveyedFile => ({
    ...blank,
    ...Object.fromEntries(keys.map((key) => [key, filled(key)])),
    family,
  }))

describe('completeness', () => {
  it('never falls when a fact becomes known, and what was missing goes', () => {
    fc.assert(
      fc.property(groups, known, fc.constantFrom(...facts), (groups, known, fact) => {
        const before = completenessOf({ groups, known }, completenessRules)
        const after = completenessOf(
          { groups, known: new Set([...known, fact]) },
          completenessRules,
        )
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(after.missing).toEqual(before.missing.filter((rule) => rule.fact !== fact))
      }),
    )
  })

  it('never falls when a field of a file is filled in', () => {
    fc.assert(
      fc.property(groups, file, fc.constantFrom(...fields), (groups, file, key) => {
        const score = (one: SurveyedFile): number =>
          completenessOf({ groups, known: knownFacts(one) }, completenessRules).score
        expect(score({ ...file, [key]: filled(key) })).toBeGreaterThanOrEqual(score(file))
      }),
    )
  })

  it('depends neither on the order of the rules nor of what is known nor of the groups', () => {
    const shuffled = fc.shuffledSubarray([...completenessRules], {
      minLength: completenessRules.length,
    })
    fc.assert(
      fc.property(groups, known, shuffled, (groups, known, rules) => {
        const plain = completenessOf({ groups, known }, completenessRules)
        const turned = {
          groups: [...groups].reverse(),
          known: new Set([...known].reverse()),
        }
        expect(completenessOf(turned, rules)).toEqual(plain)
      }),
    )
  })

  it('lies between 0 and 100, and is 100 exactly where nothing is missing', () => {
    fc.assert(
      fc.property(groups, known, (groups, known) => {
        const { score, missing } = completenessOf({ groups, known }, completenessRules)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(score === 100).toBe(missing.length === 0)
      }),
    )
    expect(completenessOf({ groups: ['elder'], known: new Set() }, completenessRules).score).toBe(0)
    expect(completenessOf({ groups: ['elder'], known: new Set() }, []).score).toBe(100)
  })
})

describe('what a file knows', () => {
  it('is empty for an empty file', () => {
    expect(knownFacts(blank).size).toBe(0)
  })

  it('takes a known “none” for an answer', () => {
    expect([...knownFacts({ ...blank, hasNoPhone: true })]).toEqual(['phones'])
    expect([...knownFacts({ ...blank, hasNoChildren: true })]).toEqual([
      'children',
      'childrenWhereabouts',
      'childPhone',
    ])
    expect([...knownFacts({ ...blank, chronicDiseases: ['无'] })]).toEqual(['chronicDiseases'])
  })

  it('asks where every child is, and for one phone that reaches any of them', () => {
    const son = { relation: 'son', phones: ['13900000000'], livesTogether: true, absence: null }
    const daughter = { relation: 'daughter', phones: [], livesTogether: null, absence: null }
    const away = { ...daughter, absence: { scope: 'outsideProvince' } }
    const known = (...family: object[]) => [...knownFacts({ ...blank, family } as SurveyedFile)]
    expect(known(son, daughter)).toEqual(['children', 'childPhone'])
    expect(known(son, away)).toEqual(['children', 'childrenWhereabouts', 'childPhone'])
    expect(known(daughter)).toEqual(['children'])
  })

  it('does not take 未说明 or a name without a number for an answer', () => {
    expect(knownFacts({ ...blank, marital: 'unknown', emergencyName: '解旺' }).size).toBe(0)
  })
})

it('asks a child for a guardian and no elder for parents', () => {
  const asked = (group: 'child' | 'elder') =>
    completenessOf({ groups: [group], known: new Set() }, completenessRules).missing.map(
      ({ fact }) => fact,
    )
  expect(asked('child')).toEqual(expect.arrayContaining(['guardian', 'parents']))
  expect(asked('child')).not.toContain('selfCare')
  expect(asked('elder')).not.toContain('guardian')
})
