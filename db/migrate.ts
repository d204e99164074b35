import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failure } from '@shared/contract/failure'
import { sql } from 'drizzle-orm'
import { migrate as applyPending } from 'drizzle-orm/better-sqlite3/migrator'
import type { Store } from './open'

interface Journal {
  entries: { idx: number; tag: string; when: number }[]
}

/**
 * Brings the database to this program's schema: whole or not at all.
 * `backUp` is called before anything is touched, when there is something to lose.
 * Refuses a database written by a newer program (CONFLICT) and one whose references do not hold
 * after the change (CORRUPT, rolled back by restoring nothing: the transaction never commits).
 */
export function migrate(store: Store, migrationsFolder: string, backUp: () => void): void {
  const known = readJournal(migrationsFolder)
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

  // A table rebuild inside the migrator's transaction would cascade-delete child rows, and
  // foreign_keys=OFF is ignored inside a transaction: it must be switched off before.
  const connection = store.$client
  connection.pragma('foreign_keys=OFF')
  try {
    connection
      .transaction(() => {
        applyPending(store, { migrationsFolder })
        const broken = connection.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) {
          throw failure(
            'CORRUPT',
            `升级数据时发现 ${broken.length} 条记录的关联不完整，已全部撤回，原数据可继续用旧版本打开。`,
          )
        }
      })
      .immediate()
  } finally {
    connection.pragma('foreign_keys=ON')
  }
}

function readJournal(folder: string): { tag: string; hash: string }[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal
  return journal.entries.map(({ tag }) => ({
    tag,
    hash: createHash('sha256').update(readFileSync(join(folder, `${tag}.sql`), 'utf8')).digest('hex'),
  }))
}

function appliedMigrations(store: Store): string[] {
  const table = store.get(
    sql`select name from sqlite_master where type = 'table' and name = '__drizzle_migrations'`,
  )
  if (!table) return []
  return store
    .all<{ hash: string }>(sql`select hash from __drizzle_migrations order by created_at`)
    .map((row) => row.hash)
}
