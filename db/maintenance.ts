import { openConnection } from './open'

/** Writes a compact encrypted copy of the database, readable with the same key. */
export async function copyDatabase(input: {
  path: string
  key: Uint8Array
  target: string
}): Promise<void> {
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
    const rows = connection.pragma('quick_check(20)') as { quick_check: string }[]
    return rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
  } finally {
    connection.close()
  }
}
