import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { recordColumns } from './record'

/** 字典: what an office decided about an entry of a list. Entries it never touched have no row. */
export const dictionaryEntry = sqliteTable(
  'dictionary_entry',
  {
    ...recordColumns(),
    dictionary: text().$type<DictionaryKey>().notNull(),
    code: text().notNull(),
    label: text().notNull(),
    aliases: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    retired: integer({ mode: 'boolean' }).notNull().default(false),
    position: integer().notNull(),
  },
  (t) => [
    uniqueIndex('dictionary_entry_code')
      .on(t.dictionary, t.code)
      .where(sql`voided_at is null`),
  ],
)
