import Database from 'better-sqlite3'

/**
 * Holds a file exclusively through SQLite's own locking, which the operating system ends with the
 * process, whatever way it dies. Answers the function that lets go, or null when somebody holds it.
 */
export function holdExclusive(path: string): (() => void) | null {
  const nativeBinding = process.env['SANGYU_SQLITE_BINDING']
  const connection = new Database(path, { timeout: 0, ...(nativeBinding && { nativeBinding }) })
  try {
    connection.exec('begin exclusive')
    return () => connection.close()
  } catch {
    connection.close()
    return null
  }
}
