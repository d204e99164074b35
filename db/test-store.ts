import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ChangeWriter } from './changes'
import type { WriteContext } from './context'
import { IdSource } from './ids'
import { Memo } from './memo'
import { migrate } from './migrate'
import { openConnection, storeOn } from './open'
import { foundCentre } from './repositories/founding'

/** A migrated, encrypted database in a temporary folder, for tests of repositories. */
export interface TestStore {
  /** Runs `work` as a command does: one transaction, one change set. */
  write<Value>(work: (ctx: WriteContext) => Value): Value
  close(): void
}

export function openTestStore(today = '2026-11-21', villages = ['下河村', '柳林村']): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-db-'))
  const connection = openConnection(join(folder, 'test.db'), randomBytes(32))
  const store = storeOn(connection)
  migrate(store, resolve(import.meta.dirname, 'migrations'), () => {})
  const ids = new IdSource(1, store)
  const memo = new Memo()
  const now = `${today}T01:00:00.000Z`
  const operator = { id: 1, name: '王经办', role: 'admin' as const }

  const write: TestStore['write'] = (work) => {
    const writer = new ChangeWriter(store, ids, { operation: 'test', operatorId: null, at: now })
    const scope = { villages: null, groups: null }
    const value = connection
      .transaction(() => {
        const result = work({
          db: store,
          memo: memo.whileWriting(writer.touched),
          operator,
          scope,
          today,
          now,
          writer,
        })
        writer.finish()
        return result
      })
      .immediate()
    memo.touch(writer.touched)
    return value
  }
  write(({ writer }) =>
    foundCentre(writer, {
      centre: { name: '青石镇关爱服务中心', county: '青石县', township: '青石镇' },
      villages: villages.map((name) => ({ name, kind: 'village' })),
      operatorName: operator.name,
    }),
  )
  return {
    write,
    close() {
      connection.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
