import { caseTables } from '@db/repositories/case-tables'
import { allHelpers } from '@db/repositories/helpers'
import { registerNames } from '@db/repositories/registers'
import { timelineOf, type TimelineRow } from '@db/repositories/timeline'
import type { ledgersContract } from '@shared/contract/ledgers'
import { scaleLabel } from '@shared/domain/assessments/scale'
import { isCaseEntity, ledgers, stepLabel, type LedgerEntry } from '@shared/domain/ledgers/registry'
import { contactKindLabel, recipientStatusLabel, riskLevelLabel } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { requireCase } from './cases'
import { caseHistory } from './history'

export const ledgersHandlers: HandlersOf<typeof ledgersContract> = {
  'ledgers.history': (ctx, { entity, id, limit }) => {
    const { machine }: LedgerEntry = ledgers[entity]
    requireCase(ctx, { entity, machine, table: caseTables[entity] }, id)
    return caseHistory(ctx, entity, id, limit)
  },

  'ledgers.timeline': (ctx, { recipientId, limit }) => {
    requirePerson(ctx, recipientId)
    const helpers = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
    const registerOf = registerNames(ctx)
    return timelineOf(ctx, recipientId, limit).map((row) => ({
      entity: row.entity,
      id: row.id,
      day: row.day,
      title:
        row.entity === 'register_entry'
          ? `${registerOf(row.id)} · ${stepLabel('', row.what)}`
          : titleOf(row),
      by: (row.helperId === null ? null : helpers.get(row.helperId)) ?? row.by,
      words: row.words,
    }))
  },
}

function titleOf({ entity, what }: TimelineRow): string {
  const word = (labels: Readonly<Record<string, string>>): string => labels[what] ?? what
  switch (entity) {
    case 'contact':
      return word(contactKindLabel)
    case 'assessment':
      return word(scaleLabel)
    case 'risk_review':
      return `风险评估：${word(riskLevelLabel)}`
    case 'status_period':
      return `档案状态：${word(recipientStatusLabel)}`
    case 'activity':
      return `参加活动：${what}`
    case 'service_record':
      return `服务：${what}`
    case 'pairing':
      return '结对'
    default:
      return isCaseEntity(entity)
        ? `${ledgers[entity].machine.noun} · ${stepLabel(entity, what)}`
        : stepLabel(entity, what)
  }
}
