import type { CaseEntity } from '@shared/domain/ledgers/registry'
import { Attachments } from '../attachments/Attachments'
import { CaseHistory } from './CaseHistory'
import type { CaseTab } from './CasePage'

/** The tabs every case has: what is attached, and who changed what. */
export const caseTabs = (entity: CaseEntity, id: number, files = '附件'): CaseTab[] => [
  { key: 'files', title: files, content: <Attachments entity={entity} id={id} /> },
  { key: 'history', title: '变更记录', content: <CaseHistory entity={entity} id={id} /> },
]
