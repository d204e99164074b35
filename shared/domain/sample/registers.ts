import { addDays, compareDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { dueOn } from '../registers/due'
import { stateOf, type RegisterDefinition } from '../registers/definition'
import { numberOf } from '../registers/numbering'
import { presetOfCode } from '../registers/presets'
import type { EntryValues } from '../registers/values'
import type { SampleStep } from './cases'
import { Chance } from './random'
import type { SampleRequest, SampleTownship } from './township'

/** A register of the sample office, taken over from a preset as it is. */
export interface SampleRegister {
  preset: string
  definition: RegisterDefinition
  entries: SampleEntry[]
}

export interface SampleEntry {
  /** Whom it is about; the writer puts the person into the field that asks for one. */
  personIndex: number | null
  number: string
  serial: number
  state: string
  since: Day
  openedOn: Day
  closedOn: Day | null
  dueOn: Day | null
  values: EntryValues
  steps: SampleStep<string>[]
}

interface Plan {
  preset: string
  /** The way of an entry that goes through, by the names of moves. */
  way: readonly string[]
  about: boolean
  count: number
  values: (chance: Chance, openedOn: Day, closedOn: Day | null) => EntryValues
}

const reliefReasons = [
  ['火灾', '灶房失火，烧了两间瓦房和口粮'],
  ['重大疾病', '住院自付医药费三万多元'],
  ['意外伤害', '上山砍柴摔伤，腿骨折'],
  ['自然灾害', '暴雨冲垮院墙，灌进屋里'],
] as const
const loans = [
  ['轮椅助行器', '轮椅 1 辆', '出院后接送'],
  ['会议室', '二楼会议室', '开村干部例会'],
  ['投影音响', '投影仪和音箱 1 套', '下村放防诈骗宣传片'],
] as const
const borrowers = ['仇大山', '尉迟春', '解长顺', '令狐巧']

const plans: readonly Plan[] = [
  {
    preset: 'temporary-relief',
    way: ['受理', '核实完成', '批准', '发放'],
    about: true,
    count: 24,
    values: (chance, _openedOn, closedOn) => {
      const [cause, words] = chance.pick(reliefReasons)
      return {
        困难原因: cause,
        困难情况: words,
        救助方式: '发放现金',
        核实情况: '入户看过，情况属实',
        救助金额: chance.between(5, 50) * 10_000,
        ...(closedOn && { 发放日期: closedOn }),
      }
    },
  },
  {
    preset: 'lending',
    way: ['批准借出', '归还'],
    about: false,
    count: 18,
    values: (chance, day, closedOn) => {
      const [kind, what, purpose] = chance.pick(loans)
      return {
        借什么: kind,
        名称和数量: what,
        借用人: chance.pick(borrowers),
        用途: purpose,
        借出日期: day,
        约定归还日期: addDays(day, chance.between(1, 14)),
        ...(closedOn && { 归还日期: closedOn }),
      }
    },
  },
]

/** The sample office's registers with their entries of the last year, the latest still on their way. */
export function sampleRegisters(
  township: Pick<SampleTownship, 'people'>,
  { until }: Pick<SampleRequest, 'until'>,
): SampleRegister[] {
  return plans.map((plan, at) => {
    const chance = new Chance(7100 + at)
    const { definition } = presetOfCode(plan.preset)!
    const serials = new Map<string, number>()
    const days = Array.from({ length: plan.count }, () => addDays(until, -chance.between(1, 360)))
    const entries = days.toSorted(compareDays).map((openedOn): SampleEntry => {
      const year = openedOn.slice(0, 4)
      const serial = (serials.get(year) ?? 0) + 1
      serials.set(year, serial)
      const gone = walked(chance, definition, plan.way, openedOn, until)
      const values = plan.values(chance, openedOn, gone.closedOn)
      return {
        ...gone,
        personIndex: plan.about ? chance.below(township.people.length) : null,
        number: numberOf(definition.numbering!, openedOn, serial),
        serial,
        openedOn,
        values,
        dueOn: gone.closedOn ? null : dueOn(definition, { ...gone, values }),
      }
    })
    return { preset: plan.preset, definition, entries }
  })
}

/** How far an entry came by `until`, a few days for each step. */
function walked(
  chance: Chance,
  definition: RegisterDefinition,
  way: readonly string[],
  openedOn: Day,
  until: Day,
): Pick<SampleEntry, 'state' | 'since' | 'closedOn' | 'steps'> {
  const steps: SampleStep<string>[] = [{ step: 'open', day: openedOn, note: null, toWhom: null }]
  let [state, since] = [definition.states[0]!.code, openedOn]
  for (const label of way) {
    const day = addDays(since, chance.between(1, 5))
    const move = definition.moves.find((one) => one.label === label)!
    const isLeft = chance.happens(0.08) // somebody forgot it: it stands among the overdue ones
    if (isLeft || compareDays(day, until) > 0 || !move.from.includes(state)) break
    steps.push({ step: label, day, note: null, toWhom: null })
    ;[state, since] = [move.to, day]
  }
  const isOpen = stateOf(definition, state)!.open
  return { state, since, closedOn: isOpen ? null : since, steps }
}
