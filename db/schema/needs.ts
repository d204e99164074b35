import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { needMachine } from '@shared/domain/needs/machine'
import {
  needLedgerKindLabel,
  needLevelLabel,
  needSourceLabel,
  urgencyLabel,
} from '@shared/domain/needs/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { contact } from './contacts'
import { caseColumns, caseIndexes } from './ledgers'

/** 需求: what somebody wants solved, from the day it was told to the day they say it is. */
export const need = sqliteTable(
  'need',
  {
    ...caseColumns(needMachine),
    kind: text({ enum: codesOf(needLedgerKindLabel) }).notNull(),
    content: text().notNull(),
    urgency: text({ enum: codesOf(urgencyLabel) })
      .notNull()
      .default('normal'),
    source: text({ enum: codesOf(needSourceLabel) }).notNull(),
    /** The visit on which it was found. */
    contactId: integer().references(() => contact.id),
    level: text({ enum: codesOf(needLevelLabel) })
      .notNull()
      .default('village'),
    /** 元 */
    cost: real(),
    result: text(),
  },
  (t) => caseIndexes('need', t),
)
