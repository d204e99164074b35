import { and, asc, desc, eq, inArray, isNotNull, isNull, like, ne, sql } from 'drizzle-orm'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { RecipientGroup } from '@shared/domain/vocabulary'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import {
  attachment,
  groupPeriod,
  pairing,
  recipient,
  residencePeriod,
  statusPeriod,
} from '../schema'

export type Recipient = typeof recipient.$inferSelect
export type NewRecipient = NewRecord<typeof recipient>
export type RecipientPatch = Patch<typeof recipient>

/** A person's own record, whoever asks: the caller has made sure that the operator may see it. */
export function getRecipient(ctx: StoreContext, id: number): Recipient | undefined {
  return ctx.db
    .select()
    .from(recipient)
    .where(and(eq(recipient.id, id), isNull(recipient.voidedAt)))
    .get()
}

/**
 * Everybody's own record by id, whoever may see them: for what asks a few facts of all people at
 * once. Kept until one of them is saved.
 */
export function allRecipients(ctx: StoreContext): ReadonlyMap<number, Recipient> {
  return ctx.memo.derive<ReadonlyMap<number, Recipient>>('recipients', [recipient], (before) =>
    before ? readSaved(ctx, before) : byId(readRecipients(ctx)),
  )
}

/** Past this many it is quicker to read everybody than to name them. */
const FEW = 200

/** Everybody's record after some were saved: only those whose revision is another are read again. */
function readSaved(
  ctx: StoreContext,
  before: ReadonlyMap<number, Recipient>,
): ReadonlyMap<number, Recipient> {
  const now = ctx.db
    .select({ id: recipient.id, revision: recipient.revision })
    .from(recipient)
    .where(isNull(recipient.voidedAt))
    .orderBy(asc(recipient.id))
    .all()
  const saved = now.filter(({ id, revision }) => before.get(id)?.revision !== revision)
  const ids = saved.length > FEW ? undefined : saved.map(({ id }) => id)
  const read = byId(readRecipients(ctx, ids))
  return new Map(now.map(({ id }) => [id, read.get(id) ?? before.get(id)!]))
}

const readRecipients = (ctx: StoreContext, ids?: number[]): Recipient[] =>
  ctx.db
    .select()
    .from(recipient)
    .where(and(isNull(recipient.voidedAt), ids && inArray(recipient.id, ids)))
    .orderBy(asc(recipient.id))
    .all()

const byId = (rows: readonly Recipient[]) => new Map(rows.map((row) => [row.id, row]))

/** A file that was hidden as a mistake or united with another. */
export function getHiddenRecipient(ctx: StoreContext, id: number): Recipient | undefined {
  return ctx.db
    .select()
    .from(recipient)
    .where(and(eq(recipient.id, id), isNotNull(recipient.voidedAt)))
    .get()
}

/** Who holds this ID number, in whatever village: it is unique in the vault. */
export function findByIdNumber(
  ctx: StoreContext,
  idNumber: string,
): { id: number; name: string } | undefined {
  return ctx.db
    .select({ id: recipient.id, name: recipient.name })
    .from(recipient)
    .where(and(eq(recipient.idNumber, idNumber), isNull(recipient.voidedAt)))
    .get()
}

export function isArchiveNoTaken(ctx: StoreContext, archiveNo: string, except?: number): boolean {
  const others = and(eq(recipient.archiveNo, archiveNo), isNull(recipient.voidedAt))
  return (
    ctx.db
      .select({ id: recipient.id })
      .from(recipient)
      .where(except === undefined ? others : and(others, ne(recipient.id, except)))
      .get() !== undefined
  )
}

/**
 * Hands out archive numbers `2026-0001`, `2026-0002` … after the highest of the year, voided files
 * included: a number is never given twice. Ask once per command and draw as many as needed.
 */
export function archiveNumbers(ctx: StoreContext): () => string {
  const year = ctx.today.slice(0, 4)
  const sequence = sql<number>`cast(substr(${recipient.archiveNo}, 6) as integer)`
  const highest = ctx.db
    .select({ sequence })
    .from(recipient)
    .where(and(isNotNull(recipient.archiveNo), like(recipient.archiveNo, `${year}-%`)))
    .orderBy(desc(sequence))
    .limit(1)
    .get()
  let last = highest?.sequence ?? 0
  return () => {
    last += 1
    return `${year}-${String(last).padStart(4, '0')}`
  }
}

