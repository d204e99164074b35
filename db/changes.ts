import { createHash, randomBytes } from 'node:crypto'
import { failure } from '@shared/contract/failure'
import type { Instant } from '@shared/domain/calendar/types'
import {
  and,
  desc,
  eq,
  getTableColumns,
  getTableName,
  lt,
  sql,
  type SQL,
  type InferInsertModel,
} from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Statement } from 'better-sqlite3'
import type { IdSource } from './ids'
import type { Store } from './open'
import { change, changeSet } from './schema'

/** A table of records: it has the columns of `recordColumns`. */
export type RecordTable = SQLiteTable & {
  id: SQLiteColumn
  revision: SQLiteColumn
  voidedAt: SQLiteColumn
}

type Kept = 'id' | 'revision' | 'voidedAt'
/** The values of a new record: everything but what the writer itself keeps. */
export type NewRecord<Table extends RecordTable> = Omit<InferInsertModel<Table>, Kept>
export type Patch<Table extends RecordTable> = Partial<NewRecord<Table>>

export interface ChangeHeader {
  operation: string
  operatorId: number | null
  at: Instant
  cause?: string
  /** Of an undo: the set it takes back. */
  undoes?: number
}

const readerOf = (store: Store, table: RecordTable) =>
  store
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare()
type RecordReader = ReturnType<typeof readerOf>

interface Insertion {
  statement: Statement
  columns: [string, SQLiteColumn][]
}

/**
 * The only way to write records. It collects what one command does into one change set: a row per
 * touched record, chained by digests to the set before. Must be used inside one transaction, and
 * `finish` called before that commits.
 */
export class ChangeWriter {
  /** The id of the change set that is being written. */
  readonly setId: number
  private readonly digests: Buffer[] = []
  private begun = false
  /** Names of the tables written to, for whoever keeps values derived from them. */
  readonly touched = new Set<string>()
  private readonly insertions = new Map<string, Insertion>()
  /** One prepared reading per table: a bulk change reads each of thousands before it writes. */
  private readonly readers = new Map<string, RecordReader>()

  constructor(
    private readonly store: Store,
    private readonly ids: IdSource,
    private header: ChangeHeader,
  ) {
    this.setId = ids.next()
  }

  /** Says why the set is written: which file, which reason. To be said before the first record. */
  because(cause: string): void {
    if (this.begun) throw new Error('the set has begun')
    this.header = { ...this.header, cause }
  }

  /** Says which set this one takes back. To be said before the first record. */
  undoing(changeSetId: number): void {
    if (this.begun) throw new Error('the set has begun')
    this.header = { ...this.header, undoes: changeSetId }
  }

  /** Whether anything was written yet. */
  get isEmpty(): boolean {
    return this.digests.length === 0
  }

  /** Inserts a record and answers its id. */
  create<Table extends RecordTable>(table: Table, values: NewRecord<Table>): number {
    this.begin()
    const id = this.ids.next()
    const row = this.insert(table, { ...values, id, revision: 1, voidedAt: null })
    this.record(getTableName(table), id, 'create', null, row)
    return id
  }

  /**
   * Changes a record and answers whether anything differed. With `revision`, a record that was saved
   * by somebody else in between is refused (CONFLICT, `details.current` is the newer record).
   */
  update<Table extends RecordTable>(
    table: Table,
    id: number,
    patch: Patch<Table>,
    options: { revision?: number } = {},
  ): boolean {
    const current = this.existing(table, id)
    if (options.revision !== undefined && current['revision'] !== options.revision) {
      throw failure(
        'CONFLICT',
        '这条记录刚被别人改过，你的改动没有保存。请对照新内容后再保存。',
        undefined,
        { current },
      )
    }
    const fields: Record<string, [unknown, unknown]> = {}
    for (const [key, value] of Object.entries(patch)) {
      if (value !== undefined && !sameValue(current[key], value))
        fields[key] = [current[key], value]
    }
    if (Object.keys(fields).length === 0) return false
    const next = Object.fromEntries(Object.entries(fields).map(([key, [, value]]) => [key, value]))
    this.write(table, id, { ...next, revision: (current['revision'] as number) + 1 })
    this.record(getTableName(table), id, 'update', fields, fields)
    return true
  }

  /** Hides a record that was entered by mistake; it stays in the history. */
  void<Table extends RecordTable>(table: Table, id: number, reason: string): void {
    const current = this.existing(table, id)
    const fields: Record<string, [unknown, unknown]> = {
      voidedAt: [null, this.header.at],
      reason: [null, reason],
    }
    this.write(table, id, {
      voidedAt: this.header.at,
      revision: (current['revision'] as number) + 1,
    })
    this.record(getTableName(table), id, 'void', fields, fields)
  }

