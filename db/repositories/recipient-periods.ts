import { and, asc, eq, isNull } from 'drizzle-orm'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { succession, type Period } from '@shared/domain/periods'
import type {
  Category,
  RecipientGroup,
  RecipientStatus,
  RiskLevel,
} from '@shared/domain/vocabulary'
import type { RecordTable } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import {
  categoryOverride,
  exemption,
  groupPeriod,
  helper,
  household,
  householdPeriod,
  pairing,
  residencePeriod,
  riskPeriod,
  statusPeriod,
} from '../schema'

type Span = Period & { readonly id: number }

/** Ends or voids what stands in the way of a fact that holds from `from` on. */
function makeWay(
  ctx: WriteContext,
  table: RecordTable,
  spans: readonly Span[],
  from: Day,
  reason: string,
): void {
  const { ended, replaced } = succession(spans, from)
  for (const [{ id }, to] of ended) ctx.writer.update(table, id, { to } as object)
  for (const { id } of replaced) ctx.writer.void(table, id, reason)
}

export function beginStatus(
  ctx: WriteContext,
  recipientId: number,
  spans: readonly Span[],
  begin: { status: RecipientStatus; from: Day; reason: string },
): void {
  makeWay(ctx, statusPeriod, spans, begin.from, begin.reason)
  ctx.writer.create(statusPeriod, { recipientId, ...begin })
}

export function beginResidence(
  ctx: WriteContext,
  recipientId: number,
  spans: readonly Span[],
  begin: { villageId: number; villageGroupId: number | null; from: Day; reason: string },
): void {
  makeWay(ctx, residencePeriod, spans, begin.from, begin.reason)
  ctx.writer.create(residencePeriod, { recipientId, ...begin })
}

/** A household nobody belongs to yet. */
export const newHousehold = (ctx: WriteContext): number => ctx.writer.create(household, {})

export function beginHousehold(
  ctx: WriteContext,
  recipientId: number,
  spans: readonly Span[],
  begin: { householdId: number; from: Day; reason: string },
): void {
  makeWay(ctx, householdPeriod, spans, begin.from, begin.reason)
  ctx.writer.create(householdPeriod, { recipientId, ...begin })
}

/** The groups a person belongs to from a day on; those that go on are not touched. */
export function beginGroups(
  ctx: WriteContext,
  recipientId: number,
  spans: readonly (Span & { group: RecipientGroup })[],
  begin: { groups: readonly RecipientGroup[]; from: Day; reason: string },
): void {
  const { from, reason } = begin
  const goesOn = (span: Span): boolean => span.from <= from && span.to === null
  const leaving = spans.filter((span) => !begin.groups.includes(span.group))
  makeWay(ctx, groupPeriod, leaving, from, reason)
  for (const group of begin.groups) {
    const same = spans.filter((span) => span.group === group)
    if (same.some(goesOn)) continue
    makeWay(ctx, groupPeriod, same, from, reason)
    ctx.writer.create(groupPeriod, { recipientId, group, from, reason })
  }
}

/** Null ends the level without beginning another. */
export function beginRisk(
  ctx: WriteContext,
  recipientId: number,
  spans: readonly Span[],
  begin: { level: RiskLevel | null; from: Day; reason: string },
): void {
  const { level, from, reason } = begin
  makeWay(ctx, riskPeriod, spans, from, reason)
  if (level !== null) ctx.writer.create(riskPeriod, { recipientId, level, from, reason })
}

/** The office's word on a category from a day on; null gives the word back to the facts. */
export function beginOverride(
  ctx: WriteContext,
  recipientId: number,
  spans: readonly (Span & { category: Category })[],
  begin: { category: Category; holds: boolean | null; from: Day; reason: string },
): void {
  const { category, holds, from, reason } = begin
  const same = spans.filter((span) => span.category === category)
  makeWay(ctx, categoryOverride, same, from, reason)
  if (holds !== null) {
    ctx.writer.create(categoryOverride, { recipientId, category, holds, from, reason })
  }
}

/**
 * Everybody whose file is kept in a place moves with it at the end of `on`. Answers how many people
 * had somewhere to move to.
 */
export function moveResidents(
  ctx: WriteContext,
  on: Day,
  destinationOf: (residence: typeof residencePeriod.$inferSelect) => {
    villageId: number
    villageGroupId: number | null
  } | null,
  reason: string,
): number {
  const moved = new Set<number>()
  const next = addDays(on, 1)
  const reaching = ctx.db
    .select()
    .from(residencePeriod)
    .where(isNull(residencePeriod.voidedAt))
    .all()
    .filter(({ to }) => to === null || to >= next)
  for (const residence of reaching) {
    const destination = destinationOf(residence)
    if (!destination) continue
    const { id, recipientId, from, to } = residence
    moved.add(recipientId)
    // Somebody who arrives later arrives in the place that exists by then.
    if (from >= next) ctx.writer.update(residencePeriod, id, destination)
    else {
      ctx.writer.update(residencePeriod, id, { to: on })
      ctx.writer.create(residencePeriod, { recipientId, ...destination, from: next, to, reason })
    }
  }
  return moved.size
}

// ── The same periods with their reasons, for one person's file ──

export function statusHistory(ctx: StoreContext, id: number) {
  return ctx.db
    .select()
    .from(statusPeriod)
    .where(and(eq(statusPeriod.recipientId, id), isNull(statusPeriod.voidedAt)))
    .orderBy(asc(statusPeriod.from))
    .all()
}

export function residenceHistory(ctx: StoreContext, id: number) {
  return ctx.db
    .select()
    .from(residencePeriod)
    .where(and(eq(residencePeriod.recipientId, id), isNull(residencePeriod.voidedAt)))
    .orderBy(asc(residencePeriod.from))
    .all()
}

export function groupHistory(ctx: StoreContext, id: number) {
  return ctx.db
    .select()
    .from(groupPeriod)
    .where(and(eq(groupPeriod.recipientId, id), isNull(groupPeriod.voidedAt)))
    .orderBy(asc(groupPeriod.from))
    .all()
}

/** 风险等级 over time, with what each rests on. */
export function riskHistory(ctx: StoreContext, id: number) {
  return ctx.db
    .select()
    .from(riskPeriod)
    .where(and(eq(riskPeriod.recipientId, id), isNull(riskPeriod.voidedAt)))
    .orderBy(asc(riskPeriod.from))
    .all()
}

export function exemptionHistory(ctx: StoreContext, id: number) {
  return ctx.db
    .select()
    .from(exemption)
    .where(and(eq(exemption.recipientId, id), isNull(exemption.voidedAt)))
    .orderBy(asc(exemption.from))
    .all()
}

export function pairingHistory(ctx: StoreContext, id: number) {
  return ctx.db
    .select({
      id: pairing.id,
      from: pairing.from,
      to: pairing.to,
      endReason: pairing.endReason,
      helperId: pairing.helperId,
      helperName: helper.name,
    })
    .from(pairing)
    .innerJoin(helper, eq(helper.id, pairing.helperId))
    .where(and(eq(pairing.recipientId, id), isNull(pairing.voidedAt)))
    .orderBy(asc(pairing.from))
    .all()
}
