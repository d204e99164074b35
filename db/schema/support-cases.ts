import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { supportCaseMachine } from '@shared/domain/support-cases/machine'
import { caseColumns, caseIndexes } from './ledgers'
import { familyMember } from './recipients'

/** 赡养督促: a supporter who does not do their duty, and what was done about it. */
export const supportCase = sqliteTable(
  'support_case',
  {
    ...caseColumns(supportCaseMachine),
    /** Who defaults, as written; the member of the family where it is one on file. */
    supporter: text().notNull(),
    familyMemberId: integer().references(() => familyMember.id),
    /** What is not done: no money, no visits, no care. */
    content: text().notNull(),
    result: text(),
  },
  (t) => caseIndexes('support_case', t),
)