  /** Takes the hiding of a record back; recorded as an update of `voidedAt` with its reason. */
  unvoid<Table extends RecordTable>(table: Table, id: number, reason: string): void {
    const current = this.find(table, id)
    if (!current || current['voidedAt'] === null) {
      throw failure('NOT_FOUND', '这条记录没有被隐去，无需恢复。请刷新后再看。')
    }
    const fields: Record<string, [unknown, unknown]> = {
      voidedAt: [current['voidedAt'], null],
      reason: [null, reason],
    }
    this.write(table, id, { voidedAt: null, revision: (current['revision'] as number) + 1 })
    this.record(getTableName(table), id, 'update', fields, fields)
  }

  /** Seals the change set; answers its id, or null when nothing was written. */
  finish(): number | null {
    if (this.isEmpty) return null
    const previous =
      this.store
        .select({ digest: changeSet.digest })
        .from(changeSet)
        .where(and(eq(changeSet.replica, this.ids.replica), lt(changeSet.id, this.setId)))
        .orderBy(desc(changeSet.id))
        .limit(1)
        .get()?.digest ?? null
    const hash = createHash('sha256')
    if (previous) hash.update(previous)
    const { operation, operatorId, at, cause, undoes } = this.header
    // In this order whatever was said first; what was not said leaves no trace.
    const header = { operation, operatorId, at, ...(cause && { cause }), ...(undoes && { undoes }) }
    hash.update(JSON.stringify([this.setId, this.ids.replica, header]))
    for (const digest of this.digests) hash.update(digest)
    this.store
      .update(changeSet)
      .set({ previousDigest: previous, digest: hash.digest() })
      .where(eq(changeSet.id, this.setId))
      .run()
    this.ids.persist()
    return this.setId
  }

  /** The set's row must exist before the changes that refer to it; its digest follows in `finish`. */
  private begin(): void {
    if (this.begun) return
    this.begun = true
    this.store
      .insert(changeSet)
      .values({
        id: this.setId,
        replica: this.ids.replica,
        operation: this.header.operation,
        operatorId: this.header.operatorId,
        at: this.header.at,
        cause: this.header.cause ?? null,
        undoes: this.header.undoes ?? null,
        digest: Buffer.alloc(0),
      })
      .run()
  }

  private record(
    entity: string,
    recordId: number,
    kind: 'create' | 'update' | 'void',
    fields: Record<string, [unknown, unknown]> | null,
    content: unknown,
  ): void {
    this.begin()
    this.touched.add(entity)
    const salt = randomBytes(16)
    const digest = createHash('sha256')
      .update(salt)
      .update(JSON.stringify([entity, recordId, kind, content]))
      .digest()
    this.insert(change, {
      id: this.ids.next(),
      changeSetId: this.setId,
      entity,
      recordId,
      kind,
      fields,
      salt,
      digest,
    })
    this.digests.push(digest)
  }

  /** Inserts a row and answers it complete, with defaults and nulls filled in. */
  private insert(table: SQLiteTable, values: Record<string, unknown>): Record<string, unknown> {
    const { statement, columns } = this.insertionInto(table)
    const row: Record<string, unknown> = {}
    const stored = columns.map(([key, column]) => {
      const value = values[key] === undefined ? (column.default ?? null) : values[key]
      row[key] = value
      return value === null ? null : column.mapToDriverValue(value)
    })
    statement.run(...stored)
    return row
  }

  private existing(table: RecordTable, id: number): Record<string, unknown> {
    const row = this.find(table, id)
    if (!row || row['voidedAt'] !== null) {
      throw failure('NOT_FOUND', '找不到这条记录，它可能已被更正隐去。请刷新后再试。')
    }
    return row
  }

  private find(table: RecordTable, id: number): Record<string, unknown> | undefined {
    const name = getTableName(table)
    const reader = this.readers.get(name) ?? readerOf(this.store, table)
    this.readers.set(name, reader)
    return reader.get({ id })
  }

  private write(table: RecordTable, id: number, values: Record<string, unknown>): void {
    this.store
      .update(table as SQLiteTable)
      .set(values)
      .where(eq(table.id, id) as SQL)
      .run()
  }

  /** One prepared insert per table: imports and the sample township write a million rows. */
  private insertionInto(table: SQLiteTable): Insertion {
    const name = getTableName(table)
    const known = this.insertions.get(name)
    if (known) return known
    const columns = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][]
    const names = columns.map(([, column]) => `"${snakeCase(column.name)}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const statement = this.store.$client.prepare(
      `insert into "${name}" (${names}) values (${marks})`,
    )
    const insertion = { statement, columns }
    this.insertions.set(name, insertion)
    return insertion
  }
}

/** As drizzle's `casing: 'snake_case'` names columns. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
