import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  sql,
  type InferSelectModel,
  type SQL,
} from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord, Patch, RecordTable } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { caseStep } from '../schema'

/** A ledger's table: it has the columns of `caseColumns`. */
export type CaseTable = RecordTable & {
  recipientId: SQLiteColumn
  state: SQLiteColumn
  openedOn: SQLiteColumn
  closedOn: SQLiteColumn
  dueOn: SQLiteColumn
  helperId: SQLiteColumn
  /** Where the ledger is about villages. */
  villageId?: SQLiteColumn
}
/** A row of a ledger's table. */
export type RowOf<Table extends CaseTable> = InferSelectModel<Table>
export type CaseStep = typeof caseStep.$inferSelect

/** Which cases of a ledger; what is left out does not restrict. */
export interface CaseFilter {
  recipientId?: number
  /** Only these people's: a village's, or those the operator may see. Null is everybody's. */
  people: ReadonlySet<number> | null
  /** One state, or every open or closed one. */
  state?: string
  helperId?: number
  /** Open and due before this day. */
  overdueOn?: Day
  /** Conditions of the ledger's own columns. */
  also?: readonly (SQL | undefined)[]
}

/** `opened` is the latest first, `due` the one that has to be closed first, open ones only. */
export type CaseOrder = 'opened' | 'due'

/** Where the page before ended: its day in the list's order ('' where it has none) and its id. */
export interface CaseCursor {
  day: string
  id: number
}

/** Cases without a day to be closed by come after all that have one. */
const never = '9999-12-31'

/** A page of a ledger, read along an index no further than the page needs. */
export function listCases<Table extends CaseTable>(
  ctx: StoreContext,
  table: Table,
  { filter, order, after, limit }: CasePage,
): RowOf<Table>[] {
  const conditions = conditionsOf(table, filter)
  const due = sql<string>`coalesce(${table.dueOn}, ${sql.raw(`'${never}'`)})`
  if (order === 'due') conditions.push(isNull(table.closedOn))
  if (after) {
    conditions.push(
      order === 'due'
        ? sql`(${due}, ${table.id}) > (${after.day || never}, ${after.id})`
        : sql`(${table.openedOn}, ${table.id}) < (${after.day}, ${after.id})`,
    )
  }
  return ctx.db
    .select()
    .from(table as SQLiteTable)
    .where(and(...conditions))
    .orderBy(...(order === 'due' ? [due, asc(table.id)] : [desc(table.openedOn), desc(table.id)]))
    .limit(limit)
    .all() as RowOf<Table>[]
}

export interface CasePage {
  filter: CaseFilter
  order: CaseOrder
  after: CaseCursor | null
  limit: number
}

/** How many cases stand in each state, with the age of the oldest of each. */
export function countCases(
  ctx: StoreContext,
  table: CaseTable,
  filter: CaseFilter,
): { state: string; count: number; oldest: Day }[] {
  return ctx.db
    .select({
      state: sql<string>`${table.state}`,
      count: count(),
      oldest: sql<Day>`min(${table.openedOn})`,
    })
    .from(table as SQLiteTable)
    .where(and(...conditionsOf(table, filter)))
    .groupBy(table.state)
    .all()
}

/** What a filter means of a ledger's table; voided cases are never meant. */
export function conditionsOf(table: CaseTable, filter: CaseFilter): SQL[] {
  const { recipientId, people, state, helperId, overdueOn, also = [] } = filter
  return [
    isNull(table.voidedAt),
    recipientId === undefined ? undefined : eq(table.recipientId, recipientId),
    people ? isOneOf(table.recipientId, people) : undefined,
    state === 'open'
      ? isNull(table.closedOn)
      : state === 'closed'
        ? isNotNull(table.closedOn)
        : state && eq(table.state, state),
    helperId === undefined ? undefined : eq(table.helperId, helperId),
    overdueOn === undefined ? undefined : and(isNull(table.closedOn), lt(table.dueOn, overdueOn)),
    ...also,
  ].filter((condition): condition is SQL => condition !== undefined && condition !== '')
}

/** The plus sign keeps the planner on the index that gives the list its order. */
const isOneOf = (column: SQLiteColumn, ids: ReadonlySet<number>): SQL =>
  sql`+${column} in (select value from json_each(${JSON.stringify([...ids])}))`

