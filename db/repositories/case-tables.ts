import type { CaseEntity } from '@shared/domain/ledgers/registry'
import { incident, need, supportCase } from '../schema'
import type { CaseTable } from './ledgers'

/** The table of every ledger. */
export const caseTables: Readonly<Record<CaseEntity, CaseTable>> = {
  need,
  incident,
  support_case: supportCase,
}
