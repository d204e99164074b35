import { yearOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { EvacuationKind, EvacuationOutcome } from '../evacuations/vocabulary'
import { livesInHazardZone } from '../facts/hazard-zone'
import { Chance } from './random'
import type { SampleTownship } from './township'

export interface SampleEvacuationPlan {
  personIndex: number
  helperIndex: number | null
  responsible: string | null
  phone: string | null
  assistant: string | null
  vehicle: string
  shelter: string
  route: string
  confirmedOn: Day | null
}

export interface SampleEvacuation {
  kind: EvacuationKind
  day: Day
  note: string
  people: {
    personIndex: number
    outcome: EvacuationOutcome | null
    time: string | null
    note: string | null
  }[]
}

const ways = [
  ['步行', '沿水泥路下坡，不过河边桥'],
  ['三轮车', '从村口大路绕行，避开滑坡段'],
  ['担架', '两人抬到路口，乘村里面包车'],
] as const
const shelters = ['村小学二楼', '村委会办公楼', '镇中心敬老院'] as const

/** Four of five who live in a zone or in housing graded C or D have somebody to move them. */
export function samplePlans(township: SampleTownship, until: Day): SampleEvacuationPlan[] {
  const chance = new Chance(440_318)
  const spring: Day = `${yearOf(until)}-04-20`
  return inDanger(township).flatMap((personIndex) => {
    if (!chance.happens(0.8)) return []
    const { helperIndex } = township.people[personIndex]!
    const [vehicle, route] = chance.pick(ways)
    return {
      personIndex,
      helperIndex,
      responsible: helperIndex === null ? '村民小组长' : null,
      phone: helperIndex === null && chance.happens(0.5) ? '13700000066' : null,
      assistant: vehicle === '担架' ? '村民兵' : null,
      vehicle,
      shelter: chance.pick(shelters),
      route,
      confirmedOn: spring <= until && chance.happens(0.85) ? spring : null,
    }
  })
}

/** A drill of the last spring and a real transfer of the last summer that have passed. */
export function sampleEvacuations(township: SampleTownship, until: Day): SampleEvacuation[] {
  const chance = new Chance(440_319)
  const listed = inDanger(township)
  const passed = (monthDay: string): Day => {
    const thisYear: Day = `${yearOf(until)}-${monthDay}`
    return thisYear <= until ? thisYear : `${yearOf(until) - 1}-${monthDay}`
  }
  const rounds = [
    { kind: 'drill', day: passed('05-12'), note: '汛前演练，以广播和敲锣为号' },
    { kind: 'real', day: passed('07-08'), note: '镇防汛办通知，暴雨橙色预警' },
  ] as const
  return rounds.map((round) => ({
    ...round,
    people: listed.map((personIndex) => {
      const outcome = chance.weigh<EvacuationOutcome>([
        ['moved', 16],
        ['away', 3],
        ['refused', 1],
      ])
      return {
        personIndex,
        outcome,
        time: outcome === 'moved' ? `15:${10 + chance.below(50)}` : null,
        note: outcome === 'away' ? '在县城女儿家' : outcome === 'refused' ? '村干部留守看护' : null,
      }
    }),
  }))
}

const inDanger = ({ people }: SampleTownship): number[] =>
  people.flatMap(({ survey, closed }, at) =>
    !closed && (livesInHazardZone(survey.hazardZone) || /[CD]/.test(survey.housingGrade ?? ''))
      ? [at]
      : [],
  )
