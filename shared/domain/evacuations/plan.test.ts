import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hazardGradeLabel, hazardKindLabel } from '../hazards/vocabulary'
import { codesOf } from '../vocabulary'
import { dangerReasons } from './danger'
import { planGaps, planStanding } from './plan'

const words = fc.option(fc.constantFrom('', ' ', '李村主任'))
const plan = fc.option(
  fc.record({
    mover: words,
    phone: words,
    shelter: words,
    confirmedOn: fc.option(fc.constantFrom('2025-12-31', '2026-01-01', '2026-11-20')),
  }),
)

it('calls nobody provided for whose mover, telephone or shelter is missing, or who was not asked again this year', () => {
  fc.assert(
    fc.property(plan, (one) => {
      const said = (text: string | null | undefined): boolean => text === '李村主任'
      const expected = !said(one?.mover)
        ? 'missing'
        : !said(one?.phone) || !said(one?.shelter)
          ? 'incomplete'
          : one?.confirmedOn?.startsWith('2026')
            ? 'ready'
            : 'unconfirmed'
      expect(planStanding(one, '2026-11-21')).toBe(expected)
      expect(planGaps(one)).toHaveLength(
        [one?.mover, one?.phone, one?.shelter].filter((text) => !said(text)).length,
      )
    }),
  )
})

it('lists whoever lives in a zone, in unsafe housing or with a rain hazard at home, and nobody else', () => {
  const hazard = fc.record({
    kind: fc.constantFrom(...codesOf(hazardKindLabel)),
    grade: fc.constantFrom(...codesOf(hazardGradeLabel)),
  })
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom('后山滑坡点', '无', '不涉及')),
      fc.option(fc.constantFrom('A', 'B', 'C', 'D')),
      fc.array(hazard, { maxLength: 4 }),
      (hazardZone, housingGrade, hazards) => {
        const isListed =
          hazardZone === '后山滑坡点' ||
          housingGrade === 'C' ||
          housingGrade === 'D' ||
          hazards.some(
            ({ kind, grade }) =>
              kind === 'flood' || kind === 'landslide' || (kind === 'housing' && grade === 'grave'),
          )
        expect(dangerReasons({ hazardZone, housingGrade }, hazards).length > 0).toBe(isListed)
      },
    ),
  )
})
