import {
  beginBenefit,
  benefitPeriodsByPerson,
  endBenefit,
  storedBenefits,
} from '@db/repositories/benefits'
import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import type { benefitsContract } from '@shared/contract/benefits'
import { failure } from '@shared/contract/failure'
import type { Benefit } from '@shared/domain/benefits/catalogue'
import { benefitPresets } from '@shared/domain/benefits/presets'
import type { Day } from '@shared/domain/calendar/types'
import type { HandlersOf } from '../../core/context'
import { criterionFactsOn } from '../classification/criterion-facts'
import { requirePerson } from '../recipients/person'
import { exportBenefits, exportTurning } from './export'
import { benefitRows, countFindings } from './lists'
import {
  correctBenefit,
  personBenefits,
  recordBenefit,
  recordMany,
  saveAccount,
  showAccount,
  stopAll,
  stopBenefit,
  voidBenefit,
} from './records'
import { catalogueAsOf, findingOf, findingsOf } from './standings'
import { turningRows } from './turning'

export const benefitsHandlers: HandlersOf<typeof benefitsContract> = {
  'benefits.catalogue': (ctx, { day = ctx.today }) => {
    const counted = day === ctx.today ? countsByCode(ctx) : null
    const own = new Set(storedBenefits(ctx).map(({ code }) => code))
    return catalogueAsOf(ctx, day).map((benefit) => ({
      ...shown(benefit),
      own: own.has(benefit.code),
      counts: counted?.get(benefit.code) ?? null,
    }))
  },

  'benefits.wordings': (ctx, { code }) => wordingsOf(ctx, code).map(shown),

  'benefits.preview': (ctx, { from, ...wording }) => {
    const asOf = from > ctx.today ? from : ctx.today
    const code = wording.code ?? ''
    const before = catalogueAsOf(ctx, asOf).find((one) => one.code === code)
    const after: Benefit = { ...wording, code, from, to: null }
    return {
      asOf,
      before: before ? countUnder(ctx, before, asOf) : null,
      after: countUnder(ctx, after, asOf),
    }
  },

  'benefits.saveWording': (ctx, { code, ...wording }) => {
    if (code !== undefined && wordingsOf(ctx, code).length === 0)
      throw failure('NOT_FOUND', '找不到这项待遇，没有保存。请刷新后再试。')
    const same = catalogueAsOf(ctx, wording.from).find((one) => one.title === wording.title)
    if (same && same.code !== code)
      throw failure('CONFLICT', `目录里已经有“${same.title}”，没有保存。`, { title: '名称重复' })
    const chosen = code ?? newCode(ctx)
    beginBenefit(ctx, { ...wording, code: chosen })
    return { code: chosen }
  },

  'benefits.end': (ctx, { code, on }) => {
    const current = catalogueAsOf(ctx, on).find((one) => one.code === code)
    if (!current) throw failure('CONFLICT', `${on} 的目录里没有这项待遇，没有改动。`)
    endBenefit(ctx, current, on)
    return {}
  },

  'benefits.people': (ctx, { filter, offset, limit }) => {
    const rows = benefitRows(ctx, filter)
    return { rows: rows.slice(offset, limit && offset + limit), total: rows.length }
  },
  'benefits.export': (ctx, { filter }) => exportBenefits(ctx, filter),
  'benefits.person': (ctx, { recipientId }) => personBenefits(ctx, recipientId),
  'benefits.record': (ctx, { recipientId, ...begin }) =>
    recordBenefit(ctx, requirePerson(ctx, recipientId), begin),
  'benefits.recordMany': recordMany,
  'benefits.correct': correctBenefit,
  'benefits.stop': stopBenefit,
  'benefits.stopAll': stopAll,
  'benefits.void': voidBenefit,
  'benefits.saveAccount': saveAccount,
  'benefits.showAccount': showAccount,
  'benefits.turning': turningRows,
  'benefits.exportTurning': exportTurning,
}

const shown = ({
  code,
  title,
  kind,
  national,
  basis,
  payment,
  register,
  conditions,
  bands,
  from,
  to,
}: Benefit) => ({
  code,
  title,
  kind,
  national,
  basis,
  payment,
  register,
  conditions,
  bands,
  from,
  to,
})

const wordingsOf = (ctx: StoreContext, code: string): Benefit[] =>
  [...benefitPresets, ...storedBenefits(ctx)].filter((one) => one.code === code)

/** `own1`, `own2` …, never one that was used before. */
function newCode(ctx: StoreContext): string {
  const taken = new Set(storedBenefits(ctx).map(({ code }) => code))
  for (const records of benefitPeriodsByPerson(ctx).values())
    for (const { benefit } of records) taken.add(benefit)
  let number = 1
  while (taken.has(`own${number}`)) number += 1
  return `own${number}`
}

/** Of every benefit of which a register is kept, how the people whom the operator sees stand. */
function countsByCode(ctx: StoreContext) {
  const byCode = new Map<string, ReturnType<typeof findingsOf>[number][]>()
  for (const person of loadRoster(ctx)) {
    for (const finding of findingsOf(ctx, person)) {
      const { code, register } = finding.benefit
      if (!register && finding.record === undefined) continue
      const list = byCode.get(code)
      if (list) list.push(finding)
      else byCode.set(code, [finding])
    }
  }
  return new Map([...byCode].map(([code, findings]) => [code, countFindings(findings)]))
}

const countUnder = (ctx: StoreContext, benefit: Benefit, day: Day) =>
  countFindings(
    loadRoster(ctx).map((person) =>
      findingOf(ctx, person, benefit, criterionFactsOn(ctx, person, day), day),
    ),
  )
