import type { StoreContext } from '@db/context'
import { loadRoster, rosterTables, type RosterPerson } from '@db/repositories/roster'
import type { BirthdayRow } from '@shared/contract/home'
import {
  certainAge,
  nextSolarBirthday,
  nominalAgeOn,
  roundBirthday,
  type RoundBirthdayCustom,
} from '@shared/domain/calendar/age'
import { addDays, compareDays, diffDays } from '@shared/domain/calendar/days'
import {
  formatLunar,
  nextLunarBirthday,
  readLunar,
  toLunar,
  type LunarDate,
} from '@shared/domain/calendar/lunar'
import { isComplete } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { homeSettings } from './settings'

const DAYS_AHEAD = 30

/**
 * Birthdays of people on file in the next 30 days, today included. Somebody may stand here twice:
 * the office knows the solar day, the family keeps the lunar one. The lunar day is the one on
 * paper, else the one of the solar birth date.
 */
export function comingBirthdays(ctx: StoreContext): readonly BirthdayRow[] {
  const custom = homeSettings(ctx).roundBirthday
  return ctx.memo.derive(
    'comingBirthdays',
    rosterTables,
    () => {
      const last = addDays(ctx.today, DAYS_AHEAD)
      return loadRoster(ctx)
        .filter(({ status }) => status === 'active')
        .flatMap((person) => birthdaysWithin(person, ctx.today, last, custom))
        .sort((a, b) => compareDays(a.on, b.on))
    },
    JSON.stringify([ctx.today, ctx.scope, custom]),
  )
}

/** A person's birthdays between two days, both included; `daysLeft` counts from the first. */
export function birthdaysWithin(
  person: RosterPerson,
  from: Day,
  to: Day,
  custom: RoundBirthdayCustom,
): BirthdayRow[] {
  return [solarBirthday(person, from, to, custom), lunarBirthday(person, from, to, custom)].filter(
    (row) => row !== null,
  )
}

function solarBirthday(
  person: RosterPerson,
  today: Day,
  last: Day,
  custom: RoundBirthdayCustom,
): BirthdayRow | null {
  const on = person.birthDate && nextSolarBirthday(person.birthDate, today)
  return on && on <= last ? rowOf(person, on, today, null, custom) : null
}

function lunarBirthday(
  person: RosterPerson,
  today: Day,
  last: Day,
  custom: RoundBirthdayCustom,
): BirthdayRow | null {
  const birth = lunarBirthOf(person)
  if (!birth) return null
  const on = nextLunarBirthday(birth, today)
  return on <= last ? rowOf(person, on, today, birth, custom) : null
}

function lunarBirthOf({ lunarBirthday, birthDate }: RosterPerson): LunarDate | null {
  if (lunarBirthday) return readLunar(lunarBirthday)
  return birthDate && isComplete(birthDate) ? toLunar(birthDate) : null
}

function rowOf(
  person: RosterPerson,
  on: Day,
  today: Day,
  lunar: LunarDate | null,
  custom: RoundBirthdayCustom,
): BirthdayRow {
  const nominalAge = person.birthDate ? certainAge(nominalAgeOn(person.birthDate, on)) : null
  return {
    recipientId: person.id,
    recipientName: person.name,
    villageName: person.villageName || null,
    on,
    daysLeft: diffDays(today, on),
    calendar: lunar ? 'lunar' : 'solar',
    lunar: lunar && formatLunar(lunar),
    nominalAge,
    round: nominalAge === null ? null : roundBirthday(nominalAge, custom),
  }
}
