import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * Values derived from tables and kept in memory until one of those tables is written to: the
 * search index, the roster behind lists. A commit names the tables it touched.
 */
export class Memo {
  private readonly versions = new Map<string, number>()
  private readonly kept = new Map<string, { stamp: string; value: unknown }>()

  /** The value under `name`, rebuilt by `build` if any of `tables` changed since. */
  derive<Value>(name: string, tables: SQLiteTable[], build: () => Value): Value {
    const stamp = tables.map((table) => this.versions.get(getTableName(table)) ?? 0).join('.')
    const known = this.kept.get(name)
    if (known?.stamp === stamp) return known.value as Value
    const value = build()
    this.kept.set(name, { stamp, value })
    return value
  }

  /** Tells that these tables were written to. */
  touch(tableNames: Iterable<string>): void {
    for (const name of tableNames) this.versions.set(name, (this.versions.get(name) ?? 0) + 1)
  }
}
