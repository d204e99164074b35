import { addDays } from '@shared/domain/calendar/days'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/vocabulary'
import type { CadenceFacts } from './coverage'
import type { CountedContact } from './obligations'
import type { CadencePolicy, CadenceRule, Credit, Duty } from './rules'
import type { Dated } from './spans'

/**
 * The rules written down day by day and contact by contact, for tests only: slow, and plain enough
 * to be seen right. Nothing here is shared with the fast functions but `addDays`.
 */

export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Every day a partial date may mean; null where the year is unknown. */
export function daysOf(date: PartialDate): Day[] | null {
  if (date.startsWith('--')) return null
  if (date.length === 10) return [date]
  const start = date.length === 4 ? `${date}-01-01` : `${date}-01`
  return daysBetween(start, addDays(start, 366)).filter((day) => day.startsWith(date))
}

const mondayOf = (day: Day): Day => {
  let monday = day
  while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) monday = addDays(monday, -1)
  return monday
}

/** Two days lie in the same window exactly if this names them alike. */
export function windowName(period: Period, day: Day): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  switch (period) {
    case 'week':
      return mondayOf(day)
    case 'halfMonth':
      return `${day.slice(0, 7)} ${Number(day.slice(8)) <= 15 ? 'first' : 'second'}`
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${year} Q${Math.ceil(month / 3)}`
    case 'halfYear':
      return `${year} H${Math.ceil(month / 6)}`
    case 'year':
      return year
  }
}

const remembered = new Map<string, Day[]>()

/** The days of the window that contains the day. */
export function windowDaysAround(period: Period, day: Day): Day[] {
  const name = windowName(period, day)
  const known = remembered.get(`${period} ${name}`)
  if (known !== undefined) return known
  const days = daysBetween(addDays(day, -370), addDays(day, 370)).filter(
    (other) => windowName(period, other) === name,
  )
  remembered.set(`${period} ${name}`, days)
  return days
}

const isOn = (fact: Dated, day: Day): boolean =>
  (fact.from === null || fact.from <= day) && (fact.to === null || fact.to >= day)

export function binds(rule: CadenceRule, facts: CadenceFacts, day: Day): boolean {
  if (!isOn(rule, day)) return false
  if (!facts.statuses.some((one) => one.status === 'active' && isOn(one, day))) return false
  const inGroup = facts.groups.some((one) => one.group === rule.group && isOn(one, day))
  const inCategory = facts.categories.some(
    (one) => one.category === rule.category && isOn(one, day),
  )
  const atRisk = facts.risks.some((one) => one.level === rule.riskLevel && isOn(one, day))
  return (
    (rule.group === null || inGroup) &&
    (rule.category === null || inCategory) &&
    (rule.riskLevel === null || atRisk)
  )
}

export const isExempt = (facts: CadenceFacts, day: Day): boolean =>
  facts.exemptions.some((one) => isOn(one, day))

/** Nothing lifts the proof of being alive. */
export const isLifted = (duty: Duty, facts: CadenceFacts, day: Day): boolean =>
  duty !== 'alive' && isExempt(facts, day)

/** Contacts owed on the window's days: the largest count of each day, averaged, rounded down. */
export function slowNeed(
  rules: readonly CadenceRule[],
  facts: CadenceFacts,
  window: Day[],
): number {
  let owed = 0
  for (const day of window) {
    if (rules.every((rule) => isLifted(rule.duty, facts, day))) continue
    owed += Math.max(0, ...rules.filter((rule) => binds(rule, facts, day)).map((one) => one.count))
  }
  return Math.floor(owed / window.length)
}

interface Counting {
  readonly duty: Duty
  readonly kinds: readonly string[]
}

/** Does a contact of the kind count for the duty on the day? */
const countsOn = (
  { duty, kinds }: Counting,
  credits: readonly Credit[],
  kind: string,
  day: Day,
): boolean =>
  kinds.includes(kind) ||
  credits.some((one) => one.duty === duty && one.kind === kind && isOn(one, day))

/** Contacts that certainly fall on counting days of the window, as far as begun by `asOf`. */
export function slowDone(
  counting: Counting,
  credits: readonly Credit[],
  contacts: readonly CountedContact[],
  window: readonly Day[],
  asOf: Day,
): CountedContact[] {
  return contacts.filter(({ kind, date }) => {
    const days = daysOf(date)
    return (
      days !== null &&
      days.every((day) => window.includes(day) && countsOn(counting, credits, kind, day)) &&
      days[0]! <= asOf
    )
  })
}

/** What one rule by major changes says on the day of a person on file; null where nothing is open. */
export function slowChangeState(
  rules: readonly CadenceRule[],
  { credits }: CadencePolicy,
  facts: CadenceFacts,
  contacts: readonly CountedContact[],
  asOf: Day,
): Pick<SlowStanding, 'state' | 'until'> | null {
  const answers = facts.changes
    .filter(({ date }) => date <= asOf && date >= addDays(asOf, -92))
    .filter(({ date }) => rules.some((rule) => binds(rule, facts, date)))
    .map(({ date }) => ({ date, last: addDays(date, 1) }))
    .filter(
      ({ date, last }) =>
        !isLifted(rules[0]!.duty, facts, date) || !isLifted(rules[0]!.duty, facts, last),
    )
    .map(({ date, last }) => {
      const days = daysBetween(date, `${asOf.slice(0, 4)}-12-31`)
      const done = slowDone(rules[0]!, credits, contacts, days, asOf).length > 0
      return { last, over: last < asOf, done }
    })
  if (!answers.some(({ over, done }) => !over || !done)) return null
  const lasts = answers.filter(({ done }) => !done).map(({ last }) => last)
  const until = lasts.sort()[0] ?? asOf
  if (isLifted(rules[0]!.duty, facts, asOf)) return { state: 'exempt', until }
  if (answers.some(({ over, done }) => over && !done)) return { state: 'overdue', until }
  return { state: lasts.length > 0 ? 'due' : 'met', until }
}

/** What one set of like rules says of a person on a day; null where no rule of it binds then. */
export interface SlowStanding {
  readonly duty: Duty
  readonly period: CadenceRule['period']
  readonly state: 'overdue' | 'due' | 'met' | 'exempt' | 'none'
  /** Of the open window; of a change one, and whether it was answered. */
  readonly needed: number
  readonly done: number
  /** The last day of the open window, where something is owed. */
  readonly until: Day
}

/** Rules of the same duty, period and kinds, as one obligation. */
export function alike(rules: readonly CadenceRule[]): CadenceRule[][] {
  const sets: CadenceRule[][] = []
  for (const rule of rules) {
    const set = sets.find(
      ([one]) =>
        one!.duty === rule.duty &&
        one!.period === rule.period &&
        String(one!.kinds) === String(rule.kinds),
    )
    if (set) set.push(rule)
    else sets.push([rule])
  }
  return sets
}

/** Everything owed to a person on a day. */
export function slowStandings(
  policy: CadencePolicy,
  facts: CadenceFacts,
  contacts: readonly CountedContact[],
  asOf: Day,
): SlowStanding[] {
  const onFile = facts.statuses.some((one) => one.status === 'active' && isOn(one, asOf))
  return alike(policy.rules).flatMap((rules): SlowStanding[] => {
    const { duty, period } = rules[0]!
    if (period === 'change') {
      const answer = onFile ? slowChangeState(rules, policy, facts, contacts, asOf) : null
      return answer === null
        ? []
        : [{ duty, period, ...answer, needed: 1, done: answer.state === 'met' ? 1 : 0 }]
    }
    if (!rules.some((rule) => binds(rule, facts, asOf))) return []
    const open = windowDaysAround(period, asOf)
    const closed = windowDaysAround(period, addDays(open[0]!, -1))
    const done = slowDone(rules[0]!, policy.credits, contacts, open, asOf).length
    const needed = slowNeed(rules, facts, open)
    const missed =
      slowDone(rules[0]!, policy.credits, contacts, closed, asOf).length <
      slowNeed(rules, facts, closed)
    let state: SlowStanding['state'] = 'none'
    if (isLifted(duty, facts, asOf)) state = 'exempt'
    else if (missed && done === 0) state = 'overdue'
    else if (done < needed) state = 'due'
    else if (needed > 0) state = 'met'
    return [{ duty, period, state, needed, done, until: open.at(-1)! }]
  })
}

/** The gravest of them; `none` where there is none. */
export function slowGravest(standings: readonly SlowStanding[]): SlowStanding['state'] {
  const order = ['overdue', 'due', 'met', 'exempt', 'none'] as const
  return order.find((state) => standings.some((one) => one.state === state)) ?? 'none'
}

/** Whether somebody who is due, and not overdue, has a window that closes by the day. */
export const slowClosesBy = (standings: readonly SlowStanding[], day: Day): boolean =>
  slowGravest(standings) === 'due' &&
  standings.some(({ state, until }) => state === 'due' && until <= day)
