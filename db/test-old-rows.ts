import type Database from 'better-sqlite3'

/*
 * Rows as years of use leave them, written by plain SQL into whatever tables a database has: the
 * program of today cannot write what a released schema held, and need not know it.
 */

type Row = Record<string, unknown>

interface Column {
  name: string
  type: string
  notnull: 0 | 1
  dflt_value: string | null
  pk: number
}

/** What people write and paste: quotes, characters beyond the basic plane, marks nobody sees. */
const uglyTexts = [
  `张'二";--\\`,
  '𠮷䶮𬎆㛃·买买提',
  '👨‍👩‍👧 e\u0301\u200b\u202e前后',
  '  一行\r\n又一行\t\u0000末  ',
  '=1+1',
  '',
]
const longName = '龘'.repeat(100)
const firstId = 1000

/** Of each table: nothing but what must be, and each ugly text whole, once standing and once voided. */
const variants = [
  { text: null, voided: false },
  { text: null, voided: true },
  ...[...uglyTexts, longName].flatMap((text) => [
    { text, voided: false },
    { text, voided: true },
  ]),
]
type Variant = (typeof variants)[number]

/** The first operator among the rows, an admin. */
export const oldOperator = { id: firstId, name: '王经办' }

/** Fills every table; the same tables always get the same rows, and all references hold. */
export function fillWithOldRows(connection: Database.Database): void {
  // Tables refer to each other in both directions; the check at the end is the stricter one.
  connection.pragma('foreign_keys=OFF')
  for (const table of recordTables(connection)) {
    const columns = columnsOf(connection, table)
    const parents = new Set(
      (connection.pragma(`foreign_key_list("${table}")`) as { from: string }[]).map(
        ({ from }) => from,
      ),
    )
    for (const [position, variant] of variants.entries()) {
      const row: Row = {}
      for (const column of columns) {
        const value = parents.has(column.name)
          ? referenceIn(column, position, variant)
          : valueIn(column, position, variant)
        if (value !== undefined) row[column.name] = value
      }
      if (table === 'operator') {
        Object.assign(row, { role: 'admin', scope_villages: null, scope_groups: null })
        if (row['id'] === oldOperator.id) Object.assign(row, { name: oldOperator.name })
      }
      const names = Object.keys(row)
      connection
        .prepare(
          `insert into "${table}" (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`,
        )
        .run(...Object.values(row))
    }
  }
  connection.pragma('foreign_keys=ON')
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`rows without their parents: ${JSON.stringify(broken)}`)
}

/** Every row `fillWithOldRows` wrote, by table, in the columns named; all columns by default. */
export function oldRowsIn(
  connection: Database.Database,
  columns?: Readonly<Record<string, readonly string[]>>,
): Record<string, Row[]> {
  const tables = columns ? Object.keys(columns) : recordTables(connection)
  return Object.fromEntries(
    tables.map((table) => {
      const wanted = columns?.[table] ?? columnsOf(connection, table).map(({ name }) => name)
      const key = columnsOf(connection, table).find(({ pk }) => pk > 0)!
      const own =
        key.type === 'integer'
          ? `between ${firstId} and ${firstId + variants.length - 1}`
          : `like 'old-%'`
      return [
        table,
        connection
          .prepare(
            `select ${wanted.map((name) => `"${name}"`).join()} from "${table}" where "${key.name}" ${own} order by "${key.name}"`,
          )
          .all() as Row[],
      ]
    }),
  )
}

/** How many rows each table got. */
export const oldRowsPerTable = variants.length

function recordTables(connection: Database.Database): string[] {
  return connection
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name`,
    )
    .all()
    .map((row) => (row as { name: string }).name)
}

const columnsOf = (connection: Database.Database, table: string): Column[] =>
  (connection.pragma(`table_info("${table}")`) as Column[]).map((column) => ({
    ...column,
    type: column.type.toLowerCase(),
  }))

function referenceIn({ notnull }: Column, position: number, { text }: Variant): unknown {
  return notnull || text !== null ? firstId + position : null
}

/** Undefined leaves the column to its default. */
function valueIn(column: Column, position: number, { text, voided }: Variant): unknown {
  const { name, type, notnull, dflt_value: byDefault, pk } = column
  if (pk > 0) return type === 'integer' ? firstId + position : `old-${position}-${text ?? ''}`
  if (name === 'voided_at') return voided ? '2026-02-29T24:61:00.000Z' : null
  if (text === null && !notnull) return null
  if (text === null && byDefault !== null) return undefined
  if (type === 'integer') return position
  if (type === 'real') return position + 0.1
  if (type === 'blob') return Buffer.from([0, position, 255])
  if (name === 'from' || name === 'date') return '2026-01'
  if (name === 'to') return position % 3 === 0 && !notnull ? null : '2026-11-20'
  if (byDefault?.includes('[')) return JSON.stringify([text])
  // Some texts may stand once only, such as an ID number.
  return `${text ?? ''}${name.endsWith('name') ? '' : position}`
}
