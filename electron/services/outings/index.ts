import { getFamilyMember } from '@db/repositories/families'
import { updateCase, voidCase, type CaseFilter } from '@db/repositories/ledgers'
import {
  membersById,
  openOutingOf,
  outingTable,
  outingWords,
  returningBetween,
  type Outing,
} from '@db/repositories/outings'
import { dictionariesOf } from '@db/repositories/dictionaries'
import type { StoreContext } from '@db/context'
import { FailureError, failure } from '@shared/contract/failure'
import { outingRow, type OutingRow, type outingsContract } from '@shared/contract/outings'
import { addDays } from '@shared/domain/calendar/days'
import { earliestDay, formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import { outingMachine, type OutingMove, type OutingState } from '@shared/domain/outings/machine'
import { reportChannelLabel, reporterLabel } from '@shared/domain/outings/vocabulary'
import { absenceScopeLabel } from '@shared/domain/vocabulary'
import type { CommandContext, HandlersOf } from '../../core/context'
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
import { currentAbsence, reportAbsence, requireMember } from '../recipients/family'

const ledger: Ledger<typeof outingTable, OutingState, OutingMove> = {
  entity: 'outing',
  table: outingTable,
  machine: outingMachine,
}

export const outingsHandlers: HandlersOf<typeof outingsContract> = {
  'outings.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, ledger, filterOf(ctx, filter), page)
    return { rows: shown(ctx, rows), next }
  },

  'outings.summary': (ctx, { filter }) => summaryOf(ctx, ledger, filterOf(ctx, filter)),

  'outings.file': (ctx, { id }) => {
    const row = requireCase(ctx, ledger, id)
    return {
      ...shown(ctx, [row])[0]!,
      steps: shownSteps(ctx, ledger, id),
      moves: movesOf(ctx, ledger, row),
    }
  },

  'outings.open': (ctx, { openedOn, by, note, factsChoice, ...facts }) => {
    checkDoer(ctx, facts)
    checkReturn(facts)
    const step = { ...stepOn(openedOn, note), by, how: reportChannelLabel[facts.channel] }
    const id = openCase(ctx, ledger, { openedOn, ...facts }, step)
    const member = requireMember(ctx, facts.familyMemberId)
    if (member.recipientId !== facts.recipientId)
      throw failure('NOT_FOUND', '这位家庭成员不在这份档案里，没有登记。')
    const before = openOutingOf(ctx, member.id)
    if (before && before.id !== id) {
      throw failure(
        'CONFLICT',
        `${member.name}还有一份没有报返回的外出报告（${before.openedOn} 登记），没有重复登记。先在那份里登记返回或推迟返回。`,
        { familyMemberId: '上一次外出还没有报返回' },
      )
    }
    if (factsChoice === 'keep') return { id }
    const { place, scope, reason, since } = facts
    const absence = { place, scope, reason, since, expectedReturn: expectedWords(facts) }
    namingOwnFields(() =>
      reportAbsence(ctx, member, { absence, correcting: factsChoice === 'correct' }),
    )
    return { id }
  },

  'outings.update': (ctx, { id, revision, ...facts }) => {
    requireCase(ctx, ledger, id)
    checkDoer(ctx, facts)
    checkReturn(facts)
    updateCase(ctx, outingTable, id, facts, revision)
    return {}
  },

  'outings.move': (ctx, { id, revision, move, returnedOn, until, updateFacts, ...step }) => {
    const row = requireCase(ctx, ledger, id)
    if (move === 'return') {
      if (returnedOn !== null) checkHome(ctx, row, returnedOn)
      moveCase(ctx, ledger, row, { move, revision, step, said: { returnedOn } }, { returnedOn })
      if (updateFacts && returnedOn !== null) factsReturn(ctx, row, returnedOn)
      return {}
    }
    checkReturn({ since: row.since, dueOn: until }, 'until')
    const patch = until === null ? {} : { dueOn: until, expectedReturn: formatPartialDate(until) }
    moveCase(ctx, ledger, row, { move, revision, step, said: { until } }, patch)
    if (updateFacts && until !== null) factsExtend(ctx, row, until)
    return {}
  },

  'outings.void': (ctx, { id, reason }) => {
    requireCase(ctx, ledger, id)
    voidCase(ctx, outingTable, id, reason)
    return {}
  },

  'outings.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger,
      filter: filterOf(ctx, filter),
      name: '外出报告台账',
      columns: columnsFor(ctx),
      shown: (rows) => shown(ctx, rows),
      row: outingRow,
    }),
}

/** 预计返回 for the file: the family's own words, else the day that was told. */
const expectedWords = (said: Pick<Outing, 'expectedReturn' | 'dueOn'>): string | null =>
  said.expectedReturn ?? (said.dueOn && formatPartialDate(said.dueOn))

