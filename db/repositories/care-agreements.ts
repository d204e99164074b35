import { and, desc, eq, gte, inArray, isNull, lte, notExists, type SQL } from 'drizzle-orm'
import type { Day } from '@shared/domain/calendar/types'
import type { AppraisedQuarter } from '@shared/domain/care-agreements/appraisal'
import type { AgreementKind } from '@shared/domain/care-agreements/vocabulary'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { careAgreement, carerAppraisal } from '../schema'
import { containing } from './ledgers'

/** The table of care agreements, for the operations that every ledger shares. */
export const agreementTable = careAgreement
export type CareAgreement = typeof careAgreement.$inferSelect
export type CarerAppraisal = typeof carerAppraisal.$inferSelect

export const ofAgreementKind = (kind: AgreementKind | undefined): SQL | undefined =>
  kind && eq(careAgreement.kind, kind)

/** In force, and its term ends between two days, both included. */
export const endingBetween = (from: Day, to: Day): SQL | undefined =>
  and(
    eq(careAgreement.state, 'active'),
    gte(careAgreement.dueOn, from),
    lte(careAgreement.dueOn, to),
  )

/** 特困 care in force all through a quarter in which nobody appraised the carer. */
export const owedAppraisal = (
  ctx: StoreContext,
  { from, periods }: AppraisedQuarter,
): SQL | undefined =>
  and(
    eq(careAgreement.state, 'active'),
    eq(careAgreement.kind, 'extremePoverty'),
    lte(careAgreement.termFrom, from),
    notExists(
      ctx.db
        .select({ id: carerAppraisal.id })
        .from(carerAppraisal)
        .where(
          and(
            eq(carerAppraisal.agreementId, careAgreement.id),
            inArray(carerAppraisal.period, periods),
            isNull(carerAppraisal.voidedAt),
          ),
        ),
    ),
  )

/** Words of the agreement, of who entrusts or of who cares. */
export const agreementWords = (text: string): SQL[] =>
  containing([careAgreement.entrustor, careAgreement.duties, careAgreement.responsible], text)

/** The latest period first. */
export function appraisalsOf(ctx: StoreContext, agreementId: number): CarerAppraisal[] {
  return ctx.db
    .select()
    .from(carerAppraisal)
    .where(and(isNull(carerAppraisal.voidedAt), eq(carerAppraisal.agreementId, agreementId)))
    .orderBy(desc(carerAppraisal.day), desc(carerAppraisal.id))
    .all()
}

export function findAppraisal(ctx: StoreContext, id: number): CarerAppraisal | undefined {
  return ctx.db
    .select()
    .from(carerAppraisal)
    .where(and(eq(carerAppraisal.id, id), isNull(carerAppraisal.voidedAt)))
    .get()
}

export const addAppraisal = (ctx: WriteContext, values: NewRecord<typeof carerAppraisal>): number =>
  ctx.writer.create(carerAppraisal, values)

export const voidAppraisal = (ctx: WriteContext, id: number, reason: string): void =>
  ctx.writer.void(carerAppraisal, id, reason)
