import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { formIds } from '@shared/domain/templates/forms'
import { runModes, type RunResult } from '@shared/domain/templates/runs'
import { operator } from './organization'
import { recordColumns } from './record'

/**
 * 批量出表: a form for many people. What is done so far lies sealed in the data folder until the run
 * is finished, so that one that was cut short goes on where it stopped.
 */
export const formRun = sqliteTable(
  'form_run',
  {
    ...recordColumns(),
    operatorId: integer()
      .notNull()
      .references(() => operator.id),
    form: text({ enum: formIds }).notNull(),
    /** Of 自制 forms, which one. */
    templateId: integer(),
    /** SHA-256 of the template: what was made from another is made again. */
    templateDigest: text().notNull(),
    mode: text({ enum: runModes }).notNull(),
    /** Whether each person begins on a new sheet in a merged file; null is as the template begins. */
    newSheets: integer({ mode: 'boolean' }),
    /** How separate files are named. */
    fileName: text().notNull(),
    /** In the order of printing. */
    people: text({ mode: 'json' }).$type<number[]>().notNull(),
    startedAt: text().notNull(),
    finishedAt: text(),
    results: text({ mode: 'json' }).$type<RunResult[]>(),
  },
  (t) => [index('form_run_operator').on(t.operatorId, t.startedAt)],
)
