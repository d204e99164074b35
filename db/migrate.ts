import { failure, type FailureError } from '@shared/contract/failure'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Store } from './open'

/** Where drizzle-kit's own migrator keeps its record, so that both can read it. */
const RECORD = sql.identifier('__drizzle_migrations')

/**
 * Brings the database to this program's schema: whole or not at all.
 * `backUp` is called before anything is touched, when there is something to lose.
 * Refuses a database written by a newer program (CONFLICT) and one whose references do not hold
 * after the change (CORRUPT, rolled back by restoring nothing: the transaction never commits).
 */
export function migrate(store: Store, migrationsFolder: string, backUp: () => void): void {
  const known = readMigrationFiles({ migrationsFolder })
  const applied = appliedMigrations(store)
  const knownHashes = new Set(known.map((migration) => migration.hash))
  if (applied.length > known.length || applied.some((hash) => !knownHashes.has(hash))) {
    throw failure(
      'CONFLICT',
      '这个数据文件夹由更新版本的桑榆写成，本机程序太旧，没有打开，数据未改动。请先安装新版本。',
    )
  }
  if (applied.length === known.length) return
  if (applied.length > 0) backUp()

  // A table rebuild would cascade-delete child rows, and foreign_keys=OFF is ignored inside a
  // transaction: it must be switched off before. That is also why drizzle's migrator is not used,
  // which opens a transaction of its own and cannot check references before it commits.
  const connection = store.$client
  connection.pragma('foreign_keys=OFF')
  try {
    connection
      .transaction(() => {
        store.run(
          sql`create table if not exists ${RECORD} (id integer primary key, hash text not null, created_at numeric)`,
        )
        for (const migration of known.slice(applied.length)) {
          for (const statement of migration.sql) connection.exec(statement)
          store.run(
            sql`insert into ${RECORD} (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
          )
        }
        const broken = connection.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) {
          throw failure(
            'CORRUPT',
            `升级数据时发现 ${broken.length} 条记录的关联不完整，已全部撤回，原数据可继续用旧版本打开。`,
          )
        }
      })
      .immediate()
  } catch (error) {
    throw refusedByData(error) ?? error
  } finally {
    connection.pragma('foreign_keys=ON')
  }
}

/**
 * A statement that this database's rows or tables do not admit, in words for a clerk: what dispatch
 * says of such an error speaks of a record that was not saved. A full disk or a locked file keeps
 * its own words.
 */
function refusedByData(error: unknown): FailureError | null {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string' || !/^SQLITE_(ERROR|CONSTRAINT|MISMATCH)/.test(code)) return null
  const reason = error instanceof Error ? error.message : code
  return failure(
    'CORRUPT',
    '升级数据没有成功，已全部撤回，数据和升级前一样，仍可用旧版本打开。请装回旧版本继续工作，并把这个情况告诉维护的人。',
    undefined,
    { reason },
  )
}

/** How many migrations a database has been through. */
export function schemaOf(store: Store): number {
  return appliedMigrations(store).length
}

/** How many migrations this program knows: the newest schema it can open. */
export function knownSchema(migrationsFolder: string): number {
  return readMigrationFiles({ migrationsFolder }).length
}

function appliedMigrations(store: Store): string[] {
  const table = store.get(
    sql`select name from sqlite_master where type = 'table' and name = '__drizzle_migrations'`,
  )
  if (!table) return []
  return store
    .all<{ hash: string }>(sql`select hash from ${RECORD} order by created_at`)
    .map((row) => row.hash)
}