/** A new file: the person's own record and the periods that say where it is kept and since when. */
export function enterRecipient(
  ctx: WriteContext,
  entry: {
    facts: NewRecipient
    villageId: number
    villageGroupId: number | null
    groups: readonly RecipientGroup[]
    from: Day
    reason?: string
  },
): number {
  const { from, villageId, villageGroupId, reason = '建档' } = entry
  const recipientId = ctx.writer.create(recipient, entry.facts)
  ctx.writer.create(statusPeriod, { recipientId, status: 'active', from, reason })
  ctx.writer.create(residencePeriod, { recipientId, villageId, villageGroupId, from, reason })
  for (const group of entry.groups) {
    ctx.writer.create(groupPeriod, { recipientId, group, from, reason })
  }
  if (entry.facts.spouseRecipientId != null)
    linkSpouse(ctx, recipientId, entry.facts.spouseRecipientId)
  return recipientId
}

/** Saves changed facts of one of many people; couples and what else hangs together is not touched. */
export function changeFacts(
  ctx: WriteContext,
  id: number,
  patch: RecipientPatch,
  revision: number,
): void {
  ctx.writer.update(recipient, id, patch, { revision })
}

/** Saves changed facts and answers the revision that holds now. */
export function updateRecipient(
  ctx: WriteContext,
  id: number,
  patch: RecipientPatch,
  revision?: number,
): number {
  ctx.writer.update(recipient, id, patch, revision === undefined ? {} : { revision })
  if (patch.spouseRecipientId !== undefined) linkSpouse(ctx, id, patch.spouseRecipientId)
  return getRecipient(ctx, id)?.revision ?? 0
}

/** A couple names each other: whoever was linked to one of the two before is so no longer. */
export function linkSpouse(ctx: WriteContext, id: number, spouseId: number | null): void {
  const pointing = ctx.db
    .select({ id: recipient.id, to: recipient.spouseRecipientId })
    .from(recipient)
    .where(
      and(
        inArray(recipient.spouseRecipientId, spouseId === null ? [id] : [id, spouseId]),
        isNull(recipient.voidedAt),
      ),
    )
    .all()
  for (const one of pointing) {
    const isCouple = one.id === id || one.id === spouseId
    if (!isCouple) ctx.writer.update(recipient, one.id, { spouseRecipientId: null })
  }
  // Without a spouse nobody may name this person either.
  if (spouseId !== null) {
    ctx.writer.update(recipient, spouseId, { spouseRecipientId: id })
    ctx.writer.update(recipient, id, { spouseRecipientId: spouseId })
  }
}

/** Ends every pairing that reaches into `from`; one that had not begun by then never was. */
export function endPairingsOf(
  ctx: WriteContext,
  recipientId: number,
  from: Day,
  endReason: string,
): number {
  const reaching = ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.recipientId, recipientId), isNull(pairing.voidedAt)))
    .all()
    .filter(({ to }) => to === null || to >= from)
  for (const one of reaching) {
    // A partial `from` (`2026-03`) sorts before the days it contains.
    if (one.from >= from) ctx.writer.void(pairing, one.id, endReason)
    else ctx.writer.update(pairing, one.id, { to: addDays(from, -1), endReason })
  }
  return reaching.length
}

/** Keeps a picture's place in the vault and makes it the person's photo; null takes it away. */
export function setPhoto(
  ctx: WriteContext,
  recipientId: number,
  file: { fileName: string; mime: string; size: number; storageName: string } | null,
  revision?: number,
): void {
  const photoId = file && ctx.writer.create(attachment, { recipientId, kind: 'photo', ...file })
  updateRecipient(ctx, recipientId, { photoId }, revision)
}

export function getPhoto(
  ctx: StoreContext,
  recipientId: number,
): { mime: string; storageName: string } | undefined {
  return ctx.db
    .select({ mime: attachment.mime, storageName: attachment.storageName })
    .from(recipient)
    .innerJoin(attachment, eq(attachment.id, recipient.photoId))
    .where(and(eq(recipient.id, recipientId), isNull(recipient.voidedAt)))
    .get()
}
