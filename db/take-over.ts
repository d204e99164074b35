/**
 * The entries of `now`, but those of `before` wherever they say the same: what is kept with an entry
 * (a person's categories, their tier) then stays good when somebody else's was saved. Changes `now`.
 */
export function takeOver<Key, Value>(
  before: ReadonlyMap<Key, Value> | undefined,
  now: Map<Key, Value>,
): Map<Key, Value> {
  if (!before) return now
  for (const [key, value] of now) {
    const known = before.get(key)
    if (known !== undefined && isSame(known, value)) now.set(key, known)
  }
  return now
}

/** Of rows as tables give them: plain values, objects and lists. Anything else is never the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isPlain(one) || !isPlain(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]))
  )
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
