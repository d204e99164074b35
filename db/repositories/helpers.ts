import { and, eq, isNull } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import { usualCapacities, type Capacities } from '@shared/domain/pairings/capacity'
import { holdsOn } from '@shared/domain/periods'
import type { NewRecord, Patch } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { dismissedPairing, helper, pairing } from '../schema'
import { readSetting, writeSetting } from './settings'

export type Helper = typeof helper.$inferSelect
export type Pairing = typeof pairing.$inferSelect

/** 帮扶人, those who left included, in order of entry. */
export function allHelpers(ctx: StoreContext): readonly Helper[] {
  return ctx.memo.derive('helperFiles', [helper], () =>
    ctx.db.select().from(helper).where(isNull(helper.voidedAt)).all(),
  )
}

export function findHelper(ctx: StoreContext, id: number): Helper | undefined {
  return ctx.db
    .select()
    .from(helper)
    .where(and(eq(helper.id, id), isNull(helper.voidedAt)))
    .get()
}

/** Whether the helper serves on a day; `to` is the last day of service. */
export const servesOn = ({ to }: Pick<Helper, 'to'>, day: Day): boolean => to === null || to >= day

export function addHelper(ctx: WriteContext, values: NewRecord<typeof helper>): number {
  return ctx.writer.create(helper, values)
}

export function updateHelper(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof helper>,
  revision?: number,
): void {
  ctx.writer.update(helper, id, patch, { revision })
}

/** Every pairing there was, by person. */
export function pairingsByRecipient(ctx: StoreContext): ReadonlyMap<number, readonly Pairing[]> {
  return ctx.memo.derive('pairingsByRecipient', [pairing], () =>
    groupBy(
      ctx.db.select().from(pairing).where(isNull(pairing.voidedAt)).all(),
      (row) => row.recipientId,
    ),
  )
}

export function pairingsOfHelper(ctx: StoreContext, helperId: number): Pairing[] {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.helperId, helperId), isNull(pairing.voidedAt)))
    .all()
}

export function pairingsOfRecipient(ctx: StoreContext, recipientId: number): Pairing[] {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.recipientId, recipientId), isNull(pairing.voidedAt)))
    .all()
}

export function findPairing(ctx: StoreContext, id: number): Pairing | undefined {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.id, id), isNull(pairing.voidedAt)))
    .get()
}

/** Whether the pairing reaches beyond a day: it holds then or begins later. */
export const reachesBeyond = ({ to }: Pick<Pairing, 'to'>, day: Day): boolean =>
  to === null || to > day

export function addPairing(ctx: WriteContext, values: NewRecord<typeof pairing>): number {
  return ctx.writer.create(pairing, values)
}

export function updatePairing(
  ctx: WriteContext,
  id: number,
  patch: Patch<typeof pairing>,
  revision?: number,
): void {
  ctx.writer.update(pairing, id, patch, { revision })
}

/** Ends a pairing on its last day; one that was to begin later never was. */
export function endPairing(ctx: WriteContext, row: Pairing, on: Day, endReason: string): void {
  if (row.from > on) ctx.writer.void(pairing, row.id, endReason)
  else ctx.writer.update(pairing, row.id, { to: on, endReason })
}

/** Whether somebody helps the person on a day. Reads afresh, so that a command sees its own work. */
export function isHelpedOn(ctx: StoreContext, recipientId: number, day: Day): boolean {
  return pairingsOfRecipient(ctx, recipientId).some((row) => holdsOn(row, day))
}

/** Pairs that were turned down when they were suggested, as `person>helper`. */
export function dismissedPairs(ctx: StoreContext): ReadonlySet<string> {
  return ctx.memo.derive(
    'dismissedPairs',
    [dismissedPairing],
    () =>
      new Set(
        ctx.db
          .select({
            recipientId: dismissedPairing.recipientId,
            helperId: dismissedPairing.helperId,
          })
          .from(dismissedPairing)
          .where(isNull(dismissedPairing.voidedAt))
          .all()
          .map(({ recipientId, helperId }) => pairKey(recipientId, helperId)),
      ),
  )
}

export const pairKey = (recipientId: number, helperId: number): string =>
  `${recipientId}>${helperId}`

export function dismissPair(ctx: WriteContext, recipientId: number, helperId: number): void {
  ctx.writer.create(dismissedPairing, { recipientId, helperId, on: ctx.today })
}

const capacitiesKey = 'helpers.capacities'

/** 最多帮扶人数 of each kind: the office's own figures before the usual ones. */
export const helperCapacities = (ctx: StoreContext): Capacities => ({
  ...usualCapacities,
  ...readSetting<Partial<Capacities>>(ctx, capacitiesKey),
})

export const setHelperCapacities = (ctx: WriteContext, capacities: Capacities): void =>
  writeSetting(ctx, capacitiesKey, capacities)
