import { aliasedTable, and, asc, eq, getTableName, isNull } from 'drizzle-orm'
import type { AttachmentHolder } from '@shared/domain/attachments/holders'
import type { MediaType } from '@shared/domain/attachments/media-types'
import type { Day } from '@shared/domain/calendar/types'
import type { StoreContext, WriteContext } from '../context'
import { recordTables } from '../records'
import { attachment, change, changeSet, operator } from '../schema'

export type Attachment = typeof attachment.$inferSelect

/** The record an attachment hangs on. */
export interface AttachedTo {
  readonly entity: AttachmentHolder
  readonly recordId: number
}

/** The file itself is in the vault's attachments/; these are its particulars. */
export interface AttachedFile {
  readonly fileName: string
  readonly mime: MediaType
  readonly size: number
  readonly day: Day | null
  readonly note: string | null
  readonly storageName: string
}

const hangingOn = ({ entity, recordId }: AttachedTo) =>
  and(
    eq(attachment.kind, 'file'),
    eq(attachment.entity, entity),
    entity === 'recipient'
      ? eq(attachment.recipientId, recordId)
      : eq(attachment.recordId, recordId),
    isNull(attachment.voidedAt),
  )

/** In the order in which they were added, with who added them. */
export function attachmentsOf(ctx: StoreContext, to: AttachedTo) {
  const creation = aliasedTable(change, 'creation')
  return ctx.db
    .select({ attachment, addedAt: changeSet.at, addedBy: operator.name })
    .from(attachment)
    .innerJoin(
      creation,
      and(
        eq(creation.recordId, attachment.id),
        eq(creation.kind, 'create'),
        eq(creation.entity, getTableName(attachment)),
      ),
    )
    .innerJoin(changeSet, eq(changeSet.id, creation.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(hangingOn(to))
    .orderBy(asc(attachment.id))
    .all()
}

export function findAttachment(ctx: StoreContext, id: number): Attachment | undefined {
  return ctx.db
    .select()
    .from(attachment)
    .where(and(eq(attachment.id, id), eq(attachment.kind, 'file'), isNull(attachment.voidedAt)))
    .get()
}

/** What an attachment hangs on; the inverse of how `addAttachment` keeps it. */
export function attachedTo({ entity, recordId, recipientId }: Attachment): AttachedTo {
  return { entity: entity as AttachmentHolder, recordId: (recordId ?? recipientId)! }
}

/** @param recipientId whose file the record is part of, if it is part of one */
export function addAttachment(
  ctx: WriteContext,
  { entity, recordId }: AttachedTo,
  recipientId: number | null,
  file: AttachedFile,
): number {
  return ctx.writer.create(attachment, {
    entity,
    recordId: entity === 'recipient' ? null : recordId,
    recipientId,
    kind: 'file',
    ...file,
  })
}

export function updateAttachment(
  ctx: WriteContext,
  id: number,
  patch: Pick<AttachedFile, 'fileName' | 'day' | 'note'>,
  revision: number,
): void {
  ctx.writer.update(attachment, id, patch, { revision })
}

export function voidAttachment(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(attachment, id, reason)
}

/** The record of a table by its id, hidden ones left out: whoever asks must check who may see it. */
export function findRecord(
  ctx: StoreContext,
  { entity, recordId }: AttachedTo,
): Readonly<Record<string, unknown>> | undefined {
  const table = recordTables.get(entity)
  if (!table) return undefined
  return ctx.db
    .select()
    .from(table)
    .where(and(eq(table.id, recordId), isNull(table.voidedAt)))
    .get()
}
