import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** Gives values derived from tables: the search index, the roster behind lists. */
export interface Derivations {
  /**
   * The value under `name`, rebuilt by `build` if any of `tables` changed since. `asked` is what
   * else it depends on (the day it is as of): one value is kept, that of the last asking.
   */
  derive<Value>(name: string, tables: SQLiteTable[], build: () => Value, asked?: string): Value
}

/** Keeps derived values until one of their tables is written to. A commit names what it touched. */
export class Memo implements Derivations {
  private readonly versions = new Map<string, number>()
  private readonly kept = new Map<string, { stamp: string; value: unknown }>()

  derive<Value>(name: string, tables: SQLiteTable[], build: () => Value, asked = ''): Value {
    const versions = tables.map((table) => this.versions.get(getTableName(table)) ?? 0)
    const stamp = `${asked}:${versions.join('.')}`
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

  /**
   * The same for a command that is writing: what it has not committed is seen by it alone. Values
   * from tables in `touched` are built afresh at every asking and not kept, which is slow.
   */
  whileWriting(touched: ReadonlySet<string>): Derivations {
    return {
      derive: (name, tables, build, asked) =>
        tables.some((table) => touched.has(getTableName(table)))
          ? build()
          : this.derive(name, tables, build, asked),
    }
  }
}
