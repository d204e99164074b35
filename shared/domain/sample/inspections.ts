import { addDays } from '../calendar/days'
import { formatPartialDate } from '../calendar/partial-date'
import type { Day } from '../calendar/types'
import { mendedBy, usualStandards, type ItemResult } from '../inspections/checklist'
import {
  findingMachine,
  type FindingMove,
  type FindingState,
  type InspectionState,
} from '../inspections/machine'
import { inspectionKindLabel, type InspectionKind, type Severity } from '../inspections/vocabulary'
import { standing, walk, type SampleStep } from './cases'
import { Chance } from './random'

export interface SampleFinding {
  itemKey: string
  item: string
  content: string
  severity: Severity
  measure: string
  responsible: string
  openedOn: Day
  dueOn: Day
  closedOn: Day | null
  state: FindingState
  result: string | null
  steps: SampleStep<FindingMove>[]
}

export interface SampleInspectionSheet {
  villageIndex: number
  number: number
  visitedOn: Day | null
  results: ItemResult[]
  findings: SampleFinding[]
}

export interface SampleInspection {
  kind: InspectionKind
  title: string
  from: Day
  to: Day
  state: InspectionState
  sheets: SampleInspectionSheet[]
}

/** What is found, by the position of its item: the words, how grave, what to do, and what was done. */
const seen: readonly (readonly [number, string, Severity, string, string])[] = [
  [1, '两户子女的电话已停机，没有更新', 'minor', '逐户核对电话', '已核对并更正'],
  [3, '上月有三位老人没有联系记录', 'serious', '补上联系并查明原因', '已逐人补访'],
  [5, '问到的两位老人不知道帮扶人是谁', 'minor', '重发联系卡，帮扶人上门见面', '联系卡已发到户'],
  [7, '一份委托照料协议过期半年', 'minor', '重新签订并报备', '已续签'],
  [10, '一户灶房电线裸露未处理', 'grave', '三日内换线', '已换线，加装漏电保护'],
  [11, '转移安置名单有一人已迁出', 'minor', '更新名单', '名单已更新'],
  [13, '站点公布的电话打不通', 'serious', '更换电话并告知老人', '已换号并上门告知'],
  [14, '灭火器超过有效期', 'serious', '更换灭火器', '已更换两具'],
]

/** An inspection of the summer and one under way, the latter not yet in every village. */
export function sampleInspections(villages: number, until: Day): SampleInspection[] {
  const chance = new Chance(902_117)
  const summer = addDays(until, -95)
  const begun = addDays(until, -12)
  return [
    sampleInspection(chance, { kind: 'planned', from: summer, villages, visits: villages, until }),
    sampleInspection(chance, {
      kind: 'unannounced',
      from: begun,
      villages,
      visits: Math.ceil(villages * 0.6),
      until,
    }),
  ]
}

interface Round {
  kind: InspectionKind
  from: Day
  villages: number
  /** How many of them have been visited. */
  visits: number
  until: Day
}

function sampleInspection(chance: Chance, round: Round): SampleInspection {
  const { kind, from, villages, visits, until } = round
  return {
    kind,
    title: `${formatPartialDate(from.slice(0, 7))}留守老人关爱服务${inspectionKindLabel[kind]}`,
    from,
    to: addDays(from, 20),
    state: visits === villages ? 'reported' : 'visiting',
    sheets: Array.from({ length: villages }, (_, villageIndex): SampleInspectionSheet => {
      const number = villageIndex + 1
      if (villageIndex >= visits)
        return { villageIndex, number, visitedOn: null, results: [], findings: [] }
      const visitedOn = addDays(from, Math.min(villageIndex, 10))
      const found = seen.filter(() => chance.happens(0.2))
      const findings = found.map((one) => sampleFinding(chance, one, visitedOn, until))
      const problems = new Set(findings.map(({ itemKey }) => itemKey))
      return {
        villageIndex,
        number,
        visitedOn,
        results: usualStandards.items.map(({ key }) => ({
          key,
          mark: problems.has(key) ? 'problem' : 'met',
          note: null,
        })),
        findings,
      }
    }),
  }
}

function sampleFinding(
  chance: Chance,
  [at, content, severity, measure, result]: (typeof seen)[number],
  openedOn: Day,
  until: Day,
): SampleFinding {
  const isOld = openedOn < addDays(until, -60)
  const way = chance.weigh<readonly FindingMove[]>([
    [['start', 'finish', 'pass'], isOld ? 9 : 3],
    [['finish', 'fail', 'finish', 'pass'], isOld ? 2 : 0],
    [['start'], isOld ? 0.4 : 3],
    [[], isOld ? 0 : 3],
  ])
  const steps = walk(chance, way, openedOn, until, (name) =>
    name === 'finish' ? result : name === 'fail' ? '只做了一半' : null,
  )
  const { key, text } = usualStandards.items[at]!
  return {
    itemKey: key,
    item: text,
    content,
    severity,
    measure,
    responsible: '村管护站',
    openedOn,
    dueOn: mendedBy(usualStandards, severity, openedOn),
    ...standing(findingMachine, steps),
    result: steps.some(({ step }) => step === 'finish') ? result : null,
    steps,
  }
}
