/**
 * Values worked out from a record (a person of the roster) and kept with it. One is worked out again
 * when anything it `restsOn` is another than before, compared by identity: the definitions in force,
 * another table's rows about the record. The record itself is another one once something of it was
 * saved (`takeOver`) and with every new day.
 */
export function keptWith<Owner extends object, Value>(): (
  owner: Owner,
  restsOn: readonly unknown[],
  build: () => Value,
) => Value {
  const kept = new WeakMap<Owner, { restsOn: readonly unknown[]; value: Value }>()
  return (owner, restsOn, build) => {
    const known = kept.get(owner)
    if (known?.restsOn.every((one, at) => one === restsOn[at])) return known.value
    const value = build()
    kept.set(owner, { restsOn, value })
    return value
  }
}
