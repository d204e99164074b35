import { benefitPeriodsOf, paymentAccountsOf } from '@db/repositories/benefits'
import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import { recordOn } from '@shared/domain/benefits/entitlement'
import { benefitStateLabel } from '@shared/domain/benefits/vocabulary'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import { benefitTitle } from '@shared/domain/imports/benefit-columns'
import type {
  AccountDraft,
  BenefitDraft,
  ChainDraft,
  PersonDraft,
} from '@shared/domain/imports/draft'
import { dateDifferenceOf, differenceOf } from '@shared/domain/imports/updates'
import { maskBankCard } from '@shared/domain/masking'
import { holdsOn } from '@shared/domain/periods'
import { chainOf } from '../teams/chain'
import { tierOf } from '../service-tiers/tiers'
import type { Told } from './row-difference'

/** What a row says of 待遇, 一卡通, 服务类别 and 责任链 of somebody on file, where it is not so there. */
export function entitlementsTold(
  ctx: StoreContext,
  person: RosterPerson,
  draft: PersonDraft,
): Told[] {
  return [
    ...draft.benefits.flatMap((benefit) => benefitTold(ctx, person, benefit)),
    ...(draft.account ? accountTold(ctx, person, draft.account) : []),
    ...tierTold(ctx, person, draft),
    ...chainTold(ctx, person, draft.chain),
  ]
}

/** A fact of one benefit: `benefit.amount:高龄津贴`. */
export const benefitFact = (aspect: string, { benefit }: BenefitDraft): string =>
  `benefit.${aspect}:${benefitTitle(benefit)}`

function benefitTold(ctx: StoreContext, person: RosterPerson, draft: BenefitDraft): Told[] {
  const records = benefitPeriodsOf(ctx, person.id).filter((one) => one.benefit === draft.benefit)
  const current = recordOn(records, ctx.today)
  if (current?.state !== 'held') {
    const inLedger = [benefitStateLabel.held, draft.amount && `${draft.amount} 元`, draft.level]
    return [
      {
        fact: benefitFact('held', draft),
        kind: current ? 'conflict' : 'fill',
        onFile: current ? benefitStateLabel[current.state] : null,
        inLedger: inLedger.filter(Boolean).join(' '),
      },
    ]
  }
  const target = { table: 'benefitPeriod', id: current.id } as const
  const amount = differenceOf(current.amount, draft.amount)
  const told: Told[] = [
    {
      fact: benefitFact('amount', draft),
      kind: amount,
      onFile: current.amount,
      inLedger: draft.amount,
      // Another amount holds from a day on: the one before stays in the history.
      ...(amount === 'fill' && { write: { target, inLedger: { amount: draft.amount } } }),
    },
    {
      fact: benefitFact('level', draft),
      kind: differenceOf(current.level, draft.level),
      onFile: current.level,
      inLedger: draft.level,
      write: { target, inLedger: { level: draft.level } },
    },
  ]
  const since = draft.since && earliestDay(draft.since)
  // With an earlier record before it, the present one began where that one ended.
  if (since && records.length === 1)
    told.push({
      fact: benefitFact('since', draft),
      kind: dateDifferenceOf(current.from, draft.since),
      onFile: current.from,
      inLedger: draft.since,
      write: { target, inLedger: { from: since } },
    })
  return told
}

function accountTold(ctx: StoreContext, person: RosterPerson, draft: AccountDraft): Told[] {
  const current = paymentAccountsOf(ctx, person.id).findLast((one) => holdsOn(one, ctx.today))
  const account: Told = {
    fact: 'account',
    kind: differenceOf(current?.account ?? null, draft.account),
    onFile: current?.account ?? null,
    inLedger: draft.account,
    own: { label: '一卡通账号', words: (value) => (value ? maskBankCard(String(value)) : '') },
  }
  // Holder and bank of another account say nothing of this one.
  if (!current || account.kind !== null) return [account]
  const target = { table: 'paymentAccount', id: current.id } as const
  return (['holder', 'holderRelation', 'bank'] as const).map((fact): Told => ({
    fact: `account.${fact}`,
    kind: differenceOf(current[fact], draft[fact]),
    onFile: current[fact],
    inLedger: draft[fact],
    write: { target, inLedger: { [fact]: draft[fact] } },
  }))
}

function tierTold(ctx: StoreContext, person: RosterPerson, { tier }: PersonDraft): Told[] {
  if (tier === null) return []
  const onFile = tierOf(ctx, person).tier
  return [{ fact: 'tier', kind: differenceOf(onFile, tier), onFile, inLedger: tier }]
}

/** Somebody answers for the person already, be it for the whole village: only another is told. */
export function chainTold(
  ctx: StoreContext,
  person: Pick<RosterPerson, 'id' | 'villageId'>,
  draft: readonly ChainDraft[],
): Told[] {
  const links = draft.length === 0 ? [] : chainOf(ctx, person)
  return draft.map(({ level, name }) => {
    const onFile = links.find((link) => link.level === level)?.name ?? null
    return { fact: `chain.${level}`, kind: differenceOf(onFile, name), onFile, inLedger: name }
  })
}
