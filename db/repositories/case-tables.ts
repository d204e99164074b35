import type { CaseEntity } from '@shared/domain/ledgers/registry'
import { need, supportCase } from '../schema'
import type { CaseTable } from './ledgers'

/** The table of every ledger. */
export const caseTables: Readonly<Record<CaseEntity, CaseTable>> = {
  need,
  support_case: supportCase,
}
