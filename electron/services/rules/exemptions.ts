import type { StoreContext } from '@db/context'
import { addExemption, endExemption, findExemption, type Exemption } from '@db/repositories/rules'
import { loadRoster } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { exemptionsContract } from '@shared/contract/rules'
import { holdsOn } from '@shared/domain/periods'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'

export const exemptionsHandlers: HandlersOf<typeof exemptionsContract> = {
  'exemptions.list': (ctx, { recipientId }) => {
    const people = recipientId === undefined ? loadRoster(ctx) : [requirePerson(ctx, recipientId)]
    return people
      .flatMap((person) =>
        person.exemptions.map((exemption) => ({
          id: exemption.id,
          recipientId: person.id,
          recipientName: person.name,
          villageName: person.villageName || null,
          reason: exemption.reason,
          note: exemption.note,
          from: exemption.from,
          to: exemption.to,
          current: holdsOn(exemption, ctx.today),
        })),
      )
      .sort((a, b) => Number(b.current) - Number(a.current) || (a.from < b.from ? 1 : -1))
  },

  'exemptions.add': (ctx, { recipientId, reason, from, to, note }) => {
    const person = requirePerson(ctx, recipientId)
    if (to < from) {
      throw failure('VALIDATION', '豁免的结束日期早于开始日期，没有保存。', {
        to: '不能早于开始日期',
      })
    }
    const other = person.exemptions.find((one) => one.from <= to && (one.to ?? to) >= from)
    if (other) {
      throw failure(
        'CONFLICT',
        `${person.name}这段时间已有豁免（${other.from} 至 ${other.to ?? '未定'}），没有重复登记。可以改它的结束日期。`,
      )
    }
    return { id: addExemption(ctx, { recipientId, reason, from, to, note }) }
  },

  'exemptions.end': (ctx, { id, on }) => {
    endExemption(ctx, exemptionOnFile(ctx, id), on)
    return {}
  },
}

function exemptionOnFile(ctx: StoreContext, id: number): Exemption {
  const exemption = findExemption(ctx, id)
  if (!exemption) throw failure('NOT_FOUND', '找不到这条豁免。请刷新后再试。')
  requirePerson(ctx, exemption.recipientId)
  return exemption
}
