import { activityMachine, type ActivityMove, type ActivityState } from '../activities/machine'
import type { ActivityKind } from '../activities/vocabulary'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { SampleStep } from './cases'
import { Chance } from './random'
import type { SampleTownship } from './township'

export interface SampleActivity {
  plan: SamplePlan
  state: ActivityState
  openedOn: Day
  closedOn: Day | null
  heldOn: Day | null
  outcome: string | null
  guests: { personIndex: number; reason: string; present: boolean | null }[]
  volunteers: { helperIndex: number; present: boolean | null }[]
  lines: {
    item: string
    quantity: number
    unit: string
    price: number
    source: string
    spent: number | null
    paidOn: Day | null
  }[]
  steps: SampleStep<ActivityMove>[]
}

interface SamplePlan {
  name: string
  series: string | null
  kind: ActivityKind
  time: string
  place: string
  responsible: string
  purpose: string
  theme: string
  audience: string
  participants: string
  schedule: string
  duties: string
  cautions: string
}

interface Idea {
  name: string
  series: string | null
  kind: ActivityKind
  /** Of every year; null has no day yet. */
  monthDay: string | null
  place: string
  theme: string
  purpose: string
  /** Thing, how many, of what, 元 each. */
  lines: readonly (readonly [string, number, string, number])[]
  /** What came of it. */
  outcome: string
}

const ideas: readonly Idea[] = [
  {
    name: '春节慰问',
    series: '春节',
    kind: 'festival',
    monthDay: '02-10',
    place: '各村管护站',
    theme: '暖冬送福',
    purpose: '节前看望独居、特困老人，送去米面油，看看取暖和用电安全',
    outcome: '发现 3 户取暖隐患，已交管护站整改。老人说年前有人来，心里踏实。',
    lines: [
      ['大米', 40, '袋', 62],
      ['食用油', 40, '桶', 58.5],
    ],
  },
  {
    name: '重阳敬老活动',
    series: '重阳',
    kind: 'festival',
    monthDay: '10-18',
    place: '镇文化站',
    theme: '九九重阳，情暖松溪',
    purpose: '让留守老人聚一聚、看一场戏、做一次体检，营造敬老的风气',
    outcome: '老人们看戏、体检、拉家常，散场时都问明年什么时候办。',
    lines: [
      ['重阳糕', 60, '份', 12.5],
      ['演出搭台', 1, '次', 800],
      ['横幅和席卡', 1, '批', 160],
    ],
  },
  {
    name: '防诈骗宣讲',
    series: null,
    kind: 'training',
    monthDay: '06-15',
    place: '镇政府会议室',
    theme: '守住养老钱',
    purpose: '请派出所民警讲常见骗术，教老人遇事先问子女和村干部',
    outcome: '讲了五个真实案例，现场有两位老人说起自己接到的可疑电话，民警当场作了登记。',
    lines: [['宣传册', 200, '本', 1.8]],
  },
  {
    name: '冬季义诊',
    series: null,
    kind: 'health',
    monthDay: null,
    place: '镇卫生院',
    theme: '冬季义诊进村',
    purpose: '入冬前给慢性病老人量血压、测血糖、查用药',
    outcome: '查出血压偏高的已转家庭医生随访。',
    lines: [['一次性耗材', 1, '批', 450]],
  },
]

/** The township's activities, each year's with who came and what it cost; the last are still open. */
export function sampleActivities(
  township: SampleTownship,
  { years, until }: { years: number; until: Day },
): SampleActivity[] {
  const chance = new Chance(918_273)
  const thisYear = Number(until.slice(0, 4))
  return Array.from({ length: years + 1 }, (_, at) => thisYear - years + 1 + at).flatMap((year) =>
    ideas.flatMap((idea) => {
      const heldOn = idea.monthDay && `${year}-${idea.monthDay}`
      const isAhead = heldOn === null ? year === thisYear : heldOn <= addDays(until, 100)
      return isAhead ? [sampleActivity(chance, township, idea, { year, heldOn, until })] : []
    }),
  )
}

interface Occasion {
  year: number
  heldOn: Day | null
  until: Day
}

function sampleActivity(
  chance: Chance,
  { people, helpers }: SampleTownship,
  idea: Idea,
  { year, heldOn, until }: Occasion,
): SampleActivity {
  const isDone = heldOn !== null && heldOn <= until
  const openedOn = addDays(heldOn ?? until, -24)
  const closedOn = isDone ? addDays(heldOn, 4) : null
  const steps: SampleStep<ActivityMove>[] = isDone
    ? [
        step('open', openedOn),
        step('plan', addDays(openedOn, 2)),
        step('approve', addDays(openedOn, 10)),
        step('hold', heldOn),
        ...(closedOn! <= until ? [step('report', closedOn!, idea.outcome)] : []),
      ]
    : [step('open', openedOn <= until ? openedOn : until)]
  const state = steps.reduce<ActivityState>(
    (at, { step: name }) => (name === 'open' ? at : (activityMachine.moves[name].to ?? at)),
    activityMachine.first,
  )
  const isReported = state === 'reported'
  return {
    plan: planOf(idea, year),
    state,
    openedOn: steps[0]!.day,
    closedOn: isReported ? closedOn : null,
    heldOn,
    outcome: isReported ? idea.outcome : null,
    guests: chosen(chance, people.length, 24)
      .filter((index) => people[index]!.closed === null)
      .map((personIndex) => ({
        personIndex,
        reason: chance.pick(['独居', '年满80周岁', '特困', '本村推荐']),
        present: isDone ? chance.happens(0.86) : null,
      })),
    volunteers: chosen(chance, helpers.length, 4).map((helperIndex) => ({
      helperIndex,
      present: isDone ? true : null,
    })),
    lines: idea.lines.map(([item, quantity, unit, price]) => ({
      item,
      quantity,
      unit,
      price,
      source: '镇级关爱服务经费',
      spent: isDone ? Math.round(quantity * price * chance.between(90, 104)) / 100 : null,
      paidOn: isDone ? heldOn : null,
    })),
    steps,
  }
}

const step = (
  name: SampleStep<ActivityMove>['step'],
  day: Day,
  note: string | null = null,
): SampleStep<ActivityMove> => ({ step: name, day, note, toWhom: null })

/** So many different positions below a count, in their order. */
function chosen(chance: Chance, below: number, count: number): number[] {
  const picked = new Set(Array.from({ length: count }, () => chance.below(below)))
  return [...picked].toSorted((a, b) => a - b)
}

const planOf = ({ name, series, kind, place, theme, purpose }: Idea, year: number): SamplePlan => ({
  name: `${year}年${name}`,
  series,
  kind,
  time: '上午9时至11时30分',
  place,
  responsible: '镇民政所',
  purpose,
  theme,
  audience: '独居、高龄和特困老人',
  participants: '镇村干部、帮扶人、志愿者',
  schedule: '签到\n主持人介绍来意\n开展活动\n听老人的意见\n送老人回家',
  duties: '签到引导：村管护站\n物资采购：镇民政所\n安全和医疗：镇卫生院',
  cautions: '高龄、失能老人由家属或帮扶人接送\n现场备急救药品，村医在场',
})
