import { and, eq, isNull } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { DisputeKind } from '@shared/domain/support-cases/vocabulary'
import type { StoreContext } from '../context'
import { supportCase } from '../schema'
import { containing } from './ledgers'

/** The table of support cases, for the operations that every ledger shares. */
export const supportCaseTable = supportCase
export type SupportCase = typeof supportCase.$inferSelect

/** Of one kind. */
export const ofKind = (kind: DisputeKind | undefined): SQL | undefined =>
  kind && eq(supportCase.kind, kind)

/** Words of the case itself, or of who is responsible. */
export const supportCaseWords = (text: string): SQL[] =>
  containing([supportCase.supporter, supportCase.content, supportCase.responsible], text)

/** Of everybody with an open default of support: since when the oldest is open. */
export function openSupportCases(ctx: StoreContext): ReadonlyMap<number, SupportCase> {
  return ctx.memo.derive('openSupportCases', [supportCase], () => {
    const rows = ctx.db
      .select()
      .from(supportCase)
      .where(
        and(
          isNull(supportCase.voidedAt),
          isNull(supportCase.closedOn),
          eq(supportCase.kind, 'support'),
        ),
      )
      .all()
      .sort((a, b) => (a.openedOn < b.openedOn ? 1 : -1))
    return new Map(rows.map((row) => [row.recipientId, row]))
  })
}
