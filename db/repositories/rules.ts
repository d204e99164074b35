import { and, asc, eq, isNull } from 'drizzle-orm'
import type {
  CadencePolicy,
  CadenceRule,
  Credit,
  DatedRateScope,
  Duty,
} from '@shared/domain/cadence/rules'
import type { Day } from '@shared/domain/calendar/types'
import { succession } from '@shared/domain/periods'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { cadenceRule, contactCredit, exemption, visitRateScope } from '../schema'

/** A rule as stored: with the preset it came from. */
export interface StoredRule extends CadenceRule {
  readonly preset: string | null
}

/** 频次规则, ended and coming ones included, in order of entry. */
export function allRules(ctx: StoreContext): readonly StoredRule[] {
  return ctx.memo.derive('cadenceRules', [cadenceRule], () =>
    ctx.db
      .select()
      .from(cadenceRule)
      .where(isNull(cadenceRule.voidedAt))
      .orderBy(asc(cadenceRule.id))
      .all()
      .map((row) => ({ ...row, duty: row.duty as Duty })),
  )
}

export function addRule(
  ctx: WriteContext,
  { kinds, ...rule }: Omit<CadenceRule, 'id'> & { preset: string | null },
): number {
  return ctx.writer.create(cadenceRule, { ...rule, kinds: [...kinds] })
}

/** Ends a rule on its last day; one that was to begin later never was. */
export function endRule(ctx: WriteContext, rule: CadenceRule, on: Day): void {
  if (rule.from > on) ctx.writer.void(cadenceRule, rule.id, '未生效即停用')
  else ctx.writer.update(cadenceRule, rule.id, { to: on })
}

// ── What counts for what, and who is measured ──

export interface StoredCredit extends Credit {
  readonly id: number
  readonly from: Day
  readonly to: Day | null
}

export interface StoredRateScope extends DatedRateScope {
  readonly id: number
  readonly from: Day
  readonly to: Day | null
}

/** 抵算, ended and coming ones included, in order of entry. */
export function allCredits(ctx: StoreContext): readonly StoredCredit[] {
  return ctx.memo.derive('contactCredits', [contactCredit], () =>
    ctx.db
      .select()
      .from(contactCredit)
      .where(isNull(contactCredit.voidedAt))
      .orderBy(asc(contactCredit.id))
      .all(),
  )
}

export function addCredit(ctx: WriteContext, values: NewRecord<typeof contactCredit>): number {
  return ctx.writer.create(contactCredit, values)
}

/** Ends a credit on its last day; one that was to begin later never was. */
export function endCredit(ctx: WriteContext, credit: StoredCredit, on: Day): void {
  if (credit.from > on) ctx.writer.void(contactCredit, credit.id, '未生效即停用')
  else ctx.writer.update(contactCredit, credit.id, { to: on })
}

/** 月探访率的统计范围, oldest first. */
export function allRateScopes(ctx: StoreContext): readonly StoredRateScope[] {
  return ctx.memo.derive('visitRateScopes', [visitRateScope], () =>
    ctx.db
      .select()
      .from(visitRateScope)
      .where(isNull(visitRateScope.voidedAt))
      .orderBy(asc(visitRateScope.from))
      .all(),
  )
}

/** The scope of all months from a day on; what was to hold then gives way. */
export function setRateScope(ctx: WriteContext, who: DatedRateScope['who'], from: Day): number {
  const { ended, replaced } = succession(allRateScopes(ctx), from)
  for (const [scope, on] of ended) ctx.writer.update(visitRateScope, scope.id, { to: on })
  for (const scope of replaced) ctx.writer.void(visitRateScope, scope.id, '改了统计范围')
  return ctx.writer.create(visitRateScope, { who, from, to: null })
}

/** Everything the office has decided about who is owed what. */
export function loadPolicy(ctx: StoreContext): CadencePolicy {
  return { rules: allRules(ctx), credits: allCredits(ctx), rateScopes: allRateScopes(ctx) }
}

// ── Exemptions ──

export type Exemption = typeof exemption.$inferSelect

export function findExemption(ctx: StoreContext, id: number): Exemption | undefined {
  return ctx.db
    .select()
    .from(exemption)
    .where(and(eq(exemption.id, id), isNull(exemption.voidedAt)))
    .get()
}

export function addExemption(ctx: WriteContext, values: NewRecord<typeof exemption>): number {
  return ctx.writer.create(exemption, values)
}

/** Moves the exemption's last day; one that was to begin later never was. */
export function endExemption(ctx: WriteContext, row: Exemption, on: Day): void {
  if (row.from > on) ctx.writer.void(exemption, row.id, '未开始即取消')
  else ctx.writer.update(exemption, row.id, { to: on, reviewOn: null })
}

/** Asked again and still so. */
export function reviewExemption(ctx: WriteContext, row: Exemption, reviewOn: Day): void {
  ctx.writer.update(exemption, row.id, { reviewOn })
}

/** The tables whose change makes what is owed stale, beside those of the roster and of contacts. */
export const ruleTables = [cadenceRule, contactCredit, visitRateScope]
