import { createHash } from 'node:crypto'
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  like,
  lt,
  lte,
  or,
  type SQL,
} from 'drizzle-orm'
import type { Instant } from '@shared/domain/calendar/types'
import type { StoreContext, WriteContext } from '../context'
import { auditEvent, change, changeSet, operator } from '../schema'

/** Notes an act that changed no record; its change set says who and when. */
export function noteEvent(ctx: WriteContext, about: string | null, files: number | null): void {
  ctx.writer.create(auditEvent, { about, files })
}

export interface AuditFilter {
  operatorId?: number
  from?: Instant
  to?: Instant
  /** One of these operations, or a cause with this text. */
  operations?: readonly string[]
  text?: string
}

export interface AuditCursor {
  at: Instant
  id: number
}

/** Change sets, the latest first, after the cursor. */
export function listSets(
  ctx: StoreContext,
  { operatorId, from, to, operations, text }: AuditFilter,
  after: AuditCursor | null,
  limit: number,
) {
  const conditions: (SQL | undefined)[] = [
    operatorId === undefined ? undefined : eq(changeSet.operatorId, operatorId),
    from === undefined ? undefined : gte(changeSet.at, from),
    to === undefined ? undefined : lte(changeSet.at, to),
    operations || text
      ? or(
          operations && inArray(changeSet.operation, [...operations]),
          text ? like(changeSet.cause, `%${text}%`) : undefined,
        )
      : undefined,
    after
      ? or(lt(changeSet.at, after.at), and(eq(changeSet.at, after.at), lt(changeSet.id, after.id)))
      : undefined,
  ]
  return ctx.db
    .select({
      id: changeSet.id,
      at: changeSet.at,
      operation: changeSet.operation,
      cause: changeSet.cause,
      operatorName: operator.name,
    })
    .from(changeSet)
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(and(...conditions))
    .orderBy(desc(changeSet.at), desc(changeSet.id))
    .limit(limit)
    .all()
}

/** What each of these sets touched: how many records of which table, and what its events say. */
export function touchedBy(ctx: StoreContext, setIds: readonly number[]) {
  const records = ctx.db
    .select({ setId: change.changeSetId, entity: change.entity, records: count() })
    .from(change)
    .where(inArray(change.changeSetId, [...setIds]))
    .groupBy(change.changeSetId, change.entity)
    .all()
  const events = ctx.db
    .select({ setId: change.changeSetId, about: auditEvent.about })
    .from(change)
    .innerJoin(auditEvent, eq(auditEvent.id, change.recordId))
    .where(inArray(change.changeSetId, [...setIds]))
    .all()
  return { records, events }
}

/** What the chain of changes says of itself. */
export interface ChainFinding {
  sets: number
  changes: number
  /** Hex digest of the latest set; what backups and monthly papers print. */
  head: string | null
  /** The first set that does not fit what stands in it or before it; null where all do. */
  brokenAt: { id: number; at: Instant } | null
}

const BATCH = 500

/**
 * Reads the whole chain and proves it: every set's digest covers its header, its changes' digests
 * and the set before, and the digest of every update and hiding covers its values. A creation's
 * values are not kept twice, so of those only the digest itself is covered. Yields how many sets
 * were read, so that the caller can breathe; returns what was found.
 */
export function* proveChain(ctx: StoreContext): Generator<number, ChainFinding> {
  const heads = new Map<number, Buffer>()
  let last: Buffer | null = null
  let [sets, changes, after] = [0, 0, 0]
  for (;;) {
    const batch = ctx.db
      .select()
      .from(changeSet)
      .where(gt(changeSet.id, after))
      .orderBy(asc(changeSet.id))
      .limit(BATCH)
      .all()
    if (batch.length === 0) break
    for (const set of batch) {
      const hash = createHash('sha256')
      const previous = heads.get(set.replica)
      if (previous) hash.update(previous)
      const { operation, operatorId, at, cause } = set
      const header = { operation, operatorId, at, ...(cause !== null && { cause }) }
      hash.update(JSON.stringify([set.id, set.replica, header]))
      let whole = true
      for (const one of changesOf(ctx, set.id)) {
        changes += 1
        hash.update(one.digest)
        if (one.kind !== 'create' && one.salt !== null && one.fields !== null) {
          const own = createHash('sha256')
            .update(one.salt)
            .update(JSON.stringify([one.entity, one.recordId, one.kind, one.fields]))
            .digest()
          whole &&= own.equals(one.digest)
        }
      }
      const digest = hash.digest()
      if (!whole || !digest.equals(set.digest)) {
        return { sets, changes, head: last && last.toString('hex'), brokenAt: { id: set.id, at } }
      }
      heads.set(set.replica, digest)
      last = digest
      sets += 1
    }
    after = batch.at(-1)!.id
    yield sets
  }
  return { sets, changes, head: last && last.toString('hex'), brokenAt: null }
}

function changesOf(ctx: StoreContext, setId: number) {
  return ctx.db
    .select()
    .from(change)
    .where(eq(change.changeSetId, setId))
    .orderBy(asc(change.id))
    .all()
}
