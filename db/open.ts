import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema'

/** The drizzle handle of an open vault; `$client` is the connection itself. */
export type Store = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/**
 * Opens the encrypted database at `path` with a 32-byte raw key. Throws SQLITE_NOTADB when the key
 * does not fit or the file is not a vault, and SQLITE_CORRUPT when pages fail their tag.
 *
 * `SANGYU_SQLITE_BINDING` names another build of the native part; only tests and the trial runtime
 * set it, because that runtime is older than the shipped binary.
 */
export function openConnection(
  path: string,
  key: Uint8Array,
  options: { readonly?: boolean; mustExist?: boolean } = {},
): Database.Database {
  const nativeBinding = process.env['SANGYU_SQLITE_BINDING']
  const connection = new Database(path, {
    ...(options.readonly && { readonly: true }),
    ...(options.mustExist && { fileMustExist: true }),
    ...(nativeBinding && { nativeBinding }),
  })
  try {
    connection.pragma(`cipher='chacha20'`)
    connection.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`)
    // The first read proves the key.
    connection.prepare('select count(*) from sqlite_master').get()
    if (!options.readonly) connection.pragma('journal_mode=WAL')
    connection.pragma('synchronous=FULL')
    connection.pragma('foreign_keys=ON')
    // Sorting must not spill readable names into temporary files.
    connection.pragma('temp_store=MEMORY')
    connection.pragma('cache_size=-65536')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

export function storeOn(connection: Database.Database): Store {
  return drizzle(connection, { schema, casing: 'snake_case' }) as Store
}
