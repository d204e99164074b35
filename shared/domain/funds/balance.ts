import type { Day } from '../calendar/types'

/** 收入, 支出. */
export const fundDirectionLabel = { in: '收入', out: '支出' } as const
export type FundDirection = keyof typeof fundDirectionLabel

/** Money of a budget line that came in or went out; amounts are whole 分, so that sums are exact. */
export interface FundMovement {
  direction: FundDirection
  day: Day
  /** 分, above zero. */
  amount: number
}

export interface FundSums {
  in: number
  out: number
  /** What came in less what went out. */
  balance: number
}

export function fundSums(movements: readonly FundMovement[]): FundSums {
  const sum = (direction: FundDirection): number =>
    movements
      .filter((one) => one.direction === direction)
      .reduce((total, { amount }) => total + amount, 0)
  const [received, spent] = [sum('in'), sum('out')]
  return { in: received, out: spent, balance: received - spent }
}

/**
 * The lowest balance at the close of any day from `from` on. An expense entered late lowers the
 * days after it as well, so a line may be overdrawn on a day that lies behind.
 */
export function lowestBalance(movements: readonly FundMovement[], from: Day): number {
  const byDay = new Map<Day, number>()
  let balance = 0
  for (const { direction, day, amount } of movements) {
    const change = direction === 'in' ? amount : -amount
    if (day <= from) balance += change
    else byDay.set(day, (byDay.get(day) ?? 0) + change)
  }
  let lowest = balance
  for (const day of [...byDay.keys()].sort()) {
    balance += byDay.get(day)!
    lowest = Math.min(lowest, balance)
  }
  return lowest
}

/** `1234567` → `12,345.67`. */
export function yuanWords(amount: number): string {
  const sign = amount < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(amount) / 100).toLocaleString('en-US')
  return `${sign}${whole}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
}

/** 分 of an amount typed in 元: `12,345.6` → 1234560; null where it is none. */
export function readYuan(typed: string): number | null {
  const text = typed.replace(/[,，\s元¥￥]/g, '')
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null
  const [whole, part = ''] = text.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
