import {
  addAppraisal,
  agreementTable,
  agreementWords,
  appraisalsOf,
  endingBetween,
  findAppraisal,
  ofAgreementKind,
  owedAppraisal,
  voidAppraisal,
  type CareAgreement,
} from '@db/repositories/care-agreements'
import { updateCase, voidCase, type CaseFilter } from '@db/repositories/ledgers'
import type { StoreContext } from '@db/context'
import {
  agreementRow,
  type AgreementRow,
  type careAgreementsContract,
} from '@shared/contract/care-agreements'
import { failure } from '@shared/contract/failure'
import { addDays } from '@shared/domain/calendar/days'
import {
  gradeOf,
  lastQuarter,
  periodWords,
  totalScore,
} from '@shared/domain/care-agreements/appraisal'
import {
  agreementMachine,
  type AgreementMove,
  type AgreementState,
} from '@shared/domain/care-agreements/machine'
import { agreementKindLabel, type AgreementKind } from '@shared/domain/care-agreements/vocabulary'
import type { HandlersOf } from '../../core/context'
import {
  caseFilterOf,
  checkDoer,
  moveCase,
  movesOf,
  openCase,
  pageOfCases,
  requireCase,
  shownCases,
  shownSteps,
  stepOn,
  summaryOf,
  type CaseQuestion,
  type Ledger,
} from '../ledgers/cases'
import { exportLedger, type LedgerColumn } from '../ledgers/export'
import { agreementPapers } from './papers'

const ledger: Ledger<typeof agreementTable, AgreementState, AgreementMove> = {
  entity: 'care_agreement',
  table: agreementTable,
  machine: agreementMachine,
}

export const careAgreementsHandlers: HandlersOf<typeof careAgreementsContract> = {
  'careAgreements.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, ledger, filterOf(ctx, filter), page)
    return { rows: shown(ctx, rows), next }
  },

  'careAgreements.summary': (ctx, { filter }) => summaryOf(ctx, ledger, filterOf(ctx, filter)),

  'careAgreements.file': (ctx, { id }) => {
    const row = requireCase(ctx, ledger, id)
    return {
      ...shown(ctx, [row])[0]!,
      steps: shownSteps(ctx, ledger, id),
      moves: movesOf(ctx, ledger, row),
      appraisals: appraisalsOf(ctx, id).map((one) => ({
        id: one.id,
        period: one.period,
        day: one.day,
        by: one.by,
        scores: one.scores,
        total: one.total,
        grade: gradeOf(one.total),
        note: one.note,
      })),
    }
  },

  'careAgreements.open': (ctx, { openedOn, ...facts }) => {
    checkDoer(ctx, facts)
    return { id: openCase(ctx, ledger, { openedOn, ...facts }, stepOn(openedOn)) }
  },

  'careAgreements.update': (ctx, { id, revision, ...facts }) => {
    requireCase(ctx, ledger, id)
    checkDoer(ctx, facts)
    updateCase(ctx, agreementTable, id, facts, revision)
    return {}
  },

  'careAgreements.move': (ctx, { id, revision, move, until, willing, ...step }) => {
    const row = requireCase(ctx, ledger, id)
    const said = { until, willing: willing || null }
    const patch: Partial<CareAgreement> = {}
    if (move === 'sign' || move === 'renew') {
      if (row.helperId === null && row.responsible === null)
        throw failure('VALIDATION', '协议还没有写明谁来照料，没有登记。请先点“修改”填写照料人。')
      const from = move === 'sign' ? step.day : nextTerm(row, step.day)
      if (until !== null && until < from)
        throw failure('VALIDATION', `期满日期在起始日期 ${from} 之前，没有登记。请核对。`, {
          until: '早于起始日期',
        })
      Object.assign(patch, { dueOn: until, termFrom: from, signedOn: step.day, endReason: null })
    }
    if (move === 'end' || move === 'drop') patch.endReason = step.note
    moveCase(ctx, ledger, row, { move, revision, step, said }, patch)
    return {}
  },

  'careAgreements.void': (ctx, { id, reason }) => {
    requireCase(ctx, ledger, id)
    for (const one of appraisalsOf(ctx, id)) voidAppraisal(ctx, one.id, reason)
    voidCase(ctx, agreementTable, id, reason)
    return {}
  },

  'careAgreements.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger,
      filter: filterOf(ctx, filter),
      name: '照料协议台账',
      columns,
      shown: (rows) => shown(ctx, rows),
      row: agreementRow,
    }),

  'careAgreements.paper': (ctx, { ids }) =>
    agreementPapers(
      ctx,
      shown(
        ctx,
        ids.map((id) => requireCase(ctx, ledger, id)),
      ),
    ),

  'careAgreements.appraise': (ctx, { agreementId, period, day, scores, ...said }) => {
    const { recipientId, state } = requireCase(ctx, ledger, agreementId)
    if (state !== 'active')
      throw failure('CONFLICT', '协议不在履行中，没有登记考核。签订以后再考核。')
    if (day > ctx.today)
      throw failure('VALIDATION', '考核日期还没到，没有登记。', { day: '不能晚于今天' })
    if (appraisalsOf(ctx, agreementId).some((one) => one.period === period)) {
      throw failure('CONFLICT', `${periodWords(period)}已经考核过，没有重复登记。录错的先更正。`, {
        period: '已经考核过',
      })
    }
    const total = totalScore(scores)
    const facts = { agreementId, recipientId, period, day, scores, total, ...said }
    return { id: addAppraisal(ctx, facts), total }
  },

  'careAgreements.voidAppraisal': (ctx, { id, reason }) => {
    const found = findAppraisal(ctx, id)
    if (!found) throw failure('NOT_FOUND', '找不到这次考核，可能已被更正隐去。请刷新后再试。')
    requireCase(ctx, ledger, found.agreementId)
    voidAppraisal(ctx, id, reason)
    return {}
  },
}

