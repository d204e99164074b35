import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { categoriesHeld, classify } from './classify'
import type { CategoryFacts } from './facts'
import { categoryRulesOn, type CategoryRules, defaultCategoryRules } from './rules'
import { categoryChangeDays, categorySpans } from './spans'

const range = { from: '2026-01-01', to: '2026-12-31' }
const someDay = fc.integer({ min: -400, max: 500 }).map((days) => addDays(range.from, days))
const partial = fc.oneof(
  someDay,
  someDay.map((day) => day.slice(0, 7)),
  someDay.map((day) => day.slice(0, 4)),
)
/** Somebody about to turn 60, 80 or 100, as far as their day of birth is known. */
const birth = fc
  .tuple(partial, fc.constantFrom(60, 80, 100))
  .map(([date, age]) => `${Number(date.slice(0, 4)) - age}${date.slice(4)}`)
  .filter((date) => !date.endsWith('-02-29'))
const period = fc
  .tuple(someDay, fc.option(fc.nat(200)))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }))

const life = fc.record({
  birth: fc.option(birth),
  absences: fc.array(
    fc.tuple(partial, fc.option(fc.nat(200))).map(([since, length]) => ({
      since,
      to: length === null ? null : addDays(`${since}-01-01`.slice(0, 10), length),
    })),
    { maxLength: 2 },
  ),
  overrides: fc.array(
    period.map((span) => ({
      ...span,
      category: 'fiveVeterans' as const,
      holds: true,
      reason: '核实',
    })),
    { maxLength: 2 },
  ),
  assessments: fc.array(fc.record({ date: someDay, score: fc.constantFrom(40, 90) }), {
    maxLength: 2,
  }),
  definitions: fc.array(
    period.map((span): CategoryRules => ({
      ...defaultCategoryRules,
      ...span,
      ageTurns: 'dayAfter',
    })),
    { maxLength: 1 },
  ),
})

describe('categories as periods', () => {
  it('hold on exactly the days on which asking that very day says so: no change is passed over', () => {
    fc.assert(
      fc.property(life, ({ birth, absences, overrides, assessments, definitions }) => {
        const factsOn = (day: Day): CategoryFacts => {
          const absence = absences.findLast(
            ({ since, to }) => since <= day && (to === null || to >= day),
          )
          return {
            birth,
            inElderGroup: true,
            livingArrangement: 'alone',
            spouseAtHome: false,
            family: [
              {
                name: '强',
                relation: 'son',
                isSupporter: true,
                ableToSupport: true,
                willingToSupport: true,
                livesTogether: false,
                absence: absence
                  ? {
                      place: null,
                      scope: 'outsideCounty',
                      reason: 'work',
                      since: absence.since,
                      expectedReturn: null,
                      homeVisits: null,
                    }
                  : null,
              },
            ],
            childless: null,
            health: null,
            selfCare: null,
            assessmentLevel: null,
            assessmentScore: assessments.findLast(({ date }) => date <= day)?.score ?? null,
            reliefKinds: [],
            disabilityLevel: null,
            overrides,
          }
        }
        const heldOn = (day: Day) =>
          categoriesHeld(classify(factsOn(day), categoryRulesOn(definitions, day), day))
        const days = categoryChangeDays(
          {
            birth,
            absences,
            periods: [...overrides, ...definitions],
            assessments,
            awayMonths: [6],
            ages: [60, 80, 100],
          },
          range,
        )
        const spans = categorySpans(days, range.to, heldOn)
        for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
          const held = spans
            .filter(({ from, to }) => from <= day && day <= to)
            .map(({ category }) => category)
          expect([day, ...held.sort()]).toEqual([day, ...heldOn(day).toSorted()])
        }
        // Few questions, or a roster of thousands would be slow.
        expect(days.length).toBeLessThan(40)
      }),
      { numRuns: 150 },
    )
  })
})
