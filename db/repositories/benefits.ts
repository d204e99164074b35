import { and, asc, eq, isNull } from 'drizzle-orm'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { Benefit } from '@shared/domain/benefits/catalogue'
import type { BenefitState } from '@shared/domain/benefits/vocabulary'
import { succession, type Period } from '@shared/domain/periods'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { groupBy } from '../group-by'
import { takeOver } from '../take-over'
import { benefit, benefitPeriod, paymentAccount } from '../schema'

export type StoredBenefit = Benefit & { readonly id: number }

/** The office's own wordings of the catalogue, in order of their first day. */
export function storedBenefits(ctx: StoreContext): readonly StoredBenefit[] {
  return ctx.memo.derive('benefits', [benefit], () =>
    ctx.db
      .select()
      .from(benefit)
      .where(isNull(benefit.voidedAt))
      .orderBy(asc(benefit.from), asc(benefit.id))
      .all(),
  )
}

/** A benefit is worded so from its first day on; what was to follow that day gives way. */
export function beginBenefit(ctx: WriteContext, wording: Omit<Benefit, 'to'>): number {
  const { code, from } = wording
  clearBenefit(ctx, code, from)
  const { conditions, bands, ...rest } = wording
  return ctx.writer.create(benefit, {
    ...rest,
    to: null,
    conditions: conditions && [...conditions],
    bands: [...bands],
  })
}

/** The benefit is granted to nobody after `on`: `current` is the wording that holds that day. */
export function endBenefit(ctx: WriteContext, current: Benefit, on: Day): void {
  const begun = storedBenefits(ctx).some(({ code, from }) => code === current.code && from <= on)
  clearBenefit(ctx, current.code, addDays(on, 1))
  if (begun) return
  // A preset is ended by the office's own wording of it, which ends that day.
  const { conditions, bands, ...rest } = current
  ctx.writer.create(benefit, {
    ...rest,
    to: on,
    conditions: conditions && [...conditions],
    bands: [...bands],
  })
}

function clearBenefit(ctx: WriteContext, code: string, from: Day): void {
  const same = storedBenefits(ctx).filter((one) => one.code === code)
  const { ended, replaced } = succession(same, from)
  for (const [{ id }, to] of ended) ctx.writer.update(benefit, id, { to })
  for (const { id } of replaced) ctx.writer.void(benefit, id, '由新的规定代替')
}

export interface BenefitSpan extends Period {
  readonly id: number
  readonly revision: number
  readonly recipientId: number
  readonly benefit: string
  readonly state: BenefitState
  readonly amount: number | null
  readonly certificateNo: string | null
  readonly level: string | null
  readonly reason: string | null
  readonly endReason: string | null
}

const none: readonly BenefitSpan[] = []

/** Everything on record of people's benefits, by person, oldest first. */
export function benefitPeriodsByPerson(
  ctx: StoreContext,
): ReadonlyMap<number, readonly BenefitSpan[]> {
  return ctx.memo.derive<Map<number, BenefitSpan[]>>(
    'benefitPeriods',
    [benefitPeriod],
    (before) => {
      const rows = ctx.db
        .select()
        .from(benefitPeriod)
        .where(isNull(benefitPeriod.voidedAt))
        .orderBy(asc(benefitPeriod.from), asc(benefitPeriod.id))
        .all()
      return takeOver(
        before,
        groupBy(rows, ({ recipientId }) => recipientId),
      )
    },
  )
}

export const benefitPeriodsOf = (ctx: StoreContext, recipientId: number): readonly BenefitSpan[] =>
  benefitPeriodsByPerson(ctx).get(recipientId) ?? none

export function findBenefitPeriod(ctx: StoreContext, id: number): BenefitSpan | undefined {
  return ctx.db
    .select()
    .from(benefitPeriod)
    .where(and(eq(benefitPeriod.id, id), isNull(benefitPeriod.voidedAt)))
    .get()
}

/**
 * What holds of a benefit from a day on; what held before ends the day before. Whoever writes for
 * many people reads what is `known` of all of them first: it is dear after every write.
 */
export function beginBenefitPeriod(
  ctx: WriteContext,
  begin: NewRecord<typeof benefitPeriod>,
  known = benefitPeriodsOf(ctx, begin.recipientId),
): number {
  const same = known.filter(({ benefit }) => benefit === begin.benefit)
  const { ended, replaced } = succession(same, begin.from)
  for (const [{ id }, to] of ended) {
    ctx.writer.update(benefitPeriod, id, { to, endReason: begin.reason })
  }
  for (const { id } of replaced) ctx.writer.void(benefitPeriod, id, '由新的登记代替')
  return ctx.writer.create(benefitPeriod, begin)
}

/** Closes a running record on its last day; one that was to begin later never was. */
export function endBenefitPeriod(
  ctx: WriteContext,
  period: BenefitSpan,
  on: Day,
  endReason: string,
  revision?: number,
): void {
  if (period.from > on) ctx.writer.void(benefitPeriod, period.id, endReason)
  else ctx.writer.update(benefitPeriod, period.id, { to: on, endReason }, { revision })
}

export function correctBenefitPeriod(
  ctx: WriteContext,
  id: number,
  facts: { amount: number | null; certificateNo: string | null },
  revision: number,
): void {
  ctx.writer.update(benefitPeriod, id, facts, { revision })
}

export function voidBenefitPeriod(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(benefitPeriod, id, reason)
}

// ── 一卡通 ──

export type PaymentAccount = typeof paymentAccount.$inferSelect

/** A person's accounts over time, the present one last. */
export function paymentAccountsOf(ctx: StoreContext, recipientId: number): PaymentAccount[] {
  return ctx.db
    .select()
    .from(paymentAccount)
    .where(and(eq(paymentAccount.recipientId, recipientId), isNull(paymentAccount.voidedAt)))
    .orderBy(asc(paymentAccount.from), asc(paymentAccount.id))
    .all()
}

export function beginPaymentAccount(
  ctx: WriteContext,
  begin: NewRecord<typeof paymentAccount>,
): number {
  const { ended, replaced } = succession(paymentAccountsOf(ctx, begin.recipientId), begin.from)
  for (const [{ id }, to] of ended) ctx.writer.update(paymentAccount, id, { to })
  for (const { id } of replaced) ctx.writer.void(paymentAccount, id, '由新的账户代替')
  return ctx.writer.create(paymentAccount, begin)
}

/** What the standing of people's benefits rests on, beside the roster. */
export const benefitTables = [benefit, benefitPeriod]
