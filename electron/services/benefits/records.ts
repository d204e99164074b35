import {
  beginBenefitPeriod,
  beginPaymentAccount,
  benefitPeriodsOf,
  correctBenefitPeriod,
  endBenefitPeriod,
  findBenefitPeriod,
  paymentAccountsOf,
  voidBenefitPeriod,
  type BenefitSpan,
} from '@db/repositories/benefits'
import { noteDisclosure } from '@db/repositories/disclosures'
import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import type { InputOf, OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { recordOn } from '@shared/domain/benefits/entitlement'
import { entitlementOf } from '@shared/domain/benefits/entitlement'
import type { BenefitState } from '@shared/domain/benefits/vocabulary'
import type { Day } from '@shared/domain/calendar/types'
import { diedBefore } from '@shared/domain/death'
import { maskBankCard } from '@shared/domain/masking'
import { holdsOn } from '@shared/domain/periods'
import type { CommandContext } from '../../core/context'
import { criterionFactsOn } from '../classification/criterion-facts'
import { requirePerson } from '../recipients/person'
import { catalogueAsOf, findingsOf, goneSince } from './standings'

function refuse(told: string, field: string): never {
  throw failure('VALIDATION', `${told}，没有保存。`, { [field]: told })
}

interface Begin {
  benefit: string
  state: BenefitState
  from: Day
  amount?: number | null
  reason?: string | null
  certificateNo?: string | null
  level?: string | null
}

/** 登记待遇: what holds from a day on; money is by the rule of that day where nobody says else. */
export function recordBenefit(
  ctx: CommandContext,
  person: RosterPerson,
  begin: Begin,
): { id: number } {
  const { benefit: code, state, from, reason = null, certificateNo = null, level = null } = begin
  const benefit = catalogueAsOf(ctx, from).find((one) => one.code === code)
  if (!benefit) refuse(`${from} 的待遇目录里没有这一项`, 'benefit')
  if (from > ctx.today) refuse('日期不能晚于今天', 'from')
  if (state === 'notHeld' && !reason) refuse('未享要写明原因', 'reason')
  if (diedBefore(person.statuses, from)) refuse(`${person.name}在这一天之前已经去世`, 'from')
  const own = benefitPeriodsOf(ctx, person.id).filter((one) => one.benefit === code)
  const later = own.find((one) => one.from > from)
  if (later) refuse(`${later.from} 已有一次登记，新的日期不能早于它`, 'from')
  const computed = entitlementOf(benefit, criterionFactsOn(ctx, person, from), from).amount
  const held = state === 'held'
  const id = beginBenefitPeriod(ctx, {
    recipientId: person.id,
    benefit: code,
    state,
    from,
    amount: held ? (begin.amount === undefined ? computed : begin.amount) : null,
    certificateNo: held ? (certificateNo ?? recordOn(own, from)?.certificateNo ?? null) : null,
    level: held ? level : null,
    reason,
  })
  return { id }
}

export function recordMany(
  ctx: CommandContext,
  { recipientIds, ...begin }: InputOf<'benefits.recordMany'>,
): { recorded: number } {
  // Read before the first is written: the roster is dear while a command writes.
  const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
  for (const person of people) recordBenefit(ctx, person, begin)
  return { recorded: people.length }
}

/** A record whose person the operator may see. */
function requireRecord(ctx: StoreContext, id: number): BenefitSpan {
  const record = findBenefitPeriod(ctx, id)
  if (!record) throw failure('NOT_FOUND', '找不到这条待遇登记，可能已被更正。请刷新后再试。')
  requirePerson(ctx, record.recipientId)
  return record
}

export function correctBenefit(
  ctx: CommandContext,
  { id, revision, ...facts }: InputOf<'benefits.correct'>,
): Record<string, never> {
  requireRecord(ctx, id)
  correctBenefitPeriod(
    ctx,
    id,
    { amount: facts.amount, certificateNo: facts.certificateNo ?? null },
    revision,
  )
  return {}
}

export function stopBenefit(
  ctx: CommandContext,
  { id, revision, on, reason }: InputOf<'benefits.stop'>,
): Record<string, never> {
  const record = requireRecord(ctx, id)
  if (record.to !== null) {
    throw failure('CONFLICT', `这项待遇的登记已于 ${record.to} 结束，没有再改。`)
  }
  if (on > ctx.today) refuse('停发日期不能晚于今天', 'on')
  endBenefitPeriod(ctx, record, on, reason, revision)
  return {}
}

/** The stop tasks a death or a move opens, done at one stroke. */
export function stopAll(
  ctx: CommandContext,
  { recipientId, on, reason }: InputOf<'benefits.stopAll'>,
): { stopped: number } {
  requirePerson(ctx, recipientId)
  if (on > ctx.today) refuse('停发日期不能晚于今天', 'on')
  const running = benefitPeriodsOf(ctx, recipientId).filter((one) => one.to === null)
  for (const record of running) endBenefitPeriod(ctx, record, on, reason)
  return { stopped: running.filter(({ state }) => state === 'held').length }
}

export function voidBenefit(
  ctx: CommandContext,
  { id, reason }: InputOf<'benefits.void'>,
): Record<string, never> {
  requireRecord(ctx, id)
  voidBenefitPeriod(ctx, id, reason)
  return {}
}

export function saveAccount(
  ctx: CommandContext,
  { recipientId, ...account }: Omit<InputOf<'benefits.saveAccount'>, 'from'> & { from: Day },
): { id: number } {
  requirePerson(ctx, recipientId)
  if (account.from > ctx.today) refuse('启用日期不能晚于今天', 'from')
  const later = paymentAccountsOf(ctx, recipientId).find(({ from }) => from > account.from)
  if (later) refuse(`${later.from} 已换过账户，新的日期不能早于它`, 'from')
  return { id: beginPaymentAccount(ctx, { recipientId, ...account }) }
}

/** Noted first: what could not be noted is not shown. */
export function showAccount(
  ctx: CommandContext,
  { recipientId, reason }: InputOf<'benefits.showAccount'>,
): OutputOf<'benefits.showAccount'> {
  const person = requirePerson(ctx, recipientId)
  const current = paymentAccountsOf(ctx, recipientId).findLast((one) => holdsOn(one, ctx.today))
  if (!current) throw failure('NOT_FOUND', '还没有登记一卡通账号。')
  noteDisclosure(ctx, {
    people: 1,
    columns: ['一卡通账号'],
    reason: `查看${person.name}的一卡通账号：${reason}`,
  })
  return { account: current.account, holder: current.holder }
}

/** One person's 生活与待遇. */
export function personBenefits(
  ctx: StoreContext,
  recipientId: number,
): OutputOf<'benefits.person'> {
  const person = requirePerson(ctx, recipientId)
  const records = benefitPeriodsOf(ctx, recipientId)
  return {
    benefits: findingsOf(ctx, person).map(({ benefit, entitlement, record, standing }) => ({
      benefit: benefit.code,
      title: benefit.title,
      payment: benefit.payment,
      register: benefit.register,
      standing,
      entitled: entitlement.entitled,
      reason: entitlement.reason,
      missing: entitlement.missing,
      amount: entitlement.amount,
      record: record ?? null,
      history: records.filter((one) => one.benefit === benefit.code),
    })),
    accounts: paymentAccountsOf(ctx, recipientId).map((one) => ({
      ...one,
      account: maskBankCard(one.account),
    })),
    gone: goneSince(person, ctx.today),
  }
}