/** A renewal goes on from the day after the old term, or from today where that has run out. */
const nextTerm = ({ dueOn }: CareAgreement, signed: string): string =>
  dueOn !== null && dueOn >= signed ? addDays(dueOn, 1) : signed

type Question = CaseQuestion & {
  kind?: AgreementKind
  endingWithin?: number
  appraisalOwed?: boolean
}

function filterOf(
  ctx: StoreContext,
  { kind, endingWithin, appraisalOwed, ...question }: Question,
): CaseFilter {
  const filter = caseFilterOf(ctx, question, agreementWords)
  const ending =
    endingWithin === undefined
      ? undefined
      : endingBetween(ctx.today, addDays(ctx.today, endingWithin))
  const owed = appraisalOwed ? owedAppraisal(ctx, lastQuarter(ctx.today)) : undefined
  return { ...filter, also: [...(filter.also ?? []), ofAgreementKind(kind), ending, owed] }
}

function shown(ctx: StoreContext, rows: readonly CareAgreement[]): AgreementRow[] {
  return shownCases<AgreementState, CareAgreement>(ctx, rows).map((row, at) => {
    const { voidedAt: _voided, importId: _import, state: _state, ...facts } = rows[at]!
    return { ...facts, ...row }
  })
}

const columns: readonly LedgerColumn<AgreementRow>[] = [
  { title: '协议类别', width: 16, text: (row) => agreementKindLabel[row.kind] },
  { title: '被照料人', width: 10, text: (row) => row.recipientName },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '委托人', width: 12, text: (row) => row.entrustor },
  { title: '关系', width: 8, text: (row) => row.entrustorRelation },
  { title: '照料人', width: 12, text: (row) => row.helperName ?? row.responsible },
  { title: '照料内容', width: 36, text: (row) => row.duties },
  { title: '费用', width: 18, text: (row) => row.pay },
  { title: '签订日期', width: 12, text: (row) => row.signedOn },
  { title: '起始日期', width: 12, text: (row) => row.termFrom },
  { title: '期满日期', width: 12, text: (row) => row.dueOn },
  { title: '状态', width: 10, text: (row) => agreementMachine.states[row.state].label },
  { title: '终止原因', width: 24, text: (row) => row.endReason },
]
