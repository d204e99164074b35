import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, diffDays } from '../calendar/days'
import { backupsToThin, type DatedBackup } from './thinning'

const today = '2026-11-21'

const backup = fc
  .record({
    ago: fc.oneof(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 900 })),
    minute: fc.integer({ min: 0, max: 1439 }),
    sound: fc.boolean(),
  })
  .map(({ ago, minute, sound }) => {
    const day = addDays(today, -ago)
    const two = (value: number): string => String(value).padStart(2, '0')
    const madeAt = `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`
    return { madeAt, day, sound }
  })
const backups = fc
  .array(backup, { maxLength: 60 })
  .map((all): DatedBackup[] => all.map((one, index) => ({ ...one, name: `b${index}` })))

/** The rule read off the promise, one backup at a time, with every other one looked at. */
function mayGo(one: DatedBackup, all: readonly DatedBackup[]): boolean {
  if (!one.sound || one.day >= today) return false
  const later = all.filter(
    (other) =>
      other.sound &&
      (other.madeAt > one.madeAt || (other.madeAt === one.madeAt && other.name > one.name)),
  )
  if (later.length === 0) return false
  if (diffDays(one.day, today) <= 31) return later.some(({ day }) => day === one.day)
  if (one.day < addMonths(today, -24)) return true
  return later.some(
    ({ day }) => day.slice(0, 7) === one.day.slice(0, 7) && diffDays(day, today) > 31,
  )
}

describe('thinning of backups', () => {
  it('does for each backup what the rule promises', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const expected = all.filter((one) => mayGo(one, all)).map(({ name }) => name)
        expect([...backupsToThin(all, today)].sort()).toEqual(expected.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('removes nothing more when it is asked again', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const gone = backupsToThin(all, today)
        const left = all.filter(({ name }) => !gone.has(name))
        expect(backupsToThin(left, today).size).toBe(0)
      }),
    )
  })

  // A bug this catches: the PC's clock jumps to 2036, everything is "too old", all backups go.
  it('keeps the last sound one when the clock runs years ahead', () => {
    const all = ['2026-11-19', '2026-11-20'].map((day) => ({
      name: day,
      day,
      madeAt: `${day}T09:00:00.000Z`,
      sound: true,
    }))
    expect([...backupsToThin(all, '2036-01-01')]).toEqual(['2026-11-19'])
  })
})
