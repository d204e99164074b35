import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { hazardMachine, type HazardMove, type HazardState } from '../hazards/machine'
import type { HazardGrade, HazardKind, HazardSource } from '../hazards/vocabulary'
import { standing, walk, type SampleStep } from './cases'
import { Chance } from './random'
import type { SampleRequest, SampleTownship } from './township'

export interface SampleHazard {
  personIndex: number
  kind: HazardKind
  grade: HazardGrade
  content: string
  source: HazardSource
  foundBy: string
  measure: string | null
  responsible: string | null
  openedOn: Day
  dueOn: Day
  closedOn: Day | null
  state: HazardState
  cost: number | null
  result: string | null
  steps: SampleStep<HazardMove>[]
}

/** What is seen in old houses, who mends it, and how. */
const seen: readonly (readonly [HazardKind, HazardGrade, string, string, string])[] = [
  ['electricity', 'serious', '灶房电线老化裸露', '换线，加装漏电保护', '村电工'],
  ['fire', 'minor', '柴堆靠近灶口', '柴草移出灶房', '本人和邻居'],
  ['gas', 'serious', '煤气灶软管龟裂', '更换软管，教会关阀', '镇燃气站'],
  ['housing', 'grave', '土坯房后墙开裂', '搬离险房，报危房改造', '村委会'],
  ['landslide', 'grave', '屋后坡体松动', '设警示线，雨天转移', '村委会'],
  ['flood', 'serious', '院坝低洼，雨天进水', '疏通排水沟，备沙袋', '村委会'],
  ['slippery', 'minor', '茅厕石板长青苔', '铲除青苔，装扶手', '志愿队'],
  ['theft', 'minor', '院门门闩损坏', '更换门闩', '邻居'],
]
const ways: readonly (readonly [readonly HazardMove[], number])[] = [
  [['tell', 'start', 'finish', 'pass'], 50],
  [['tell', 'finish', 'fail', 'start', 'finish', 'pass'], 8],
  [['tell', 'start', 'finish'], 10],
  [['tell', 'start'], 12],
  [['tell'], 12],
  [[], 5],
  [['tell', 'dismiss'], 3],
]

/** One hazard for every six people; the oldest of them are mended. */
export function sampleHazards(
  township: SampleTownship,
  { until, recipients, years }: SampleRequest,
): SampleHazard[] {
  const chance = new Chance(631_207)
  const count = Math.ceil(recipients / 6)
  return Array.from({ length: count }, (_, at) => {
    const back = Math.floor(((count - at) / (count + 1)) ** 2 * 365 * years)
    const openedOn = addDays(until, -back)
    const [kind, grade, content, measure, who] = chance.pick(seen)
    const way = chance.weigh(back > 60 ? ways.slice(0, 2) : ways)
    const steps = walk(chance, way, openedOn, until, (name) =>
      name === 'finish' ? measure : name === 'fail' ? '只做了一半' : null,
    )
    const did = (name: HazardMove): boolean => steps.some(({ step }) => step === name)
    return {
      personIndex: chance.below(township.people.length),
      kind,
      grade,
      content,
      source: chance.weigh<HazardSource>([
        ['inspection', 5],
        ['visit', 4],
        ['report', 1],
      ]),
      foundBy: '村管护站',
      measure: did('tell') ? measure : null,
      responsible: did('tell') ? who : null,
      openedOn,
      dueOn: addDays(openedOn, grade === 'grave' ? 15 : 30),
      ...standing(hazardMachine, steps),
      cost: did('finish') ? chance.between(0, 30) * 10 : null,
      result: did('finish') ? measure : null,
      steps,
    }
  })
}
