import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CadenceRule, Duty } from '@shared/domain/cadence/rules'
import type { Day } from '@shared/domain/calendar/types'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { cadenceRule, exemption } from '../schema'

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
  else ctx.writer.update(exemption, row.id, { to: on })
}

/** The tables whose change makes what is owed stale, beside those of the roster and of contacts. */
export const ruleTables = [cadenceRule]
