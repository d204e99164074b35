import { addDays, compareDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { move, type Machine } from '../ledgers/machine'
import { needMachine, type NeedMove, type NeedState } from '../needs/machine'
import type { NeedLedgerKind, NeedLevel, NeedSource, Urgency } from '../needs/vocabulary'
import type { IncidentState } from '../incidents/machine'
import {
  defaultProtocol,
  dutiesOf,
  hoursAfter,
  type Duty,
  type LocalMoment,
} from '../incidents/protocol'
import { Chance } from './random'
import type { SampleRequest, SampleTownship } from './township'

/** A dated step of a sample case. */
export interface SampleStep<Name extends string> {
  step: Name | 'open'
  day: Day
  note: string | null
  toWhom: string | null
}

export interface SampleNeed {
  personIndex: number
  helperIndex: number | null
  kind: NeedLedgerKind
  content: string
  urgency: Urgency
  source: NeedSource
  openedOn: Day
  dueOn: Day | null
  closedOn: Day | null
  state: NeedState
  level: NeedLevel
  cost: number | null
  result: string | null
  steps: SampleStep<NeedMove>[]
}

const wishes: readonly (readonly [NeedLedgerKind, string, string])[] = [
  ['medical', '降压药快用完，请人代购', '已代购两个月的药，教会看说明'],
  ['safety', '灶房电线老化，怕起火', '电工已换线，加装漏电保护'],
  ['dailyLiving', '腿脚不便，请人帮忙挑水劈柴', '邻居每周帮两次'],
  ['farmWork', '二亩地没人收', '志愿队帮收一天'],
  ['comfort', '想跟外出的儿子视频', '教会用手机，已通话'],
  ['legal', '与侄子的宅基地有争议', '司法所已调解，签了协议'],
  ['culture', '想看一场戏', '已接到镇上看演出'],
  ['emergency', '屋顶漏雨，雨季前要修', '已盖防水布，列入维修'],
  ['wish', '想要一张全家照', '志愿者上门拍照，已送相框'],
  ['wish', '想添一床厚棉被', '爱心企业已送到家'],
]
const refusals = ['子女已有能力解决，已督促', '超出服务范围，已说明政策']
/** How far cases came, each a way through the machine. */
const ways: readonly (readonly [readonly NeedMove[], number])[] = [
  [['assign', 'start', 'finish', 'confirm'], 52],
  [['assign', 'finish', 'confirm'], 14],
  [['assign', 'start', 'finish', 'rework', 'finish', 'confirm'], 4],
  [['raise', 'assign', 'start', 'finish', 'confirm'], 6],
  [['assign', 'start', 'finish'], 5],
  [['assign', 'start'], 6],
  [['assign'], 5],
  [['raise'], 2],
  [[], 3],
  [['refuse'], 2],
  [['assign', 'withdraw'], 1],
]

/** The needs of the township, evenly over its years; what is told last is mostly still open. */
export function* sampleNeeds(
  township: SampleTownship,
  request: SampleRequest,
  count: number,
): Generator<SampleNeed> {
  const chance = new Chance(415_263)
  for (let at = 0; at < count; at += 1) {
    // More of the last months: the office has only just begun to keep this ledger.
    const back = Math.floor(((count - at) / (count + 1)) ** 2 * 365 * request.years)
    yield sampleNeed(chance, township, request.until, addDays(request.until, -back))
  }
}

function sampleNeed(
  chance: Chance,
  township: SampleTownship,
  until: Day,
  openedOn: Day,
): SampleNeed {
  const personIndex = chance.below(township.people.length)
  const [kind, content, result] = chance.pick(wishes)
  const urgency = chance.weigh<Urgency>([
    ['normal', 70],
    ['soon', 22],
    ['urgent', 8],
  ])
  const isOld = openedOn < addDays(until, -60) && !chance.happens(0.02)
  const steps = walk(
    chance,
    chance.weigh(isOld ? ways.slice(0, 4) : ways),
    openedOn,
    until,
    (name) =>
      name === 'finish'
        ? result
        : name === 'raise'
          ? '村里没有经费，需要镇里协调'
          : name === 'refuse'
            ? chance.pick(refusals)
            : name === 'rework'
              ? '还没有完全解决'
              : name === 'withdraw'
                ? '本人说不用了'
                : null,
  )
  const { state, closedOn } = standing(needMachine, steps)
  const done = steps.some(({ step }) => step === 'finish')
  const raised = steps.some(({ step }) => step === 'raise')
  return {
    personIndex,
    helperIndex: steps.some(({ step }) => step === 'assign')
      ? (township.people[personIndex]!.helperIndex ?? 0)
      : null,
    kind,
    content,
    urgency,
    source: chance.weigh<NeedSource>([
      ['visit', 6],
      ['own', 3],
      ['call', 2],
    ]),
    openedOn,
    dueOn: chance.happens(0.75) ? addDays(openedOn, urgency === 'urgent' ? 3 : 20) : null,
    closedOn,
    state,
    level: raised ? 'town' : 'village',
    cost: done && chance.happens(0.3) ? chance.between(2, 60) * 5 : null,
    result: done ? result : null,
    steps: steps.map((one) => (one.step === 'raise' ? { ...one, toWhom: '镇级' } : one)),
  }
}

/** The steps of a way, some days apart, as far as `until` lets it come. */
export function walk<Name extends string>(
  chance: Chance,
  way: readonly Name[],
  openedOn: Day,
  until: Day,
  noteOf: (name: Name) => string | null,
): SampleStep<Name>[] {
  const steps: SampleStep<Name>[] = [{ step: 'open', day: openedOn, note: null, toWhom: null }]
  let day = openedOn
  for (const name of way) {
    day = addDays(day, chance.between(0, 6))
    if (compareDays(day, until) > 0) break
    steps.push({ step: name, day, note: noteOf(name), toWhom: null })
  }
  return steps
}

/** Where the steps bring a case, by the machine itself: no sample stands where no case can. */
export function standing<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  steps: readonly SampleStep<Name>[],
): { state: State; closedOn: Day | null } {
  let state = machine.first
  let closedOn: Day | null = null
  for (const { step, day } of steps) {
    if (step === 'open') continue
    const said = new Proxy({}, { get: () => 'said' })
    const verdict = move(machine, state, { move: step, said, may: () => true })
    if (verdict.refusal) throw new Error(verdict.refusal.message)
    state = verdict.state
    closedOn = machine.states[state].open ? null : day
  }
  return { state, closedOn }
}

