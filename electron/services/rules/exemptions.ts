import type { StoreContext } from '@db/context'
import {
  addExemption,
  endExemption,
  type Exemption,
  findExemption,
  reviewExemption,
} from '@db/repositories/rules'
import { type ExemptionSpan, loadRoster, type RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { exemptionsContract } from '@shared/contract/rules'
import { addDays } from '@shared/domain/calendar/days'
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
          reviewOn: exemption.reviewOn,
          current: holdsOn(exemption, ctx.today),
          expiring: isExpiring(exemption, ctx.today),
        })),
      )
      .sort(
        (a, b) =>
          Number(b.expiring) - Number(a.expiring) ||
          Number(b.current) - Number(a.current) ||
          (a.from < b.from ? 1 : -1),
      )
  },

  'exemptions.add': (ctx, { recipientId, reason, from, to, reviewOn, note }) => {
    const person = requirePerson(ctx, recipientId)
    if (to === null && reviewOn === null) {
      throw failure('VALIDATION', '不知道哪天结束时，要定一个复核的日子，没有保存。', {
        reviewOn: '请填写复核日',
      })
    }
    if (reviewOn !== null && reviewOn < from) {
      throw failure('VALIDATION', '复核日早于开始日期，没有保存。', {
        reviewOn: '不能早于开始日期',
      })
    }
    if (to !== null && to < from) {
      throw failure('VALIDATION', '豁免的结束日期早于开始日期，没有保存。', {
        to: '不能早于开始日期',
      })
    }
    refuseOverlap(person, { from, to })
    return { id: addExemption(ctx, { recipientId, reason, from, to, reviewOn, note }) }
  },

  'exemptions.end': (ctx, { id, on }) => {
    const exemption = exemptionNamed(ctx, id)
    refuseOverlap(requirePerson(ctx, exemption.recipientId), { from: exemption.from, to: on }, id)
    endExemption(ctx, exemption, on)
    return {}
  },

  'exemptions.review': (ctx, { id, reviewOn }) => {
    const exemption = exemptionNamed(ctx, id)
    requirePerson(ctx, exemption.recipientId)
    if (exemption.to !== null) {
      throw failure('CONFLICT', `这条豁免到 ${exemption.to} 结束，不需要复核。`)
    }
    if (reviewOn < ctx.today) {
      throw failure('VALIDATION', '下次复核的日子已经过去，没有保存。', {
        reviewOn: '不能早于今天',
      })
    }
    reviewExemption(ctx, exemption, reviewOn)
    return {}
  },
}

function exemptionNamed(ctx: StoreContext, id: number): Exemption {
  const exemption = findExemption(ctx, id)
  if (!exemption) throw failure('NOT_FOUND', '找不到这条豁免。请刷新后再试。')
  return exemption
}

/** How long before its end or review an exemption is shown as running out, in days. */
const EXPIRY_NOTICE = 14

function isExpiring({ from, to, reviewOn }: ExemptionSpan, today: Day): boolean {
  const asked = to ?? reviewOn
  return holdsOn({ from, to }, today) && asked !== null && asked <= addDays(today, EXPIRY_NOTICE)
}

/** One exemption at a time, `except` aside: two would be ended and counted apart. */
function refuseOverlap(
  { name, exemptions }: RosterPerson,
  { from, to }: { from: Day; to: Day | null },
  except?: number,
): void {
  const other = exemptions.find(
    (one) =>
      one.id !== except && (to === null || one.from <= to) && (one.to === null || one.to >= from),
  )
  if (!other) return
  throw failure(
    'CONFLICT',
    `${name}这段时间已有豁免（${other.from} 至 ${other.to ?? '未定'}），没有保存。可以改它的结束日期。`,
  )
}
