import { desc } from 'drizzle-orm'
import { changeSet } from '@db/schema'
import type { Failure } from '@shared/contract/failure'
import { keepNote, note } from './vault/backup-notes'
import { filesTrouble } from './vault/file-check'
import { markInUse } from './vault/in-use'
import { formerKeys } from './vault/rekeying'
import type { OpenVault } from './vault/vault'
import type { WorkerPort } from './worker-port'

/*
 * What may be wrong with a vault that opens: told on every page, never mended by deleting anything.
 */

/** A clock that is a few minutes slow is nobody's fault. */
const CLOCK_TOLERANCE = 15 * 60_000
/** Once these many steps were recorded under the right time, a moment in the future is history. */
const STEPS_REMEMBERED = 500

/** The latest moment among the last steps; what is recorded now should come after it. */
export function latestMoment({ store }: OpenVault): number {
  const last = store
    .select({ at: changeSet.at })
    .from(changeSet)
    .orderBy(desc(changeSet.id))
    .limit(STEPS_REMEMBERED)
    .all()
  return Math.max(0, ...last.map(({ at }) => Date.parse(at)))
}

export function clockTrouble(latest: number, now: Date): Failure | null {
  if (now.getTime() >= latest - CLOCK_TOLERANCE) return null
  const words = (moment: Date): string => moment.toLocaleString('zh-CN')
  return {
    code: 'CONFLICT',
    message: `电脑的时间可能不对：现在显示 ${words(now)}，而最后一次登记是在 ${words(new Date(latest))}。已有的记录和先后都没有改动。请先校准电脑时间再录入，不然到期和逾期会算错。`,
  }
}

/** A database without its journal opens and is sound, but lacks what was written last. */
export function journalTrouble({ journal }: OpenVault): Failure | null {
  if (journal === 'whole') return null
  const what = journal === 'missing' ? '不在了' : '有损坏'
  return {
    code: 'CORRUPT',
    message: `上次没有正常关闭，而记着最后几笔的文件 sangyu.db-wal ${what}，最后录入的内容可能缺了几条，其余资料完好。数据若是从别处拷来的，请关掉程序，把整个文件夹重新拷全；否则请核对最近录入的内容。`,
  }
}

/** Whether the database is sound, read whole beside the work; null where it is not known. */
export async function databaseIsSound(
  vault: OpenVault,
  worker: WorkerPort,
): Promise<boolean | null> {
  const { paths, key } = vault
  try {
    const damage = await worker.run('findDamage', {
      path: paths.database,
      key: new Uint8Array(key),
    })
    if (damage.length === 0 && vault.store.$client.open) markInUse(vault.store)
    return damage.length === 0
  } catch {
    // Locked or closed meanwhile: the next start looks again.
    return null
  }
}

/** Reads a part of the scans and backups; answers what is wrong with them in words. */
export async function lookAtFiles(vault: OpenVault, worker: WorkerPort): Promise<string | null> {
  const { store, dataDir, key } = vault
  try {
    const known = note(store, 'files') ?? { after: '', damaged: [] }
    const found = await worker.run('checkFiles', {
      dataDir,
      key: new Uint8Array(key),
      formerKeys: formerKeys(store),
      known,
    })
    keepNote(store, 'files', found)
    const verified = Object.entries(note(store, 'backupsVerified') ?? {})
    const sound = verified.filter(([name]) => !found.damaged.includes(`backups/${name}`))
    if (sound.length < verified.length) {
      keepNote(store, 'backupsVerified', Object.fromEntries(sound))
    }
    return filesTrouble(found)
  } catch {
    return null
  }
}