function checkReturn(
  { since, dueOn }: { since: PartialDate | null; dueOn: Day | null },
  field = 'dueOn',
): void {
  const begun = since && earliestDay(since)
  if (dueOn === null || !begun || dueOn >= begun) return
  throw failure('VALIDATION', '预计返回日期在外出之前，没有登记。请核对日期。', {
    [field]: '早于外出日期',
  })
}

function checkHome(ctx: StoreContext, { since }: Outing, returnedOn: Day): void {
  const begun = since && earliestDay(since)
  if (returnedOn <= ctx.today && (!begun || returnedOn >= begun)) return
  throw failure('VALIDATION', '返回日期要在外出之后、不晚于今天，没有登记。请核对日期。', {
    returnedOn: '要在外出之后、不晚于今天',
  })
}

/** The member is at home on file too, unless the file knows of no absence or no such member. */
function factsReturn(ctx: CommandContext, { familyMemberId }: Outing, returnedOn: Day): void {
  const member = getFamilyMember(ctx, familyMemberId)
  if (member) namingOwnFields(() => reportAbsence(ctx, member, { absence: null, returnedOn }))
}

function factsExtend(ctx: CommandContext, { familyMemberId }: Outing, until: Day): void {
  const member = getFamilyMember(ctx, familyMemberId)
  const current = member && currentAbsence(ctx, member)
  if (!member || !current) return
  const { place, scope, reason, since } = current
  const absence = { place, scope, reason, since, expectedReturn: formatPartialDate(until) }
  reportAbsence(ctx, member, { absence, correcting: true })
}

/** The family names its fields by their place there; a report has them on its own face. */
function namingOwnFields(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!(error instanceof FailureError) || !error.failure.fields) throw error
    const { code, message, fields } = error.failure
    const own = Object.entries(fields ?? {}).map(([path, told]) => [
      path.replace(/^member\.(absence\.)?/, ''),
      told,
    ])
    throw failure(code, message, Object.fromEntries(own))
  }
}

type Question = CaseQuestion & { returningWithin?: number }

function filterOf(ctx: StoreContext, { returningWithin, ...question }: Question): CaseFilter {
  const filter = caseFilterOf(ctx, question, outingWords)
  const returning =
    returningWithin === undefined
      ? undefined
      : returningBetween(ctx.today, addDays(ctx.today, returningWithin))
  return { ...filter, also: [...(filter.also ?? []), returning] }
}

function shown(ctx: StoreContext, rows: readonly Outing[]): OutingRow[] {
  const members = membersById(
    ctx,
    rows.map(({ familyMemberId }) => familyMemberId),
  )
  return shownCases<OutingState, Outing>(ctx, rows).map((row, at) => {
    const { voidedAt: _voided, importId: _import, state: _state, ...facts } = rows[at]!
    const member = members.get(facts.familyMemberId)
    return {
      ...facts,
      ...row,
      memberName: member?.name ?? '',
      memberRelation: member?.relation ?? null,
      memberPhones: member?.phones ?? [],
    }
  })
}

function columnsFor(ctx: StoreContext): readonly LedgerColumn<OutingRow>[] {
  const dictionaries = dictionariesOf(ctx)
  return [
    { title: '报告日期', width: 12, text: (row) => row.openedOn },
    { title: '老人', width: 10, text: (row) => row.recipientName },
    { title: '村（社区）', width: 12, text: (row) => row.villageName },
    { title: '外出人', width: 10, text: (row) => row.memberName },
    {
      title: '关系',
      width: 8,
      text: (row) => row.memberRelation && dictionaries.label('relation', row.memberRelation),
    },
    { title: '外出人电话', width: 14, text: (row) => row.memberPhones.join('、') },
    { title: '去向', width: 16, text: (row) => row.place },
    { title: '范围', width: 10, text: (row) => absenceScopeLabel[row.scope] },
    {
      title: '外出原因',
      width: 10,
      text: (row) => row.reason && dictionaries.label('absenceReason', row.reason),
    },
    { title: '外出起始', width: 12, text: (row) => row.since },
    { title: '预计返回', width: 14, text: (row) => row.dueOn ?? row.expectedReturn },
    { title: '期间谁照看', width: 14, text: (row) => row.helperName ?? row.responsible },
    { title: '照看人电话', width: 14, text: (row) => row.carerPhone },
    { title: '由谁报告', width: 12, text: (row) => reporterLabel[row.reporter] },
    { title: '报告方式', width: 12, text: (row) => reportChannelLabel[row.channel] },
    { title: '返回日期', width: 12, text: (row) => row.returnedOn },
    { title: '状态', width: 10, text: (row) => outingMachine.states[row.state].label },
  ]
}
