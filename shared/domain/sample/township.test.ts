import { describe, expect, it } from 'vitest'
import { readResidentId } from '../identity/resident-id'
import { sampleContacts, sampleTownship, type SampleRequest } from './township'

const request: SampleRequest = { recipients: 120, contacts: 4000, years: 4, until: '2026-11-21' }

describe('the sample township', () => {
  it('is the same for the same request', () => {
    const [once, twice] = [sampleTownship(request), sampleTownship(request)]
    expect(once).toEqual(twice)
    expect([...sampleContacts(once, request)]).toEqual([...sampleContacts(twice, request)])
  })

  it('has ten times the history with the same last year', () => {
    const long = { ...request, contacts: 10_000, years: 10 }
    const short = { ...request, contacts: 1000, years: 1 }
    const township = sampleTownship(request)
    expect([...sampleContacts(township, long)].slice(-1000)).toEqual([
      ...sampleContacts(township, short),
    ])
  })

  it('spreads contacts evenly over the years and never past the last day', () => {
    const township = sampleTownship(request)
    const dates = [...sampleContacts(township, request)].map((contact) => contact.date)
    expect(dates).toHaveLength(request.contacts)
    expect(dates.every((date) => date > '2022-11-21' && date <= '2026-11-21')).toBe(true)
    const months = new Map<string, number>()
    for (const date of dates) months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + 1)
    const whole = [...months].filter(([month]) => month > '2022-11' && month < '2026-11')
    expect(
      Math.max(...whole.map(([, n]) => n)) / Math.min(...whole.map(([, n]) => n)),
    ).toBeLessThan(1.25)
  })

  it('gives valid numbers of the fictional region that agree with birth and sex', () => {
    for (const person of sampleTownship(request).people) {
      if (person.idNumber === null) continue
      expect(person.idNumber.startsWith('610999')).toBe(true)
      expect(readResidentId(person.idNumber, request.until)).toMatchObject({
        state: 'valid',
        birthDay: person.birthDate,
        gender: person.gender,
      })
    }
  })

  it('visits nobody after the file was closed', () => {
    const township = sampleTownship(request)
    for (const { personIndex, date } of sampleContacts(township, request)) {
      const { closed } = township.people[personIndex]!
      expect(!closed || date < closed.on).toBe(true)
    }
  })
})
