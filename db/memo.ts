import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Day } from '@shared/domain/calendar/types'

/** Gives values derived from tables: the search index, the roster behind lists. */
export interface Derivations {
  /**
   * The value under `name`, rebuilt by `build` if any of `tables` changed since. `asked` is what
   * else it depends on (the day it is as of): one value is kept, that of the last asking. `build` is
   * given the value it replaces, if that was asked alike: of it may be taken over what still holds.
   */
  derive<Value>(name: string, tables: SQLiteTable[], build: Build<Value>, asked?: string): Value
  /**
   * A place of their own for values asked as of another day, so that they do not push out today's.
   * Those asked as of no day are the same on every day and stay where they are.
   */
  asOf(day: Day): Derivations
}

type Build<Value> = (before?: Value) => Value

interface Kept {
  asked: string
  /** The tables' versions it was built from. */
  stamp: string
  /** After how many touches the stamp was last compared. */
  checked: number
  value: unknown
}

/** Past days whose values are kept beside today's: a year's figures compare no more. */
const PAST_DAYS_KEPT = 4

/** Keeps derived values until one of their tables is written to. A commit names what it touched. */
export class Memo implements Derivations {
  private readonly versions = new Map<string, number>()
  private readonly kept = new Map<string, Kept>()
  /** How often tables were written to. */
  touches = 0
  private readonly past = new Map<Day, DayMemo>()

  derive<Value>(
    name: string,
    tables: SQLiteTable[],
    build: (before?: Value) => Value,
    asked = '',
  ): Value {
    const known = this.kept.get(name)
    const isAskedAlike = known?.asked === asked
    // Lists ask thousands of times between two writes: then the tables need not be gone through.
    if (isAskedAlike && known.checked === this.touches) return known.value as Value
    const stamp = this.stampOf(tables)
    if (isAskedAlike && known.stamp === stamp) {
      known.checked = this.touches
      return known.value as Value
    }
    const value = build(this.replaced(name, asked))
    this.kept.set(name, { asked, stamp, checked: this.touches, value })
    return value
  }

  asOf(day: Day): Derivations {
    const known = this.past.get(day) ?? new DayMemo(this)
    // Asked last, dropped last.
    this.past.delete(day)
    this.past.set(day, known)
    const [oldest] = this.past.keys()
    if (this.past.size > PAST_DAYS_KEPT) this.past.delete(oldest!)
    return known
  }

  /** What a table's rows are worth: another text once one of the tables was written to. */
  stampOf(tables: SQLiteTable[]): string {
    return tables.map((table) => this.versions.get(getTableName(table)) ?? 0).join('.')
  }

  /** Tells that these tables were written to. */
  touch(tableNames: Iterable<string>): void {
    this.touches += 1
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
          ? build(this.replaced(name, asked))
          : this.derive(name, tables, build, asked),
      asOf: (day) => {
        const past = this.asOf(day)
        return {
          derive: (name, tables, build, asked) =>
            tables.some((table) => touched.has(getTableName(table)))
              ? build()
              : past.derive(name, tables, build, asked),
          asOf: (other) => this.whileWriting(touched).asOf(other),
        }
      },
    }
  }

  private replaced<Value>(name: string, asked = ''): Value | undefined {
    const known = this.kept.get(name)
    return known?.asked === asked ? (known.value as Value) : undefined
  }
}

/** Values as of one past day; they rest on the same tables as today's. */
class DayMemo implements Derivations {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly base: Memo) {}

  derive<Value>(name: string, tables: SQLiteTable[], build: Build<Value>, asked = ''): Value {
    if (asked === '') return this.base.derive(name, tables, build)
    const known = this.kept.get(name)
    const isAskedAlike = known?.asked === asked
    const { touches } = this.base
    if (isAskedAlike && known.checked === touches) return known.value as Value
    const stamp = this.base.stampOf(tables)
    if (isAskedAlike && known.stamp === stamp) {
      known.checked = touches
      return known.value as Value
    }
    const value = build(isAskedAlike ? (known.value as Value) : undefined)
    this.kept.set(name, { asked, stamp, checked: touches, value })
    return value
  }

  asOf(day: Day): Derivations {
    return this.base.asOf(day)
  }
}
