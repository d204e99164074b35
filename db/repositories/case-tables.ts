import type { CaseEntity } from '@shared/domain/ledgers/registry'
import {
  careAgreement,
  finding,
  hazard,
  incident,
  need,
  outing,
  supportCase,
  task,
} from '../schema'
import type { CaseTable } from './ledgers'

/** The table of every ledger. */
export const caseTables: Readonly<Record<CaseEntity, CaseTable>> = {
  need,
  hazard,
  incident,
  support_case: supportCase,
  task,
  finding,
  care_agreement: careAgreement,
  outing,
}