export interface SampleIncident {
  personIndex: number
  helperIndex: number | null
  kind: string
  kindLabel: string
  openedOn: Day
  discoveredAt: string
  discoveredBy: string
  place: string
  situation: string
  duties: Duty[]
  closedOn: Day | null
  state: IncidentState
  result: string | null
  nextDeadline: LocalMoment | null
  steps: (SampleStep<string> & { time: string | null; by: string | null })[]
}

const events = [
  ['criticalIllness', '早上叫门不应，发现倒在灶房', '送县医院，脱离危险，子女已返回照料'],
  ['wandering', '在邻镇集市徘徊，说不清住处', '接回家中，佩戴联系卡，邻居每日照看'],
  ['harmed', '被推销人员骗走现金', '派出所立案，追回部分款项，村里开展防骗宣传'],
  ['hardship', '房屋漏雨严重，家中断粮', '临时救助到位，转移安置到村活动室'],
] as const

/** One incident for every sixty people; the last two are still being handled, one with a gap. */
export function sampleIncidents(
  township: SampleTownship,
  { until, recipients, years }: SampleRequest,
): SampleIncident[] {
  const chance = new Chance(114_119)
  const count = Math.ceil(recipients / 60)
  return Array.from({ length: count }, (_, at) => {
    const isOpen = at >= count - 2
    const openedOn = isOpen
      ? addDays(until, at - count)
      : addDays(until, -Math.floor(((count - at) * 365 * years) / (count + 2)))
    const personIndex = chance.below(township.people.length)
    const [kind, situation, result] = events[at % events.length]!
    const duties = dutiesOf(defaultProtocol, { kind, isChild: false })
    const done = isOpen ? duties.slice(0, at === count - 1 ? 2 : 4) : duties
    const found = { day: openedOn, time: '08:00' }
    const moment = (hours: number): { day: Day; time: string } => {
      const [day = openedOn, time = '08:00'] = hoursAfter(`${openedOn}T08:00`, hours).split('T')
      return { day, time }
    }
    const steps: SampleIncident['steps'] = [
      { step: 'open', ...found, by: '邻居', note: null, toWhom: null },
      ...done.map(({ step, withinHours }) => ({
        step,
        ...moment(withinHours / 2),
        by: '村管护站',
        note: null,
        toWhom: null,
      })),
    ]
    const closedOn = isOpen ? null : addDays(openedOn, 4)
    if (closedOn !== null)
      steps.push({
        step: 'close',
        day: closedOn,
        time: null,
        by: '镇民政所',
        note: result,
        toWhom: null,
      })
    const left = duties.filter((duty) => !done.includes(duty))[0]
    return {
      personIndex,
      helperIndex: township.people[personIndex]!.helperIndex,
      kind,
      kindLabel: defaultProtocol.kinds.find(({ code }) => code === kind)!.label,
      openedOn,
      discoveredAt: found.time,
      discoveredBy: '邻居',
      place: '家中',
      situation,
      duties,
      closedOn,
      state: isOpen ? 'handling' : 'closed',
      result: isOpen ? null : result,
      nextDeadline: left ? hoursAfter(`${openedOn}T08:00`, left.withinHours) : null,
      steps,
    }
  })
}
