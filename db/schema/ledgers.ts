import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { stepOutcomeLabel } from '@shared/domain/ledgers/steps'
import { codesOf } from '@shared/domain/vocabulary'
import { helper } from './helpers'
import { recordColumns } from './record'
import { recipient } from './recipients'

/**
 * What every case of a ledger about a person carries. Where it stands is a state of the ledger's
 * machine (shared/domain/ledgers); how it came there are its steps.
 */
export const caseColumns = <State extends string>(machine: {
  states: Readonly<Record<State, { label: string }>>
}) => ({
  ...recordColumns(),
  recipientId: integer()
    .notNull()
    .references(() => recipient.id),
  state: text({ enum: Object.keys(machine.states) as [State, ...State[]] }).notNull(),
  openedOn: text().notNull(),
  /** The day it came to a closed state; null while somebody still has to do something. */
  closedOn: text(),
  /** The day by which it should be closed. */
  dueOn: text(),
  /** Who is responsible: a helper on file, or a department or name as written. */
  helperId: integer().references(() => helper.id),
  responsible: text(),
  importId: integer(),
})

interface CaseIndexed {
  id: SQLiteColumn
  recipientId: SQLiteColumn
  state: SQLiteColumn
  openedOn: SQLiteColumn
  closedOn: SQLiteColumn
  dueOn: SQLiteColumn
  voidedAt: SQLiteColumn
  /** Of ledgers whose lists are told apart by it. */
  kind?: SQLiteColumn
}

/** The indexes that keep a ledger's list and counts instant at 100,000 cases. */
export const caseIndexes = (name: string, t: CaseIndexed) => [
  index(`${name}_recipient`).on(t.recipientId, t.openedOn),
  index(`${name}_opened`)
    .on(t.openedOn, t.id)
    .where(sql`voided_at is null`),
  index(`${name}_due`)
    .on(t.dueOn, t.id)
    .where(sql`voided_at is null and closed_on is null`),
  index(`${name}_state`)
    .on(t.state, t.openedOn, t.dueOn, t.recipientId)
    .where(sql`voided_at is null`),
  // Counting overdue ones too; it holds `voided_at`, because a partial index covers no query.
  index(`${name}_standing`).on(
    t.voidedAt,
    t.state,
    t.openedOn,
    t.closedOn,
    t.dueOn,
    t.recipientId,
    ...(t.kind ? [t.kind] : []),
  ),
]

/** 办理经过: one dated step of a case of any ledger, in the order in which they were done. */
export const caseStep = sqliteTable(
  'case_step',
  {
    ...recordColumns(),
    /** The table the case is a record of, and its id there. */
    entity: text().notNull(),
    recordId: integer().notNull(),
    /** Whom the case is about; null for those that are about nobody. */
    recipientId: integer().references(() => recipient.id),
    /** A move of the ledger's machine, or a step of its own: `raise`, `tellChildren`. */
    step: text().notNull(),
    outcome: text({ enum: codesOf(stepOutcomeLabel) })
      .notNull()
      .default('done'),
    day: text().notNull(),
    /** `HH:MM` where the hour matters. */
    time: text(),
    /** Who did it: a helper on file, or as written. */
    helperId: integer().references(() => helper.id),
    by: text(),
    /** 电话、当面、书面 … and to whom. */
    how: text(),
    toWhom: text(),
    note: text(),
    /** When it was typed in: late entry is welcome and visible. */
    enteredAt: text().notNull(),
  },
  (t) => [
    index('case_step_record').on(t.recordId),
    index('case_step_recipient')
      .on(t.recipientId, t.day)
      .where(sql`recipient_id is not null`),
  ],
)
