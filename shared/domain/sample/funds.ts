import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { FundDirection } from '../funds/balance'

export interface SampleFundLine {
  year: number
  name: string
  source: string
  /** 分 */
  budget: number
  entries: {
    direction: FundDirection
    day: Day
    amount: number
    purpose: string
    party: string
    voucherNo: string
  }[]
}

/** Name, source, budget in 元, and what one expense is for and to whom it goes. */
const lines: readonly (readonly [string, string, number, string, string])[] = [
  ['探访慰问', '镇财政', 60_000, '慰问品', '惠民超市'],
  ['居家适老化改造', '上级专项', 120_000, '扶手和防滑垫安装', '安居工程队'],
  ['互助幸福院运转', '上级专项', 80_000, '水电和食材', '柳林村互助幸福院'],
  ['志愿者补贴', '社会捐赠', 24_000, '交通补贴', '志愿服务队'],
]
const expenses = 8

/** The funds of the year: paid in when it begins, spent through the months up to today. */
export function sampleFunds(until: Day): SampleFundLine[] {
  const year = Number(until.slice(0, 4))
  return lines.map(([name, source, budget, purpose, party], at) => ({
    year,
    name,
    source,
    budget: budget * 100,
    entries: [
      {
        direction: 'in' as const,
        day: addDays(until, -expenses * 30),
        amount: budget * 100,
        purpose: '年度拨入',
        party: source,
        voucherNo: `收-${at + 1}`,
      },
      ...Array.from({ length: expenses }, (_, i) => ({
        direction: 'out' as const,
        day: addDays(until, -i * 28 - at),
        amount: Math.round(budget * (7 + ((i + at) % 4))) + i * 5,
        purpose,
        party,
        voucherNo: `付-${at * expenses + i + 1}`,
      })),
    ],
  }))
}
