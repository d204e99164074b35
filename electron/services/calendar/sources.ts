import { activitiesBetween } from '@db/repositories/activities'
import { callsByPerson } from '@db/repositories/calls'
import { caseTables } from '@db/repositories/case-tables'
import { dueCases } from '@db/repositories/ledgers'
import { listMeetings } from '@db/repositories/meetings'
import { revisitsAgreed } from '@db/repositories/contacts'
import { entryTable, registerNames } from '@db/repositories/registers'
import { allStations, fireChecksByStation } from '@db/repositories/stations'
import { listSheets } from '@db/repositories/visit-sheets'
import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import type { CalendarItem } from '@shared/contract/calendar'
import { fireStandingOn } from '@shared/domain/stations/standards'
import { latestBy } from '@shared/domain/assessments/latest'
import { scaleLabel } from '@shared/domain/assessments/scale'
import { festivalsOf } from '@shared/domain/calendar/lunar'
import { yearOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { caseEntities, ledgers } from '@shared/domain/ledgers/registry'
import { codesOf, exemptionReasonLabel } from '@shared/domain/vocabulary'
import { isVisible } from '../activities/access'
import { birthdaysWithin } from '../home/birthdays'
import { homeSettings } from '../home/settings'
import { isSeen } from '../stations/access'
import { seenSheets } from '../visit-sheets/shown'

interface Asked {
  readonly from: Day
  /** Inclusive. */
  readonly to: Day
  readonly people: readonly RosterPerson[]
}

/** What an area puts on the calendar between two days. */
export type CalendarSource = (ctx: StoreContext, asked: Asked) => CalendarItem[]

/** Everything that falls on days; an area with days of its own adds its source here. */
export const calendarSources: readonly CalendarSource[] = [
  festivals,
  birthdays,
  callsAgain,
  revisits,
  exemptionsEnding,
  casesDue,
  registerEntriesDue,
  meetingsCalled,
  visitSheetsDue,
  assessmentsDue,
  activities,
  fireChecksDue,
]

const within = (day: Day | null, { from, to }: Asked): day is Day =>
  day !== null && day >= from && day <= to

function festivals(_ctx: StoreContext, asked: Asked): CalendarItem[] {
  const years = [
    yearOf(asked.from),
    ...(yearOf(asked.to) > yearOf(asked.from) ? [yearOf(asked.to)] : []),
  ]
  return years
    .flatMap(festivalsOf)
    .filter(({ from }) => within(from, asked))
    .map(({ name, from }) => ({ day: from, kind: 'festival', what: name, who: null, path: null }))
}

function birthdays(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const custom = homeSettings(ctx).roundBirthday
  return onFile(asked).flatMap((person) =>
    birthdaysWithin(person, asked.from, asked.to, custom).map(
      ({ on, round, nominalAge, lunar }) => ({
        day: on,
        kind: 'birthday' as const,
        what: [
          round === null ? '生日' : `${round} 整寿`,
          nominalAge !== null && round === null && `虚岁 ${nominalAge}`,
          lunar,
        ]
          .filter(Boolean)
          .join(' '),
        who: person.name,
        path: `/recipients/${person.id}`,
      }),
    ),
  )
}

function callsAgain(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const calls = callsByPerson(ctx)
  return onFile(asked).flatMap((person) => {
    const againOn = calls.get(person.id)?.at(-1)?.againOn ?? null
    return within(againOn, asked)
      ? [{ ...about(person), day: againOn, kind: 'call' as const, what: '约好再打电话' }]
      : []
  })
}

function revisits(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const people = new Map(onFile(asked).map((person) => [person.id, person]))
  return revisitsAgreed(ctx, asked.from, asked.to).flatMap(({ recipientId, revisitOn }) => {
    const person = people.get(recipientId)
    return person
      ? [{ ...about(person), day: revisitOn, kind: 'revisit' as const, what: '约好回访' }]
      : []
  })
}

function exemptionsEnding(_ctx: StoreContext, asked: Asked): CalendarItem[] {
  return onFile(asked).flatMap((person) =>
    person.exemptions.flatMap(({ to, reviewOn, reason }) => {
      const day = to ?? reviewOn
      const word = exemptionReasonLabel[reason]
      return within(day, asked)
        ? [
            {
              ...about(person),
              day,
              kind: 'exemption' as const,
              what: to === null ? `豁免（${word}）该再问` : `豁免（${word}）到期`,
            },
          ]
        : []
    }),
  )
}

function casesDue(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const people = new Map(asked.people.map((person) => [person.id, person]))
  return caseEntities.flatMap((entity) =>
    dueCases(ctx, caseTables[entity], asked.from, asked.to).flatMap(
      ({ id, recipientId, villageId, dueOn }) => {
        const person = recipientId === null ? null : people.get(recipientId)
        if (person === undefined || (person === null && !reaches(ctx, villageId))) return []
        return [
          {
            day: dueOn,
            kind: 'case' as const,
            what: `${ledgers[entity].machine.noun}到期`,
            who: person?.name ?? null,
            path: `${ledgers[entity].path}/${id}`,
          },
        ]
      },
    ),
  )
}

function registerEntriesDue(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const people = new Map(asked.people.map((person) => [person.id, person]))
  const nameOf = registerNames(ctx)
  return dueCases(ctx, entryTable, asked.from, asked.to).flatMap(
    ({ id, recipientId, villageId, dueOn }) => {
      const person = recipientId === null ? null : people.get(recipientId)
      if (person === undefined || (person === null && !reaches(ctx, villageId))) return []
      return [
        {
          day: dueOn,
          kind: 'case' as const,
          what: `${nameOf(id)}到期`,
          who: person?.name ?? null,
          path: `/registers/entries/${id}`,
        },
      ]
    },
  )
}

/** What is about nobody is of its village, or of the township as a whole. */
const reaches = (ctx: StoreContext, villageId: number | null): boolean =>
  !isPartial(ctx) ||
  (villageId !== null &&
    ctx.scope.groups === null &&
    (ctx.scope.villages?.includes(villageId) ?? true))

/** Whoever answers for some villages or groups only is not told what is of the whole township. */
const isPartial = ({ scope }: StoreContext): boolean =>
  scope.villages !== null || scope.groups !== null

function meetingsCalled(ctx: StoreContext, { from, to }: Asked): CalendarItem[] {
  if (isPartial(ctx)) return []
  return listMeetings(ctx, { from, to })
    .filter(({ state }) => state !== 'cancelled')
    .map(({ id, title, day, time }) => ({
      day,
      kind: 'meeting' as const,
      what: [time, title].filter(Boolean).join(' '),
      who: null,
      path: `/meetings/${id}`,
    }))
}

function visitSheetsDue(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const { from, to } = asked
  const out = listSheets(ctx, { states: ['out', 'partlyBack'], touching: { from, to } }, 1000)
  return seenSheets(ctx, out)
    .map(({ sheet }) => sheet)
    .filter((sheet) => within(sheet.to, asked))
    .map(({ number, to }) => ({
      day: to,
      kind: 'visitSheet' as const,
      what: `任务单 ${number} 该收回`,
      who: null,
      path: '/visit-sheets',
    }))
}

function assessmentsDue(ctx: StoreContext, asked: Asked): CalendarItem[] {
  return onFile(asked).flatMap((person) =>
    codesOf(scaleLabel).flatMap((scale) => {
      const day = latestBy(person.assessments, scale, ctx.today)?.nextDue ?? null
      return within(day, asked)
        ? [
            {
              ...about(person),
              day,
              kind: 'assessment' as const,
              what: `该复评：${scaleLabel[scale]}`,
            },
          ]
        : []
    }),
  )
}

function activities(ctx: StoreContext, { from, to }: Asked): CalendarItem[] {
  return activitiesBetween(ctx, from, to).flatMap((one) =>
    one.heldOn !== null && one.state !== 'cancelled' && isVisible(ctx, one)
      ? [
          {
            day: one.heldOn,
            kind: 'activity' as const,
            what: [one.name, one.time].filter(Boolean).join(' '),
            who: null,
            path: `/activities/${one.id}`,
          },
        ]
      : [],
  )
}

/** The next 消防安全检查 of every station that is open. */
function fireChecksDue(ctx: StoreContext, asked: Asked): CalendarItem[] {
  const checks = fireChecksByStation(ctx)
  return allStations(ctx).flatMap((station) => {
    if (station.to !== null || !isSeen(ctx, station)) return []
    const day = fireStandingOn(checks.get(station.id) ?? [], ctx.today).last?.nextOn ?? null
    return within(day, asked)
      ? [
          {
            day,
            kind: 'fireCheck' as const,
            what: '该做消防安全检查',
            who: station.name,
            path: `/stations/${station.id}`,
          },
        ]
      : []
  })
}

const onFile = ({ people }: Asked): RosterPerson[] =>
  people.filter(({ status }) => status === 'active')

const about = (person: RosterPerson) => ({ who: person.name, path: `/recipients/${person.id}` })
