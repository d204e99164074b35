import { expect, it } from 'vitest'
import { gbt42195Once } from '../assessments/gbt42195'
import { faultsOf } from '../assessments/grading'
import { sampleAssessments, sampleRiskReviews } from './findings'
import { sampleTownship } from './township'

const until = '2026-11-21'
const { people } = sampleTownship({ recipients: 300, contacts: 0, years: 2, until })

it('answers every item with a value its scale knows, while the file was open', () => {
  const found = people.flatMap((person, at) => sampleAssessments(person, at, until))
  expect(found.length).toBeGreaterThan(100)
  for (const { answers, changes } of found)
    expect(faultsOf(gbt42195Once, answers, changes)).toEqual({})
})

it('finds nobody assessed or reviewed before the file began or after it closed', () => {
  people.forEach((person, at) => {
    const days = [
      ...sampleAssessments(person, at, until),
      ...sampleRiskReviews(person, at, until),
    ].map(({ date }) => date)
    expect(days.filter((day) => day < person.onFileFrom || day > until)).toEqual([])
    expect(days.filter((day) => person.closed && day >= person.closed.on)).toEqual([])
  })
})

it('shows levels of every kind, so that each screen has something to show', () => {
  const levels = new Set(
    people.flatMap((person, at) => sampleRiskReviews(person, at, until)).map(({ level }) => level),
  )
  expect([...levels].toSorted()).toEqual(['general', 'high', 'key'])
})
