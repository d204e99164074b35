import {
  addCredit,
  allCredits,
  allRateScopes,
  endCredit,
  setRateScope,
  type StoredCredit,
} from '@db/repositories/rules'
import type { creditsContract } from '@shared/contract/credits'
import { failure } from '@shared/contract/failure'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { commonCredits, type Credit } from '@shared/domain/cadence/rules'
import { rateScopeOn } from '@shared/domain/cadence/visit-rate'
import { startOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn } from '@shared/domain/periods'
import { contactKindLabel } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'
import { complianceOf } from '../compliance/standings'
import { standingIn } from './standing'

export const creditsHandlers: HandlersOf<typeof creditsContract> = {
  'credits.list': (ctx) => {
    const credits = allCredits(ctx)
    return {
      credits: credits.map((credit) => ({
        id: credit.id,
        kind: credit.kind,
        duty: credit.duty,
        from: credit.from,
        to: credit.to,
        standing: standingIn(credit, ctx.today),
      })),
      suggested: commonCredits.filter(
        (common) => !credits.some((one) => isSame(one, common) && holdsOn(one, ctx.today)),
      ),
    }
  },

  'credits.add': (ctx, credit) => {
    if (credit.to !== null && credit.to < credit.from) {
      throw failure('VALIDATION', '停用日期早于启用日期，没有保存。', { to: '不能早于启用日期' })
    }
    const same = allCredits(ctx).find((one) => isSame(one, credit) && overlaps(one, credit))
    if (same) {
      throw failure(
        'CONFLICT',
        `“${contactKindLabel[credit.kind]}也算${dutyLabel[credit.duty]}”在 ${same.from} 起已有一条，没有重复保存。`,
      )
    }
    return { id: addCredit(ctx, credit) }
  },

  'credits.end': (ctx, { id, on }) => {
    const credit = creditNamed(allCredits(ctx), id)
    if (credit.to !== null && credit.to <= on) {
      throw failure('CONFLICT', `这条抵算已于 ${credit.to} 停用，没有再改。`)
    }
    endCredit(ctx, credit, on)
    return {}
  },

  'rateScopes.list': (ctx) => {
    const scopes = allRateScopes(ctx)
    return {
      scopes: scopes.map(({ id, who, from, to }) => ({ id, who, from, to })).reverse(),
      who: rateScopeOn(scopes, startOf('month', ctx.today)),
      basis: complianceOf(ctx).visitRate.basis,
    }
  },

  'rateScopes.set': (ctx, { who, fromMonth }) => {
    const from = `${fromMonth}-01`
    if (rateScopeOn(allRateScopes(ctx), from) === who) {
      throw failure('CONFLICT', `${fromMonth} 起已经按这个范围统计，没有再改。`)
    }
    return { id: setRateScope(ctx, who, from) }
  },
}

const isSame = (one: Pick<Credit, 'kind' | 'duty'>, other: Pick<Credit, 'kind' | 'duty'>) =>
  one.kind === other.kind && one.duty === other.duty

const overlaps = (one: StoredCredit, { from, to }: { from: Day; to: Day | null }): boolean =>
  (to === null || one.from <= to) && (one.to === null || one.to >= from)

export function creditNamed(credits: readonly StoredCredit[], id: number): StoredCredit {
  const credit = credits.find((one) => one.id === id)
  if (!credit) throw failure('NOT_FOUND', '找不到这条抵算。请刷新后再试。')
  return credit
}
