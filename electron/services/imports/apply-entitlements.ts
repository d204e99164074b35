import {
  beginBenefitPeriod,
  beginPaymentAccount,
  benefitPeriodsByPerson,
  paymentAccountsOf,
} from '@db/repositories/benefits'
import { beginTierOverride, tierOverridesByPerson } from '@db/repositories/service-tiers'
import { recordOn } from '@shared/domain/benefits/entitlement'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import type { BenefitDraft, PersonDraft } from '@shared/domain/imports/draft'
import type { WritingContext } from './apply'
import { benefitFact } from './entitlement-differences'
import { notBefore } from './fact-begins'

type Takes = (fact: string) => boolean

/**
 * Puts 待遇, 一卡通 and 服务类别 on file, person by person. What is known of everybody is read before
 * the first is written; two rows the clerk gave to one person count once.
 */
export class EntitlementWriter {
  private readonly benefits
  private readonly tiers
  private readonly written = new Set<string>()

  constructor(private readonly writing: WritingContext) {
    this.benefits = benefitPeriodsByPerson(writing.ctx)
    this.tiers = tierOverridesByPerson(writing.ctx)
  }

  /** As far as they are taken; answers whether anything was. */
  write(recipientId: number, draft: PersonDraft, takes: Takes): boolean {
    const { ctx, office, batchId, from } = this.writing
    const { account, tier } = draft
    let wrote = false
    for (const benefit of draft.benefits)
      if (this.writeBenefit(recipientId, benefit, takes)) wrote = true
    if (account && takes('account') && this.isFirst(`${recipientId}/account`)) {
      const begins = notBefore(paymentAccountsOf(ctx, recipientId), from, ctx.today)
      beginPaymentAccount(ctx, { recipientId, ...account, from: begins, importId: batchId })
      wrote = true
    }
    if (tier && takes('tier') && this.isFirst(`${recipientId}/tier`)) {
      const known = this.tiers.get(recipientId) ?? []
      const begins = notBefore(known, from, ctx.today)
      const reason = `台账登记（${office.staged.fileName}）`
      beginTierOverride(ctx, recipientId, { tier, from: begins, to: null, reason }, known)
      wrote = true
    }
    return wrote
  }

  private writeBenefit(recipientId: number, draft: BenefitDraft, takes: Takes): boolean {
    const { ctx, office, batchId, from } = this.writing
    const { benefit, amount } = draft
    const known = this.benefits.get(recipientId) ?? []
    const records = known.filter((one) => one.benefit === benefit)
    const held = recordOn(records, ctx.today)
    const begins = takes(benefitFact('held', draft))
    // An amount that was missing is written with the other values of the record.
    const changes = held?.amount != null && takes(benefitFact('amount', draft))
    if ((!begins && !changes) || !this.isFirst(`${recipientId}/${benefit}`)) return false
    const since = begins && draft.since ? earliestDay(draft.since) : null
    beginBenefitPeriod(
      ctx,
      {
        recipientId,
        benefit,
        state: 'held',
        amount,
        level: draft.level ?? held?.level ?? null,
        certificateNo: held?.certificateNo ?? null,
        from: notBefore(records, since ?? from, ctx.today),
        reason: `导入：${office.staged.fileName}`,
        importId: batchId,
      },
      known,
    )
    return true
  }

  private isFirst(key: string): boolean {
    if (this.written.has(key)) return false
    this.written.add(key)
    return true
  }
}

/** Of somebody new everything is taken. */
export const takesAll: Takes = () => true
