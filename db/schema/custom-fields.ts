import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  CustomKind,
  CustomOption,
  CustomSection,
  CustomValue,
} from '@shared/domain/custom-fields/custom-field'
import type { RecipientGroup } from '@shared/domain/vocabulary'
import { recipient } from './recipients'
import { recordColumns } from './record'

/** 自定义字段: a fact that an office asks of files beside those of the program. */
export const customField = sqliteTable('custom_field', {
  ...recordColumns(),
  name: text().notNull(),
  kind: text().$type<CustomKind>().notNull(),
  section: text().$type<CustomSection>().notNull(),
  /** Null is everybody. */
  groups: text({ mode: 'json' }).$type<RecipientGroup[] | null>(),
  options: text({ mode: 'json' }).$type<CustomOption[]>().notNull().default([]),
  required: integer({ mode: 'boolean' }).notNull().default(false),
  isSensitive: integer({ mode: 'boolean' }).notNull().default(false),
  retired: integer({ mode: 'boolean' }).notNull().default(false),
  position: integer().notNull(),
})

/** What one file says in one such field; null once it was emptied. */
export const customValue = sqliteTable(
  'custom_value',
  {
    ...recordColumns(),
    recipientId: integer()
      .notNull()
      .references(() => recipient.id),
    customFieldId: integer()
      .notNull()
      .references(() => customField.id),
    value: text({ mode: 'json' }).$type<CustomValue | null>(),
  },
  (t) => [index('custom_value_recipient').on(t.recipientId)],
)
