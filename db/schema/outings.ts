import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { outingMachine } from '@shared/domain/outings/machine'
import { reportChannelLabel, reporterLabel } from '@shared/domain/outings/vocabulary'
import { absenceScopeLabel, codesOf, type AbsenceReason } from '@shared/domain/vocabulary'
import { caseColumns, caseIndexes } from './ledgers'
import { familyMember } from './recipients'

/**
 * 外出报告 of one family member of a person. `dueOn` is the day the return is expected; who looks
 * after the person meanwhile is the helper or name responsible for the case.
 */
export const outing = sqliteTable(
  'outing',
  {
    ...caseColumns(outingMachine),
    familyMemberId: integer()
      .notNull()
      .references(() => familyMember.id),
    place: text(),
    scope: text({ enum: codesOf(absenceScopeLabel) }).notNull(),
    reason: text().$type<AbsenceReason>(),
    /** PartialDate or null where nobody said. */
    since: text(),
    /** In the family's own words: 春节前. */
    expectedReturn: text(),
    reporter: text({ enum: codesOf(reporterLabel) }).notNull(),
    channel: text({ enum: codesOf(reportChannelLabel) }).notNull(),
    /** Of who looks after the person meanwhile. */
    carerPhone: text(),
    /** The first day at home again. */
    returnedOn: text(),
  },
  (t) => [
    ...caseIndexes('outing', t),
    index('outing_member')
      .on(t.familyMemberId)
      .where(sql`voided_at is null`),
  ],
)
