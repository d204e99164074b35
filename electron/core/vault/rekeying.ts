import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection, storeOn, type Store } from '@db/open'
import { readMeta, writeMeta } from '@db/ids'
import { syncFile, type VaultPaths } from './files'
import { forgetInUse } from './in-use'

/*
 * A vault gets a new key in three steps: a whole copy of the database under the new key beside the
 * old one; then the keyring, whose replacement is the moment it counts; then the copy takes the
 * old one's place. Cut off before the keyring, the vault is as it was; cut off after it, the next
 * opening finishes. Attachments are not written again: whoever had the old key could read them all
 * along. They stay readable by the former keys, which lie inside the encrypted database.
 */

const FORMER_KEYS = 'formerKeys'

/** Writes the copy of an open vault's database under the new key; nothing may write meanwhile. */
export function prepareRekeyed(
  vault: { paths: VaultPaths; key: Uint8Array; store: Store },
  newKey: Uint8Array,
): void {
  const { rekeyed } = vault.paths
  rmSync(rekeyed, { force: true })
  vault.store.$client.prepare('vacuum into ?').run(rekeyed)
  const copy = openConnection(rekeyed, vault.key, { mustExist: true })
  try {
    const store = storeOn(copy)
    writeFormerKeys(store, [vault.key, ...formerKeys(store)])
    forgetInUse(store)
    // A database in WAL mode cannot change its key.
    copy.pragma('journal_mode=DELETE')
    copy.pragma(`rekey="x'${Buffer.from(newKey).toString('hex')}'"`)
  } finally {
    copy.close()
  }
  syncFile(rekeyed)
}

/** Puts a prepared copy in the old database's place where `key` is the one it was written under. */
export function finishRekeying(paths: VaultPaths, key: Uint8Array): void {
  if (!existsSync(paths.rekeyed)) return
  if (!opensWith(paths.rekeyed, key)) {
    // The keyring never took the new key: a leftover nobody can open.
    renameSync(paths.rekeyed, join(paths.rekeyed, `../未完成的换钥匙-${Date.now()}.db`))
    return
  }
  // Frames of the old key must not be read into the new file.
  for (const leftover of ['-wal', '-shm', '-journal']) {
    rmSync(paths.database + leftover, { force: true })
  }
  renameSync(paths.rekeyed, paths.database)
}

/** Keys this vault had before, the latest first. */
export function formerKeys(store: Store): Uint8Array[] {
  const kept = JSON.parse(readMeta(store, FORMER_KEYS) ?? '[]') as string[]
  return kept.map((key) => new Uint8Array(Buffer.from(key, 'base64')))
}

function writeFormerKeys(store: Store, keys: Uint8Array[]): void {
  const texts = keys.map((key) => Buffer.from(key).toString('base64'))
  writeMeta(store, FORMER_KEYS, JSON.stringify(texts))
}

function opensWith(path: string, key: Uint8Array): boolean {
  try {
    openConnection(path, key, { readonly: true, mustExist: true }).close()
    return true
  } catch {
    return false
  }
}
