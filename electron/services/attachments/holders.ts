import type { StoreContext } from '@db/context'
import { findRecord, type AttachedTo } from '@db/repositories/attachments'
import { failure } from '@shared/contract/failure'
import { attachmentHolders, type AttachmentHolder } from '@shared/domain/attachments/holders'
import { entityLabel } from '@shared/domain/entity-labels'
import { requireRight, requireWholeTownship } from '../../core/rights'
import { helperOnFile } from '../helpers/access'
import { findingLedger } from '../findings'
import { visibleSheet } from '../inspections/access'
import { requireCase } from '../ledgers/cases'
import { requirePerson } from '../recipients/person'
import { stationOnFile } from '../stations/access'
import { taskLedger } from '../tasks'

/** Checks that refuse what the operator may not see, where a record's own columns do not tell. */
const ownChecks: Partial<Record<AttachmentHolder, (ctx: StoreContext, id: number) => unknown>> = {
  recipient: requirePerson,
  helper: helperOnFile,
  meeting: requireWholeTownship,
  fund_entry: requireWholeTownship,
  task: (ctx, id) => requireCase(ctx, taskLedger, id),
  finding: (ctx, id) => requireCase(ctx, findingLedger, id),
  inspection_sheet: visibleSheet,
  station: stationOnFile,
}

/**
 * Refuses unless there is such a record, the operator may see it, and may read or write records of
 * its kind. Answers whose file the record is part of, if it is part of one.
 */
export function requireHolder(
  ctx: StoreContext,
  to: AttachedTo,
  access: 'read' | 'write',
): { recipientId: number | null } {
  const { entity, recordId } = to
  requireRight(ctx.operator, attachmentHolders[entity][access])
  const check = ownChecks[entity]
  check?.(ctx, recordId)
  const record = findRecord(ctx, to)
  if (!record) throw notFound(entity)
  if (entity === 'recipient') return { recipientId: recordId }
  const { recipientId = null, villageId = null } = record as Partial<Record<string, number | null>>
  if (recipientId !== null) requirePerson(ctx, recipientId)
  else if (!check && !isInScope(ctx, villageId)) throw notFound(entity)
  return { recipientId }
}

/** What belongs to no village is of the office as a whole. */
const isInScope = ({ scope }: StoreContext, villageId: number | null): boolean =>
  scope.villages === null || (villageId !== null && scope.villages.includes(villageId))

const notFound = (entity: AttachmentHolder) =>
  failure(
    'NOT_FOUND',
    `找不到附件所在的${entityLabel[entity] ?? '记录'}，可能已被更正隐去。请刷新后再试。`,
  )
