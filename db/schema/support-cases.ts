import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { supportCaseMachine } from '@shared/domain/support-cases/machine'
import { disputeKindLabel, disputeOutcomeLabel } from '@shared/domain/support-cases/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { caseColumns, caseIndexes } from './ledgers'
import { familyMember } from './recipients'

/** 赡养与纠纷: a supporter who does not do their duty, or another dispute, and what was done about it. */
export const supportCase = sqliteTable(
  'support_case',
  {
    ...caseColumns(supportCaseMachine),
    kind: text({ enum: codesOf(disputeKindLabel) })
      .notNull()
      .default('support'),
    /** Who defaults, or the other side, as written; the member of the family where it is one on file. */
    supporter: text().notNull(),
    familyMemberId: integer().references(() => familyMember.id),
    /** What is not done, or fought over. */
    content: text().notNull(),
    /** 诉求: what the person wants. */
    claim: text(),
    outcome: text({ enum: codesOf(disputeOutcomeLabel) }),
    result: text(),
  },
  (t) => caseIndexes('support_case', t),
)
