import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, roomOf, type Needing, type Offering } from './candidates'
import { suggestPairings, type Suggestion, type UnplacedReason } from './suggest'

const needing = (facts: Partial<Needing> & { id: number }): Needing => ({
  name: '尉迟彩霞',
  surname: '尉迟',
  gender: 'female',
  villageId: 1,
  villageGroupId: 11,
  needsBathing: false,
  family: [],
  ...facts,
})
const offering = (facts: Partial<Offering> & { id: number }): Offering => ({
  name: '张吉祥',
  surname: '张',
  gender: 'male',
  isRelative: false,
  phones: [],
  villageId: 1,
  villageGroupId: null,
  servedVillageIds: [],
  helpsInVillageIds: [],
  caseload: 0,
  capacity: 5,
  ...facts,
})
const nobodyDismissed = (_personId: number, _helperId: number): boolean => false
const chosen = (suggestions: readonly Suggestion[]): (number | null)[] =>
  suggestions.map(({ proposal }) => proposal?.helper.id ?? null)

describe('a suggested pairing', () => {
  it('prefers the family, then the group, the village, a served village, anybody in town', () => {
    const helpers = [
      offering({ id: 1, villageId: null }),
      offering({ id: 2, villageId: 2, servedVillageIds: [1] }),
      offering({ id: 3 }),
      offering({ id: 4, surname: '尉迟' }),
      offering({ id: 5, villageGroupId: 11 }),
      offering({ id: 6, name: '解小红', isRelative: true, villageId: 3 }),
      offering({ id: 7, villageId: 3 }),
    ]
    const elder = needing({ id: 1, family: [{ name: '解小红', phones: [], relation: '儿媳' }] })
    const [{ candidates, proposal }] = suggestPairings([elder], helpers, nobodyDismissed) as [
      Suggestion,
    ]
    expect(candidates.map((one) => one.helper.id)).toEqual([6, 5, 4, 3, 2, 1])
    expect(proposal?.reasons).toEqual(['是老人的儿媳'])
    expect(candidates[2]!.reasons).toEqual(['同村', '同姓'])
  })

  it('shares people out by load among helpers as near as each other', () => {
    const helpers = [
      offering({ id: 1, caseload: 3 }),
      offering({ id: 2, caseload: 1, capacity: 4 }),
    ]
    const people = [1, 2, 3].map((id) => needing({ id }))
    expect(chosen(suggestPairings(people, helpers, nobodyDismissed))).toEqual([2, 2, 1])
  })

  // A bug this catches: the first one takes the only helper the second could have had.
  it('moves somebody on so that everybody has a helper', () => {
    const both = needing({ id: 1, villageGroupId: 11 })
    const onlyNear = needing({ id: 2, villageId: null, villageGroupId: 11 })
    const helpers = [
      offering({ id: 1, villageGroupId: 11, capacity: 1 }),
      offering({ id: 2, villageGroupId: 12, capacity: 1 }),
    ]
    expect(chosen(suggestPairings([both, onlyNear], helpers, nobodyDismissed))).toEqual([2, 1])
  })

  it.each<[UnplacedReason, Offering[], typeof nobodyDismissed]>([
    ['far', [offering({ id: 1, villageId: 2 })], nobodyDismissed],
    ['sex', [offering({ id: 1 }), offering({ id: 2, gender: null })], nobodyDismissed],
    ['dismissed', [offering({ id: 1, gender: 'female' })], () => true],
    ['full', [offering({ id: 1, gender: 'female', caseload: 5 })], nobodyDismissed],
  ])('says why nobody can be proposed: %s', (why, helpers, isDismissed) => {
    const elder = needing({ id: 1, needsBathing: true })
    const [suggestion] = suggestPairings([elder], helpers, isDismissed)
    expect(suggestion).toMatchObject({ proposal: null, unplaced: why })
  })
})

// ── Against everything that could have been done ──

