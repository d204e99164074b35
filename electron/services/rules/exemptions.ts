import { addExemption, endExemption, findExemption } from '@db/repositories/rules'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { exemptionsContract } from '@shared/contract/rules'
import type { Day } from '@shared/domain/calendar/types'
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
    refuseOverlap(person, { from, to })
    return { id: addExemption(ctx, { recipientId, reason, from, to, note }) }
  },

  'exemptions.end': (ctx, { id, on }) => {
    const exemption = findExemption(ctx, id)
    if (!exemption) throw failure('NOT_FOUND', '找不到这条豁免。请刷新后再试。')
    refuseOverlap(requirePerson(ctx, exemption.recipientId), { from: exemption.from, to: on }, id)
    endExemption(ctx, exemption, on)
    return {}
  },
}

/** One exemption at a time, `except` aside: two would be ended and counted apart. */
function refuseOverlap(
  { name, exemptions }: RosterPerson,
  { from, to }: { from: Day; to: Day },
  except?: number,
): void {
  const other = exemptions.find(
    (one) => one.id !== except && one.from <= to && (one.to ?? to) >= from,
  )
  if (!other) return
  throw failure(
    'CONFLICT',
    `${name}这段时间已有豁免（${other.from} 至 ${other.to ?? '未定'}），没有保存。可以改它的结束日期。`,
  )
}
