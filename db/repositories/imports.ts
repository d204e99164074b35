import { and, desc, eq, getTableColumns, getTableName, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Correction } from '@shared/domain/imports/recognise'
import type { Field, LedgerKind } from '@shared/domain/imports/fields'
import type { PartialDate } from '@shared/domain/calendar/types'
import type { ContactKind } from '@shared/domain/vocabulary'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import {
  absencePeriod,
  change,
  changeSet,
  contact,
  familyMember,
  importBatch,
  importMapping,
  operator,
  recipient,
} from '../schema'

export type RecipientFile = typeof recipient.$inferSelect
export type ImportBatch = typeof importBatch.$inferSelect

/** Every file's own record by id, whatever the operator's scope: an ID number is unique in the vault. */
export function allFiles(ctx: StoreContext): ReadonlyMap<number, RecipientFile> {
  return ctx.memo.derive(
    'imports.files',
    [recipient],
    () =>
      new Map(
        ctx.db
          .select()
          .from(recipient)
          .where(isNull(recipient.voidedAt))
          .all()
          .map((row) => [row.id, row]),
      ),
  )
}

// ── Remembered mappings ──

type StoredColumns = Record<string, string>

/** What offices corrected before, by the signature of the header. */
export function rememberedMappings(ctx: StoreContext): Record<string, Correction> {
  return Object.fromEntries(
    ctx.db
      .select()
      .from(importMapping)
      .where(isNull(importMapping.voidedAt))
      .all()
      .map(({ signature, kind, columns }) => [signature, { kind, fields: fieldsOf(columns) }]),
  )
}

/** An empty text is a column a clerk said means nothing. */
function fieldsOf(columns: StoredColumns): Record<number, Field | null> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, field]) => [
      Number(column),
      field === '' ? null : (field as Field),
    ]),
  )
}

export function rememberMapping(
  ctx: WriteContext,
  signature: string,
  kind: LedgerKind,
  fields: Readonly<Record<number, Field | null>>,
): void {
  const columns: StoredColumns = Object.fromEntries(
    Object.entries(fields).map(([column, field]) => [column, field ?? '']),
  )
  const known = ctx.db
    .select({ id: importMapping.id })
    .from(importMapping)
    .where(and(eq(importMapping.signature, signature), isNull(importMapping.voidedAt)))
    .get()
  if (known) ctx.writer.update(importMapping, known.id, { kind, columns })
  else ctx.writer.create(importMapping, { signature, kind, columns })
}

// ── Batches ──

export function enterBatch(
  ctx: WriteContext,
  facts: Pick<ImportBatch, 'fileName' | 'kind' | 'counts' | 'stagedId'>,
): number {
  return ctx.writer.create(importBatch, { ...facts, at: ctx.now })
}

/** A batch with the change set that wrote it; one import of several kinds is several batches. */
export interface CarriedOut extends ImportBatch {
  changeSetId: number
  operatorName: string | null
}

/** What was carried out, the latest first, taken back or not. */
export function listBatches(ctx: StoreContext, limit: number): CarriedOut[] {
  return ctx.db
    .select({
      ...getTableColumns(importBatch),
      changeSetId: change.changeSetId,
      operatorName: operator.name,
    })
    .from(importBatch)
    .innerJoin(
      change,
      and(
        eq(change.recordId, importBatch.id),
        eq(change.entity, getTableName(importBatch)),
        eq(change.kind, 'create'),
      ),
    )
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .orderBy(desc(importBatch.at), desc(importBatch.id))
    .limit(limit)
    .all()
}

/** Who took a batch back. */
export function takenBackBy(ctx: StoreContext, batchId: number): string | null {
  const last = ctx.db
    .select({ name: operator.name })
    .from(change)
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(and(eq(change.recordId, batchId), eq(change.kind, 'void')))
    .orderBy(desc(changeSet.at), desc(change.id))
    .limit(1)
    .get()
  return last?.name ?? null
}

/** Batches that were taken back: their rows wait again. */
export function takenBackBatches(ctx: StoreContext): ReadonlySet<number> {
  return ctx.memo.derive('imports.takenBack', [importBatch], () => {
    const rows = ctx.db
      .select({ id: importBatch.id })
      .from(importBatch)
      .where(isNotNull(importBatch.voidedAt))
      .all()
    return new Set(rows.map(({ id }) => id))
  })
}

export const importBatchTables = [importBatch]

// ── What imports write beside the files themselves ──

export type MemberEntry = Omit<NewRecord<typeof familyMember>, 'recipientId' | 'position'> & {
  absence: Omit<NewRecord<typeof absencePeriod>, 'recipientId' | 'familyMemberId'> | null
}

/** Adds family members after those on file, each with where they are away to. */
export function enterFamily(
  ctx: WriteContext,
  recipientId: number,
  after: number,
  members: readonly MemberEntry[],
): void {
  members.forEach(({ absence, ...facts }, i) => {
    const familyMemberId = ctx.writer.create(familyMember, {
      ...facts,
      recipientId,
      position: after + i + 1,
    })
    if (absence) ctx.writer.create(absencePeriod, { ...absence, recipientId, familyMemberId })
  })
}

export interface KnownContact {
  id: number
  kind: ContactKind
  date: PartialDate
  visitor: string | null
  helperId: number | null
  summary: string | null
  problem: string | null
  outcome: string | null
}

/** The contacts that some people have on some dates, by person: to enter none of them twice. */
export function contactsOn(
  ctx: StoreContext,
  recipientIds: readonly number[],
  dates: readonly PartialDate[],
): ReadonlyMap<number, KnownContact[]> {
  const rows = ctx.db
    .select({
      id: contact.id,
      recipientId: contact.recipientId,
      kind: contact.kind,
      date: contact.date,
      visitor: contact.visitor,
      helperId: contact.helperId,
      summary: contact.summary,
      problem: contact.problem,
      outcome: contact.outcome,
    })
    .from(contact)
    .where(
      and(
        isNull(contact.voidedAt),
        sql`${contact.recipientId} in (select value from json_each(${JSON.stringify(recipientIds)}))`,
        sql`${contact.date} in (select value from json_each(${JSON.stringify(dates)}))`,
      ),
    )
    .all()
  return groupBy(rows, ({ recipientId }) => recipientId)
}

export const importContactTables = [contact]
