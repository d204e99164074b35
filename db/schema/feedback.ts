import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf } from '@shared/domain/vocabulary'
import { feedbackWayLabel, ratingLabel } from '@shared/domain/feedback/vocabulary'
import { helper } from './helpers'
import { recordColumns } from './record'
import { recipient } from './recipients'

/** 满意度反馈: what a person said of the helper on a day. */
export const feedback = sqliteTable(
  'feedback',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    helperId: integer()
      .notNull()
      .references(() => helper.id),
    /** The day it was said; `enteredAt` is when it was typed. */
    date: text().notNull(),
    enteredAt: text().notNull(),
    rating: text({ enum: codesOf(ratingLabel) }).notNull(),
    words: text(),
    way: text({ enum: codesOf(feedbackWayLabel) }).notNull(),
    askedBy: text(),
  },
  (t) => [index('feedback_recipient').on(t.recipientId), index('feedback_helper').on(t.helperId)],
)
