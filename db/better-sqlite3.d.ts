/**
 * The parts of better-sqlite3 that the program uses. The encrypted build ships its own types behind
 * an `exports` map that hides them from the import name drizzle expects.
 */
declare module 'better-sqlite3' {
  namespace Database {
    interface RunResult {
      changes: number
      lastInsertRowid: number | bigint
    }
    interface Statement {
      run(...parameters: unknown[]): RunResult
      get(...parameters: unknown[]): unknown
      all(...parameters: unknown[]): unknown[]
      iterate(...parameters: unknown[]): IterableIterator<unknown>
      raw(enabled?: boolean): this
      pluck(enabled?: boolean): this
    }
    interface Options {
      readonly?: boolean
      fileMustExist?: boolean
      timeout?: number
      nativeBinding?: string
    }
    interface Database {
      readonly open: boolean
      readonly inTransaction: boolean
      prepare(sql: string): Statement
      exec(sql: string): this
      /** Makes `run` callable from SQL. */
      function(name: string, run: () => number): this
      pragma(source: string, options?: { simple?: boolean }): unknown
      transaction<Result>(work: () => Result): (() => Result) & { immediate: () => Result }
      close(): this
    }
  }
  interface DatabaseConstructor {
    new (path: string, options?: Database.Options): Database.Database
    (path: string, options?: Database.Options): Database.Database
    SqliteError: new (message: string, code: string) => Error & { code: string }
  }
  const Database: DatabaseConstructor
  export = Database
}
