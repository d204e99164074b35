import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import { latestContactOf } from '@db/repositories/visit-sheets'
import type { BirthdayRow } from '@shared/contract/home'
import { leadingStandings, type Standing } from '@shared/domain/cadence/compliance'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { majorChangeLabel, type RulePeriod } from '@shared/domain/cadence/vocabulary'
import { addMonths, monthOf, dayOfMonth } from '@shared/domain/calendar/days'
import { formatPartialDate, isComplete } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import type { VisitTasks } from '@shared/domain/visit-sheets/vocabulary'
import { completenessOfPerson } from '../completeness/files'
import { birthdaysWithin } from '../home/birthdays'
import { homeSettings } from '../home/settings'

/** More than a few questions are not asked at one visit: the rest waits for the next. */
const mostQuestions = 3

/** A problem found longer ago than so many months is no longer asked about. */
const pointsReachBack = 12

/** What a sheet asks the helper to do for one person between two days. */
export function tasksFor(
  ctx: StoreContext,
  person: RosterPerson,
  standings: readonly Standing[],
  from: Day,
  to: Day,
): VisitTasks {
  return {
    owed: owedWords(standings),
    ask: completenessOfPerson(ctx, person)
      .missing.slice(0, mostQuestions)
      .map(({ question }) => question),
    points: openPoints(ctx, person.id, from),
    birthdays: birthdaysWithin(person, from, to, homeSettings(ctx).roundBirthday).map(
      birthdayWords,
    ),
  }
}

const thisPeriod: Record<Exclude<RulePeriod, 'change'>, string> = {
  week: '本周',
  halfMonth: '本半月',
  month: '本月',
  quarter: '本季',
  halfYear: '本半年',
  year: '今年',
}

/** 入户 本季 2/3, done of needed; what is overdue comes first, as in the due list. */
export function owedWords(standings: readonly Standing[]): VisitTasks['owed'] {
  return leadingStandings(standings)
    .flatMap((standing) => {
      const { state } = standing
      if (state !== 'due' && state !== 'overdue') return []
      return [{ state, words: wordsOf(standing) }]
    })
    .sort((a, b) => Number(b.state === 'overdue') - Number(a.state === 'overdue'))
}

function wordsOf({ duty, period, change, open }: Standing): string {
  const when =
    period === 'change'
      ? `${formatPartialDate(change?.date ?? open.from)}${change ? majorChangeLabel[change.kind] : ''}后`
      : thisPeriod[period]
  return `${dutyLabel[duty]} ${when} ${open.done}/${open.needed}`
}

/** What the last visit found and the day it was to be looked at again. */
function openPoints(ctx: StoreContext, recipientId: number, from: Day): string[] {
  const last = latestContactOf(ctx, recipientId)
  if (!last) return []
  const points: string[] = []
  if (last.problem && last.date >= addMonths(from, -pointsReachBack)) {
    const done = last.outcome ? `，当时${last.outcome}` : ''
    points.push(`${formatPartialDate(last.date)}发现：${last.problem}${done}`)
  }
  if (last.revisitOn && (!isComplete(last.date) || last.revisitOn > last.date))
    points.push(`约定 ${formatPartialDate(last.revisitOn)}回访`)
  return points
}

/** `12月3日（农历十月廿五）90 岁整寿`. */
function birthdayWords({ on, lunar, nominalAge, round }: BirthdayRow): string {
  const day = `${monthOf(on)}月${dayOfMonth(on)}日`
  const age = round !== null ? ` ${round} 岁整寿` : nominalAge !== null ? ` 虚岁 ${nominalAge}` : ''
  return `${day}（${lunar ?? '公历'}）${age}`.trim()
}
