import { dayFromNumber, dayNumber } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { StepOutcome } from '../ledgers/steps'

/** Which events must be reported, to whom, and how fast: data that an office edits. */
export interface IncidentProtocol {
  readonly kinds: readonly IncidentKind[]
  readonly duties: readonly ProtocolDuty[]
}

export interface IncidentKind {
  readonly code: string
  readonly label: string
}

/** A step that an incident asks for, counted from its discovery. */
export interface Duty {
  readonly step: string
  readonly label: string
  readonly withinHours: number
}

export interface ProtocolDuty extends Duty {
  /** Only for events of these kinds; null is every kind. */
  readonly kinds: readonly string[] | null
  /** Asked for a child under 14 whatever the kind. */
  readonly forChildren: boolean
}

/** Below this age the police are told as well (a child cannot report for itself). */
export const childUnder = 14 // 周岁

/**
 * The five events of the national rule. The hours are a beginning that each office sets to what
 * its county asks; none is written in the rule itself.
 */
export const defaultProtocol: IncidentProtocol = {
  kinds: [
    { code: 'wandering', label: '外出流浪乞讨' },
    { code: 'harmed', label: '遭受非法侵害' },
    { code: 'criticalIllness', label: '发生危重病情' },
    { code: 'mentalIllness', label: '患有严重精神疾病' },
    { code: 'hardship', label: '面临重大困境' },
  ],
  duties: [
    { step: 'rescue', label: '紧急处置', withinHours: 1, kinds: null, forChildren: true },
    { step: 'tellChildren', label: '通知子女', withinHours: 2, kinds: null, forChildren: true },
    { step: 'tellVillage', label: '报村', withinHours: 2, kinds: null, forChildren: true },
    {
      step: 'tellPolice',
      label: '报公安',
      withinHours: 2,
      kinds: ['wandering', 'harmed'],
      forChildren: true,
    },
    { step: 'tellTown', label: '报镇', withinHours: 6, kinds: null, forChildren: true },
    { step: 'tellCounty', label: '报县', withinHours: 24, kinds: null, forChildren: true },
  ],
}

/** The duties of one event, in the order of their deadlines. */
export function dutiesOf(
  { duties }: IncidentProtocol,
  { kind, isChild }: { kind: string; isChild: boolean },
): Duty[] {
  return duties
    .filter(({ kinds, forChildren }) =>
      isChild && forChildren ? true : kinds === null || kinds.includes(kind),
    )
    .map(({ step, label, withinHours }) => ({ step, label, withinHours }))
    .toSorted((a, b) => a.withinHours - b.withinHours)
}

/** `YYYY-MM-DDTHH:MM` on the office's clock; text order is the order of time. */
export type LocalMoment = string

const minutesOfDay = 1440

/** The moment so many hours later. */
export function hoursAfter(moment: LocalMoment, hours: number): LocalMoment {
  const [day = '', clock = '00:00'] = moment.split('T')
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const minutes = dayNumber(day) * minutesOfDay + hour * 60 + minute + Math.round(hours * 60)
  const left = minutes - Math.floor(minutes / minutesOfDay) * minutesOfDay
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${dayFromNumber(Math.floor(minutes / minutesOfDay))}T${two(Math.floor(left / 60))}:${two(left % 60)}`
}

/** `pending` until its deadline, then `overdue`; a step done after it stays `late` for good. */
export type DutyState = 'done' | 'late' | 'skipped' | 'pending' | 'overdue'

export interface DutyStanding extends Duty {
  readonly deadline: LocalMoment
  readonly state: DutyState
}

/** A step that was done, as the trail has it. */
export interface DoneStep {
  readonly step: string
  readonly outcome: StepOutcome
  readonly day: Day
  readonly time: string | null
}

/**
 * How an incident's duties stand at a moment. An event found at an unknown hour counts from the
 * beginning of its day; a step done at an unknown hour is late only when its day is.
 */
export function dutyStandings(
  duties: readonly Duty[],
  steps: readonly DoneStep[],
  discovered: { day: Day; time: string | null },
  now: LocalMoment,
): DutyStanding[] {
  const found = `${discovered.day}T${discovered.time ?? '00:00'}`
  return duties.map((duty) => {
    const deadline = hoursAfter(found, duty.withinHours)
    const done = steps
      .filter(({ step }) => step === duty.step)
      .toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))[0]
    return { ...duty, deadline, state: stateOf(done, deadline, now) }
  })
}

const momentOf = ({ day, time }: DoneStep): string => `${day}T${time ?? ''}`

function stateOf(done: DoneStep | undefined, deadline: LocalMoment, now: LocalMoment): DutyState {
  if (!done) return now > deadline ? 'overdue' : 'pending'
  if (done.outcome === 'skipped') return 'skipped'
  const isLate =
    done.time === null ? done.day > deadline.slice(0, 10) : `${done.day}T${done.time}` > deadline
  return isLate ? 'late' : 'done'
}

/** The deadline that comes first among what is still to do; null where all is done. */
export function nextDeadline(standings: readonly DutyStanding[]): LocalMoment | null {
  return (
    standings
      .filter(({ state }) => state === 'pending' || state === 'overdue')
      .map(({ deadline }) => deadline)
      .toSorted()[0] ?? null
  )
}
