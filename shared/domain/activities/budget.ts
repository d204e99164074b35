/** One line of 物资与预算: a thing bought or paid for. Money is in 元 with at most two decimals. */
export interface BudgetLine {
  readonly quantity: number
  /** 元 each, as planned. */
  readonly price: number
  /** 元, as paid; null while nothing was paid. */
  readonly spent: number | null
}

/** Sums over an activity's lines, in 元. */
export interface BudgetSums {
  readonly planned: number
  /** Null while nothing at all was paid. */
  readonly spent: number | null
  /** Planned less spent, negative where it cost more; null while nothing was paid. */
  readonly left: number | null
}

/** Money is added up in whole 分: 0.1 + 0.2 in 元 is not 0.3. */
const inFen = (yuan: number): number => Math.round(yuan * 100)

/** 元 of one line as planned, rounded to the 分. */
export const plannedOf = ({ quantity, price }: Pick<BudgetLine, 'quantity' | 'price'>): number =>
  Math.round((Math.round(quantity * 100) * inFen(price)) / 100) / 100

export function sumsOf(lines: readonly BudgetLine[]): BudgetSums {
  const planned = lines.reduce((sum, line) => sum + inFen(plannedOf(line)), 0)
  const paid = lines.flatMap(({ spent }) => (spent === null ? [] : [inFen(spent)]))
  if (paid.length === 0) return { planned: planned / 100, spent: null, left: null }
  const spent = paid.reduce((sum, fen) => sum + fen, 0)
  return { planned: planned / 100, spent: spent / 100, left: (planned - spent) / 100 }
}

/** 元 for each one present, rounded to the 分; null where nobody came or nothing was paid. */
export function costPerPerson(spent: number | null, present: number): number | null {
  return spent === null || present === 0 ? null : Math.round(inFen(spent) / present) / 100
}

/** As papers and lists print it: 1280, 1280.50. */
export const moneyWords = (yuan: number): string =>
  Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2)