/** Of these villages; what belongs to none is the township's alone. */
export const ofVillages = (column: SQLiteColumn, villageIds: readonly number[]): SQL =>
  isOneOf(column, new Set(villageIds))

/** Rows that hold a text in any of these columns, letter for letter. */
export function containing(columns: readonly SQLiteColumn[], text: string): SQL[] {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const any = or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`))
  return any ? [any] : []
}

export function findCase<Table extends CaseTable>(
  ctx: StoreContext,
  table: Table,
  id: number,
): RowOf<Table> | undefined {
  return ctx.db
    .select()
    .from(table as SQLiteTable)
    .where(and(eq(table.id, id), isNull(table.voidedAt)))
    .get() as RowOf<Table> | undefined
}

export function addCase<Table extends CaseTable>(
  ctx: WriteContext,
  table: Table,
  values: NewRecord<Table>,
): number {
  return ctx.writer.create(table, values)
}

export function updateCase<Table extends CaseTable>(
  ctx: WriteContext,
  table: Table,
  id: number,
  patch: Patch<Table>,
  revision?: number,
): boolean {
  return ctx.writer.update(table, id, patch, { revision })
}

export function voidCase(ctx: WriteContext, table: CaseTable, id: number, reason: string): void {
  for (const { id: stepId } of stepsOf(ctx, [id])) ctx.writer.void(caseStep, stepId, reason)
  ctx.writer.void(table, id, reason)
}

// ── Steps ──

/** The steps of these cases in the order of the work; two of one day as they were typed in. */
export function stepsOf(ctx: StoreContext, recordIds: readonly number[]): CaseStep[] {
  if (recordIds.length === 0) return []
  return ctx.db
    .select()
    .from(caseStep)
    .where(and(isNull(caseStep.voidedAt), inArray(caseStep.recordId, [...recordIds])))
    .orderBy(asc(caseStep.day), sql`coalesce(${caseStep.time}, '')`, asc(caseStep.id))
    .all()
}

export function findStep(ctx: StoreContext, id: number): CaseStep | undefined {
  return ctx.db
    .select()
    .from(caseStep)
    .where(and(eq(caseStep.id, id), isNull(caseStep.voidedAt)))
    .get()
}

/** Records a dated step; it is typed in now. */
export function addStep(
  ctx: WriteContext,
  values: Omit<NewRecord<typeof caseStep>, 'enteredAt'>,
): number {
  return ctx.writer.create(caseStep, { ...values, enteredAt: ctx.now })
}

export function updateStep(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof caseStep>,
  revision: number,
): boolean {
  return ctx.writer.update(caseStep, id, patch, { revision })
}

/** Open cases that should be closed between two days, both included. */
export function dueCases(
  ctx: StoreContext,
  table: CaseTable,
  from: Day,
  to: Day,
): { id: number; recipientId: number | null; villageId: number | null; dueOn: Day }[] {
  return ctx.db
    .select({
      id: sql<number>`${table.id}`,
      recipientId: sql<number | null>`${table.recipientId}`,
      villageId: sql<number | null>`${table.villageId ?? null}`,
      dueOn: sql<Day>`${table.dueOn}`,
    })
    .from(table as SQLiteTable)
    .where(
      and(
        isNull(table.voidedAt),
        isNull(table.closedOn),
        sql`${table.dueOn} between ${from} and ${to}`,
      ),
    )
    .all()
}

/** When a case was open, for figures. */
export interface CaseSpan {
  id: number
  recipientId: number | null
  state: string
  openedOn: Day
  closedOn: Day | null
  dueOn: Day | null
}

/** Every case that was open on a day between two, or was opened or closed there. */
export function caseSpans(ctx: StoreContext, table: CaseTable, from: Day, to: Day): CaseSpan[] {
  return ctx.db
    .select({
      id: sql<number>`${table.id}`,
      recipientId: sql<number | null>`${table.recipientId}`,
      state: sql<string>`${table.state}`,
      openedOn: sql<Day>`${table.openedOn}`,
      closedOn: sql<Day | null>`${table.closedOn}`,
      dueOn: sql<Day | null>`${table.dueOn}`,
    })
    .from(table as SQLiteTable)
    .where(
      and(
        isNull(table.voidedAt),
        sql`${table.openedOn} <= ${to}`,
        or(isNull(table.closedOn), sql`${table.closedOn} >= ${from}`),
      ),
    )
    .all()
}
