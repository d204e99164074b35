import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recipient } from './recipients'
import { recordColumns } from './record'

/**
 * A scan, picture or file that hangs on a record, kept as an encrypted file of the vault. `entity`
 * and `recordId` say on which; of the person's own record `recordId` is null and `recipientId` says
 * whose. What hangs on a record that is part of somebody's file carries `recipientId` too, so that
 * it shows in the history of the file and goes with it when two files are united.
 */
export const attachment = sqliteTable(
  'attachment',
  {
    ...recordColumns(),
    recipientId: integer().references(() => recipient.id),
    entity: text().notNull().default('recipient'),
    recordId: integer(),
    /** `photo` is the portrait of a file, everything else is listed as `file`. */
    kind: text().notNull(),
    fileName: text().notNull(),
    mime: text().notNull(),
    size: integer().notNull(),
    /** The day the paper is of. */
    day: text(),
    note: text(),
    /** Keyed hash of the content: the file's name in attachments/. */
    storageName: text().notNull(),
  },
  (t) => [
    index('attachment_recipient').on(t.recipientId),
    index('attachment_record').on(t.recordId),
  ],
)
