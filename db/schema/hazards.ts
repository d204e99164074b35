import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { hazardMachine } from '@shared/domain/hazards/machine'
import {
  hazardGradeLabel,
  hazardKindLabel,
  hazardSourceLabel,
} from '@shared/domain/hazards/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { contact } from './contacts'
import { caseColumns, caseIndexes } from './ledgers'

/**
 * 隐患 of a home, in the file of whoever was visited, from the day it was looked at (`openedOn`) to
 * the re-check it passes. `dueOn` is the day of what comes next: mended by, then looked at again.
 */
export const hazard = sqliteTable(
  'hazard',
  {
    ...caseColumns(hazardMachine),
    kind: text({ enum: codesOf(hazardKindLabel) }).notNull(),
    grade: text({ enum: codesOf(hazardGradeLabel) })
      .notNull()
      .default('minor'),
    content: text().notNull(),
    source: text({ enum: codesOf(hazardSourceLabel) }).notNull(),
    /** The visit on which it was found; who found it, as written. */
    contactId: integer().references(() => contact.id),
    foundBy: text(),
    /** 整改措施: what is to be done. */
    measure: text(),
    /** 元 */
    cost: real(),
    /** What was done, in the words of the last mending. */
    result: text(),
  },
  (t) => caseIndexes('hazard', t),
)
