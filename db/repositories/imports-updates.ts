import type { RecordTable } from '../changes'
import type { WriteContext } from '../context'
import {
  absencePeriod,
  benefitPeriod,
  chainLink,
  contact,
  distinctPair,
  familyMember,
  helper,
  pairing,
  paymentAccount,
  recipient,
  tierOverride,
} from '../schema'

/** Records that a ledger may complete or correct. */
const tables = {
  recipient,
  familyMember,
  absencePeriod,
  helper,
  pairing,
  contact,
  benefitPeriod,
  paymentAccount,
} as const satisfies Record<string, RecordTable>

/** What is compared with a ledger beside people's files and the roster. */
export const comparedTables = [benefitPeriod, paymentAccount, tierOverride, chainLink, distinctPair]

/** One record on file. */
export interface Target {
  readonly table: keyof typeof tables
  readonly id: number
}

/** Saves values of one record, as a ledger told them and the clerk took them. */
export function writeValues(
  ctx: WriteContext,
  { table, id }: Target,
  values: Readonly<Record<string, unknown>>,
): void {
  ctx.writer.update(tables[table] as RecordTable, id, values as object)
}