const genders = fc.constantFrom('male', 'female', null)
const people = fc.array(
  fc.record({
    gender: genders,
    villageId: fc.constantFrom(1, 2, null),
    villageGroupId: fc.constantFrom(11, 12, null),
    needsBathing: fc.boolean(),
    surname: fc.constantFrom('解', '单'),
    family: fc.constantFrom([], [{ name: '解小红', phones: ['1'], relation: '女儿' }]),
  }),
  { maxLength: 5 },
)
const helpers = fc.array(
  fc.record({
    gender: genders,
    villageId: fc.constantFrom(1, 2, 3, null),
    villageGroupId: fc.constantFrom(11, 12, null),
    servedVillageIds: fc.constantFrom([], [1], [2]),
    helpsInVillageIds: fc.constantFrom([], [2]),
    name: fc.constantFrom('解小红', '张吉祥'),
    surname: fc.constantFrom('解', '张'),
    isRelative: fc.boolean(),
    caseload: fc.integer({ min: 0, max: 3 }),
    capacity: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 4 },
)
const township = fc
  .record({
    people,
    helpers,
    dismissed: fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { maxLength: 4 }),
  })
  .map((drawn) => ({
    people: drawn.people.map((one, at) => needing({ id: at + 1, ...one })),
    helpers: drawn.helpers.map((one, at) => offering({ id: at + 1, ...one })),
    isDismissed: (personId: number, helperId: number) =>
      drawn.dismissed.some(([p, h]) => p + 1 === personId && h + 1 === helperId),
  }))
type Township = typeof township extends fc.Arbitrary<infer Value> ? Value : never

const fits = ({ isDismissed }: Township, one: Needing, other: Offering): boolean =>
  !('obstacle' in judge(one, other)) && !isDismissed(one.id, other.id)

/** How many can be paired at most: every way of placing the people is tried. */
function mostPaired(town: Township, at = 0, used: readonly number[] = []): number {
  const one = town.people[at]
  if (!one) return 0
  let most = mostPaired(town, at + 1, used)
  for (const other of town.helpers) {
    const hasRoom = used.filter((id) => id === other.id).length < roomOf(other)
    if (hasRoom && fits(town, one, other))
      most = Math.max(most, 1 + mostPaired(town, at + 1, [...used, other.id]))
  }
  return most
}

describe('suggested pairings, whatever the township', () => {
  it('pair everybody who can be paired, and never beyond what a helper can take', () => {
    fc.assert(
      fc.property(township, (town) => {
        const suggestions = suggestPairings(town.people, town.helpers, town.isDismissed)
        const given = chosen(suggestions)
        expect(given.filter((id) => id !== null)).toHaveLength(mostPaired(town))
        for (const one of town.helpers)
          expect(given.filter((id) => id === one.id).length).toBeLessThanOrEqual(roomOf(one))
      }),
      { numRuns: 600 },
    )
  })

  it('never cross the sexes where bathing is needed, nor come back to a pair turned down', () => {
    fc.assert(
      fc.property(township, ({ people, helpers, isDismissed }) => {
        for (const { personId, candidates } of suggestPairings(people, helpers, isDismissed)) {
          const elder = people.find(({ id }) => id === personId)!
          for (const { helper } of candidates) {
            expect(isDismissed(personId, helper.id)).toBe(false)
            if (elder.needsBathing) {
              expect(helper.gender).not.toBeNull()
              expect(helper.gender).toBe(elder.gender)
            }
          }
        }
      }),
    )
  })

  it('do not depend on the order in which people and helpers stand', () => {
    fc.assert(
      fc.property(township, fc.nat(), ({ people, helpers, isDismissed }, turn) => {
        const turned = <Value>(values: readonly Value[]): Value[] => [
          ...values.slice(turn % (values.length || 1)),
          ...values.slice(0, turn % (values.length || 1)),
        ]
        expect(suggestPairings(turned(people), turned(helpers.toReversed()), isDismissed)).toEqual(
          suggestPairings(people, helpers, isDismissed),
        )
      }),
    )
  })
})
