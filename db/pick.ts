/** The named properties of an object, and no others. */
export function pick<Columns extends object, Key extends keyof Columns>(
  columns: Columns,
  keys: readonly Key[],
): Pick<Columns, Key> {
  return Object.fromEntries(keys.map((key) => [key, columns[key]])) as Pick<Columns, Key>
}
