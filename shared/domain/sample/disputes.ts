import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import {
  supportCaseMachine,
  type SupportCaseMove,
  type SupportCaseState,
} from '../support-cases/machine'
import type { DisputeKind, DisputeOutcome } from '../support-cases/vocabulary'
import { standing, walk, type SampleStep } from './cases'
import { Chance } from './random'
import type { SampleRequest, SampleTownship } from './township'

export interface SampleDispute {
  personIndex: number
  kind: DisputeKind
  supporter: string
  content: string
  claim: string
  responsible: string
  openedOn: Day
  dueOn: Day
  closedOn: Day | null
  state: SupportCaseState
  outcome: DisputeOutcome | null
  result: string | null
  steps: SampleStep<SupportCaseMove>[]
}

const seen: readonly (readonly [DisputeKind, string, string, string])[] = [
  ['support', '儿子', '半年没有给生活费，电话不接', '每月给生活费 300 元'],
  ['support', '女儿', '两年没有回来看望，不管看病', '住院费用按份分担'],
  ['land', '邻居', '承包地被占去一垄', '退还并恢复地界'],
  ['housing', '侄子', '老屋被占用堆放杂物', '腾出老屋'],
  ['fraud', '外来推销人员', '高价买了保健品', '退货退款'],
]

const ways: readonly (readonly [readonly SupportCaseMove[], number])[] = [
  [['urge'], 3],
  [['urge', 'mediate', 'fulfil'], 5],
  [['mediate', 'report'], 2],
  [['mediate', 'report', 'aid'], 1],
  [[], 2],
]

/** A dispute for every fortieth person; most are settled by mediation. */
export function sampleDisputes(
  { people }: SampleTownship,
  { until, recipients }: SampleRequest,
): SampleDispute[] {
  const chance = new Chance(551_902)
  const onFile = people.flatMap(({ closed }, at) => (closed ? [] : [at]))
  return Array.from({ length: Math.ceil(recipients / 40) }, () => {
    const [kind, supporter, content, claim] = chance.pick(seen)
    const openedOn = addDays(until, -chance.between(10, 150))
    const steps = walk(chance, chance.weigh(ways), openedOn, until, (name) =>
      name === 'fulfil' ? '当面达成协议并签字' : '已谈，约定再看',
    )
    const isSettled = steps.some(({ step }) => step === 'fulfil')
    return {
      personIndex: chance.pick(onFile),
      kind,
      supporter,
      content,
      claim,
      responsible: '村调解委员会',
      openedOn,
      dueOn: addDays(openedOn, 60),
      ...standing(supportCaseMachine, steps),
      outcome: isSettled ? 'agreement' : null,
      result: isSettled ? '当面达成协议并签字' : null,
      steps,
    }
  })
}
