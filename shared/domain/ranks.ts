/**
 * Where each value stands in an order; values the order holds equal share a rank. A long list is
 * sorted by ranks where comparing two values (pinyin, group names) takes time.
 */
export function ranksOf<Value>(
  values: Iterable<Value>,
  compare: (a: Value, b: Value) => number,
): ReadonlyMap<Value, number> {
  const ranks = new Map<Value, number>()
  let rank = 0
  let last: Value | undefined
  for (const value of [...new Set(values)].sort(compare)) {
    if (last !== undefined && compare(last, value) !== 0) rank += 1
    ranks.set(value, rank)
    last = value
  }
  return ranks
}
