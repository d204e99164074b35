import { z } from 'zod'
import { ledgerResults } from '../domain/cadence/ledger'
import { codesOf, contactKindLabel } from '../domain/vocabulary'
import { majorChangeLabel, rulePeriodLabel } from '../domain/cadence/vocabulary'
import { duty, standingState } from './compliance'
import { artifact } from './documents'
import { id } from './fields'
import { op } from './op'

/** 履约台账: what was owed and done, month by month of a year, as known now. */

const result = z.enum(ledgerResults)
const month = z.number().int().min(1).max(12)

const filter = {
  year: z.number().int().min(1990).max(2100),
  /** Where they lived, and who helped, when the window ended; 0 finds those without either. */
  villageId: z.number().int().min(0).optional(),
  helperId: z.number().int().min(0).optional(),
  /** All duties together where left out. */
  duty: duty.optional(),
  /** Only those with this result, in the month or in any. */
  result: result.optional(),
  month: month.optional(),
}

/** Twelve of them; null where nothing was asked or the month has not begun. */
const cell = z
  .object({
    result,
    /** Contacts of the duty; of all duties together, duties. */
    needed: z.number().int(),
    done: z.number().int(),
    /** Contacts typed in after their window had closed (补登). */
    late: z.number().int(),
  })
  .nullable()

const personRow = z.object({
  recipientId: id,
  recipientName: z.string(),
  /** Of today. */
  villageName: z.string().nullable(),
  helperName: z.string().nullable(),
  /** Where they stand today, by the same function as the due list. */
  state: standingState,
  months: z.array(cell),
  /** Months met and asked for, of those that are over. */
  met: z.number().int(),
  asked: z.number().int(),
})
export type LedgerPersonRow = z.output<typeof personRow>

const peopleCell = z.object({
  missed: z.number().int(),
  open: z.number().int(),
  met: z.number().int(),
  exempt: z.number().int(),
  late: z.number().int(),
})

const groupRow = z.object({
  /** Village or helper, 0 of those without; of a duty null. */
  id: z.number().int().min(0).nullable(),
  duty: duty.nullable(),
  name: z.string(),
  months: z.array(peopleCell),
  total: peopleCell,
})
export type LedgerGroupRow = z.output<typeof groupRow>

const counted = z.object({
  id,
  kind: z.enum(codesOf(contactKindLabel)),
  date: z.string(),
  enteredAt: z.string(),
  /** Days between doing and typing, where the day is known in full. */
  lateDays: z.number().int().nullable(),
  who: z.string().nullable(),
})

export const complianceLedgerContract = {
  'compliance.ledger': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      ...filter,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(300),
    }),
    output: z.object({
      /** The duties asked of anybody in the year, in the order of lists. */
      duties: z.array(duty),
      total: z.number().int(),
      rows: z.array(personRow),
    }),
  }),
  /** The same year summed over people: a row for each duty, village or helper. */
  'compliance.yearGrid': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      year: filter.year,
      by: z.enum(['duty', 'village', 'helper']),
      villageId: filter.villageId,
      helperId: filter.helperId,
      duty: filter.duty,
    }),
    output: z.object({
      duties: z.array(duty),
      rows: z.array(groupRow),
      /** 月探访率 of each month that has begun, and the 口径 of the last. */
      rates: z.array(z.object({ month, scope: z.number().int(), visited: z.number().int() })),
      basis: z.string(),
    }),
  }),
  /** What stands behind one cell: its windows, and the contacts that count in each. */
  'compliance.cell': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ recipientId: id, year: filter.year, month, duty: duty.optional() }),
    output: z.array(
      z.object({
        duty,
        kinds: z.array(z.enum(codesOf(contactKindLabel))).readonly(),
        period: z.enum(codesOf(rulePeriodLabel)),
        change: z.object({ date: z.string(), kind: z.enum(codesOf(majorChangeLabel)) }).nullable(),
        from: z.string(),
        to: z.string(),
        needed: z.number().int(),
        done: z.number().int(),
        late: z.number().int(),
        exemptDays: z.number().int(),
        result,
        contacts: z.array(counted),
      }),
    ),
  }),
  /** The filtered ledger and its sums as a workbook ready to print. */
  'compliance.export': op({
    kind: 'job',
    right: 'contacts.read',
    input: z.strictObject(filter),
    output: artifact,
  }),
} as const
