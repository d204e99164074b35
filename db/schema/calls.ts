import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf } from '@shared/domain/vocabulary'
import { callResultLabel } from '@shared/domain/calls/vocabulary'
import { contact } from './contacts'
import { recordColumns } from './record'
import { familyMember, recipient } from './recipients'

/** 电话联系的一次拨打: an attempt is no contact; one that was answered names the contact it made. */
export const callAttempt = sqliteTable(
  'call_attempt',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    /** Who was called where it was not the person: a son, a daughter. */
    familyMemberId: integer().references(() => familyMember.id),
    day: text().notNull(),
    result: text({ enum: codesOf(callResultLabel) }).notNull(),
    againOn: text(),
    note: text(),
    contactId: integer().references(() => contact.id),
  },
  (t) => [index('call_attempt_recipient').on(t.recipientId, t.day)],
)
