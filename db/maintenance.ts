import type Database from 'better-sqlite3'
import { schemaOf } from './migrate'
import { openConnection, storeOn } from './open'
import { readVaultFacts, type VaultFacts } from './vault-facts'

/** Writes a compact encrypted copy of the database, readable with the same key. */
export function copyDatabase(input: { path: string; key: Uint8Array; target: string }): void {
  const connection = openConnection(input.path, input.key, { readonly: true, mustExist: true })
  try {
    connection.prepare('vacuum into ?').run(input.target)
  } finally {
    connection.close()
  }
}

/** What `quick_check` finds, in SQLite's words; empty when the file is sound. */
export async function findDamage(input: { path: string; key: Uint8Array }): Promise<string[]> {
  const connection = openConnection(input.path, input.key, { readonly: true, mustExist: true })
  try {
    return quickCheck(connection)
  } finally {
    connection.close()
  }
}

/** Looks at a copy of a database that nothing writes to: is it sound, and what is in it? */
export function inspectCopy(
  path: string,
  key: Uint8Array,
): { damage: string[]; facts: VaultFacts; schema: number } {
  const connection = openConnection(path, key, { readonly: true, mustExist: true })
  try {
    const store = storeOn(connection)
    return {
      damage: quickCheck(connection),
      facts: readVaultFacts(store),
      schema: schemaOf(store),
    }
  } finally {
    connection.close()
  }
}

/** The same for the worker thread, on a database in use as well. */
export async function inspectDatabase(input: {
  path: string
  key: Uint8Array
}): Promise<ReturnType<typeof inspectCopy>> {
  return inspectCopy(input.path, input.key)
}

function quickCheck(connection: Database.Database): string[] {
  const rows = connection.pragma('quick_check(20)') as { quick_check: string }[]
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
}
