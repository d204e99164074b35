import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { outingMachine, type OutingMove, type OutingState } from '../outings/machine'
import type { ReportChannel, Reporter } from '../outings/vocabulary'
import type { AbsenceScope } from '../vocabulary'
import { standing, type SampleStep } from './cases'
import { Chance } from './random'
import type { SampleRequest, SampleTownship } from './township'

export interface SampleOuting {
  personIndex: number
  /** Which of the family it is. */
  childIndex: number
  place: string
  scope: AbsenceScope
  reason: 'work' | 'business'
  since: string
  dueOn: Day | null
  reporter: Reporter
  channel: ReportChannel
  responsible: string | null
  openedOn: Day
  closedOn: Day | null
  returnedOn: Day | null
  state: OutingState
  steps: SampleStep<OutingMove>[]
}

/**
 * A report for every fifteenth family: of a child whom the file has away, the return expected or
 * overdue, or of one who is at home again.
 */
export function sampleOutings(
  { people }: SampleTownship,
  { until, recipients }: SampleRequest,
): SampleOuting[] {
  const chance = new Chance(820_116)
  const children = people.flatMap(({ closed, family }, personIndex) =>
    closed ? [] : family.map((child, childIndex) => ({ personIndex, childIndex, child })),
  )
  const wanted = Math.ceil(recipients / 15)
  const chosen = children.filter((_, at) => at % 7 === 0).slice(0, wanted)
  return chosen.map(({ personIndex, childIndex, child: { absence } }) => {
    const openedOn = addDays(until, -chance.between(20, 250))
    const steps: SampleStep<OutingMove>[] = [
      { step: 'open', day: openedOn, note: null, toWhom: null },
    ]
    if (!absence) {
      const back = addDays(openedOn, chance.between(5, 19))
      steps.push({ step: 'return', day: back, note: null, toWhom: null })
    }
    const { state, closedOn } = standing(outingMachine, steps)
    return {
      personIndex,
      childIndex,
      place: absence?.place ?? '县城',
      scope: absence?.scope ?? 'insideCounty',
      reason: absence?.reason ?? 'work',
      since: absence?.since ?? openedOn,
      dueOn: chance.happens(0.8)
        ? addDays(until, chance.happens(0.2) ? -chance.between(1, 15) : chance.between(3, 80))
        : null,
      reporter: chance.pick<Reporter>(['self', 'elder', 'village']),
      channel: chance.pick<ReportChannel>(['phone', 'message', 'inPerson']),
      responsible: chance.happens(0.7) ? chance.pick(['邻居李大嫂', '堂侄王福', '大伯']) : null,
      openedOn,
      closedOn,
      returnedOn: closedOn,
      state,
      steps,
    }
  })
}
