import { addDays, startOf, weekday } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { ServiceKind, ServiceMode } from '../services/vocabulary'
import type { SampleRequest, SampleTownship } from './township'

/** Prices of the sample township in 分; what is not priced is given freely. */
export const samplePrices: Readonly<Record<string, { price: number; lowCostPrice: number }>> = {
  集中就餐: { price: 800, lowCostPrice: 300 },
  送餐上门: { price: 1000, lowCostPrice: 400 },
  打扫居室: { price: 3000, lowCostPrice: 1000 },
  上门助浴: { price: 6000, lowCostPrice: 2000 },
  理发: { price: 1000, lowCostPrice: 500 },
  陪同就医: { price: 5000, lowCostPrice: 2000 },
}

export const sampleProviders: readonly { mode: ServiceMode; name: string; contactName: string }[] =
  [
    { mode: 'purchased', name: '松溪镇中心食堂', contactName: '邱师傅' },
    { mode: 'purchased', name: '暖巢家政服务部', contactName: '马经理' },
    { mode: 'organization', name: '夕阳红社会工作站', contactName: '廖社工' },
    { mode: 'volunteer', name: '青年志愿服务队', contactName: '韦队长' },
    { mode: 'neighbour', name: '邻里互助小组', contactName: '龚大嫂' },
  ]

/** Vouchers of this year that pay for meals. */
export const sampleVouchers = {
  faceValue: 400,
  kinds: ['meals'] as ServiceKind[],
  each: 10,
  spare: 40,
} as const

export interface SampleServices {
  personIndex: number
  tier: 'free' | 'lowCost'
  item: string
  provider: string
  every: 'week' | 'month'
  count: number
  /** Days served, oldest first. */
  days: Day[]
}

/** One in so many has a plan of meals, and as many again are cleaned for once a month. */
const plannedEvery = 12
const monthsBack = 3
/** Monday, Wednesday and Friday. */
const mealDays = new Set([1, 3, 5])

/** 服务计划 of the sample's old people with what was served: some a little behind. */
export function sampleServices(
  { people }: SampleTownship,
  { until }: SampleRequest,
): SampleServices[] {
  const since = addDays(startOf('month', until), -31 * (monthsBack - 1))
  const onFile = people.flatMap(({ closed, exemption, groups }, index) =>
    closed || exemption || !groups.includes('elder') ? [] : [index],
  )
  return onFile.flatMap((personIndex, at): SampleServices[] => {
    const tier = Math.floor(at / plannedEvery) % 2 === 0 ? 'free' : 'lowCost'
    if (at % plannedEvery === 0)
      return [
        {
          personIndex,
          tier,
          item: '送餐上门',
          provider: '松溪镇中心食堂',
          every: 'week',
          count: 3,
          days: daysBetween(since, until).filter(
            (day) => mealDays.has(weekday(day)) && !(at % 5 === 0 && day.endsWith('3')),
          ),
        },
      ]
    if (at % plannedEvery === 6)
      return [
        {
          personIndex,
          tier,
          item: '打扫居室',
          provider: '暖巢家政服务部',
          every: 'month',
          count: 1,
          days: daysBetween(since, until).filter((day) =>
            day.endsWith(`-${String(10 + (at % 17)).padStart(2, '0')}`),
          ),
        },
      ]
    return []
  })
}

function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
