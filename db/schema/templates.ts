import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { formIds } from '@shared/domain/templates/forms'
import { recordColumns } from './record'

/** 模板: an office's own template of a form. Without one in force the shipped template is used. */
export const officeTemplate = sqliteTable(
  'office_template',
  {
    ...recordColumns(),
    form: text({ enum: formIds }).notNull(),
    name: text().notNull(),
    /** The version that is filled in; null as long as none is free of faults. */
    versionId: integer(),
    inForce: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('office_template_in_force')
      .on(t.form)
      .where(sql`in_force = 1 and voided_at is null and form not like 'own%'`),
  ],
)

/** A template as it was copied or handed in; the file lies in the vault's attachments/. */
export const templateVersion = sqliteTable(
  'template_version',
  {
    ...recordColumns(),
    templateId: integer()
      .notNull()
      .references(() => officeTemplate.id),
    /** Counted from 1 within the template. */
    number: integer().notNull(),
    fileName: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** Keyed hash of the content: the file's name in attachments/. */
    storageName: text().notNull(),
    /** SHA-256 of the shipped template it was copied from; null where it was handed in. */
    copiedFrom: text(),
    note: text(),
    /** What must be mended before it can be filled in, as whole sentences. */
    problems: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [index('template_version_template').on(t.templateId, t.number)],
)
