import type { CaseFilter } from '@db/repositories/ledgers'
import { updateCase, voidCase } from '@db/repositories/ledgers'
import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import {
  ofKind,
  openSupportCases,
  supportCaseTable,
  supportCaseWords,
  type SupportCase,
} from '@db/repositories/support-cases'
import { failure } from '@shared/contract/failure'
import {
  supportCaseRow,
  type supportCasesContract,
  type SupportCaseRow,
} from '@shared/contract/support-cases'
import { alertsOf } from '@shared/domain/alerts'
import {
  supportCaseMachine,
  type SupportCaseMove,
  type SupportCaseState,
} from '@shared/domain/support-cases/machine'
import {
  disputeKindLabel,
  disputeOutcomeLabel,
  type DisputeKind,
} from '@shared/domain/support-cases/vocabulary'
import type { HandlersOf } from '../../core/context'
import { inVillageOrder, whoOf } from '../benefits/lists'
import { classificationsOf } from '../classification'
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
import { requirePerson } from '../recipients/person'

const ledger: Ledger<typeof supportCaseTable, SupportCaseState, SupportCaseMove> = {
  entity: 'support_case',
  table: supportCaseTable,
  machine: supportCaseMachine,
}

export const supportCasesHandlers: HandlersOf<typeof supportCasesContract> = {
  'supportCases.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, ledger, filterOf(ctx, filter), page)
    return { rows: shown(ctx, rows), next }
  },

  'supportCases.summary': (ctx, { filter }) => summaryOf(ctx, ledger, filterOf(ctx, filter)),

  'supportCases.file': (ctx, { id }) => {
    const row = requireCase(ctx, ledger, id)
    return {
      ...shown(ctx, [row])[0]!,
      steps: shownSteps(ctx, ledger, id),
      moves: movesOf(ctx, ledger, row),
    }
  },

  'supportCases.open': (ctx, { openedOn, ...facts }) => {
    checkSupporter(ctx, facts.recipientId, facts.familyMemberId)
    checkDoer(ctx, { helperId: facts.helperId })
    return { id: openCase(ctx, ledger, { openedOn, ...facts }, stepOn(openedOn)) }
  },

  'supportCases.update': (ctx, { id, revision, ...facts }) => {
    const { recipientId } = requireCase(ctx, ledger, id)
    checkSupporter(ctx, recipientId, facts.familyMemberId)
    checkDoer(ctx, { helperId: facts.helperId })
    updateCase(ctx, supportCaseTable, id, facts, revision)
    return {}
  },

  'supportCases.move': (ctx, { id, revision, move, outcome, ...step }) => {
    const row = requireCase(ctx, ledger, id)
    const ends = { fulfil: { outcome, result: step.note }, drop: { result: step.note } }
    const ended = move === 'fulfil' || move === 'drop' ? ends[move] : {}
    moveCase(ctx, ledger, row, { move, revision, step, said: { outcome } }, ended)
    return {}
  },

  'supportCases.void': (ctx, { id, reason }) => {
    requireCase(ctx, ledger, id)
    voidCase(ctx, supportCaseTable, id, reason)
    return {}
  },

  'supportCases.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger,
      filter: filterOf(ctx, filter),
      name: '赡养与纠纷台账',
      columns,
      shown: (rows) => shown(ctx, rows),
      row: supportCaseRow,
    }),

  'alerts.list': (ctx, { villageId, recipientId, kind }) => {
    const cases = openSupportCases(ctx)
    const people = loadRoster(ctx).filter(
      (person) =>
        person.status === 'active' &&
        (villageId === undefined || person.villageId === villageId) &&
        (recipientId === undefined || person.id === recipientId),
    )
    const found = people.flatMap((person) => {
      const open = cases.get(person.id)
      const alerts = alertsOf(
        classificationsOf(ctx, person),
        open ? { supporter: open.supporter, since: open.openedOn } : null,
      ).filter((alert) => kind === undefined || alert.kind === kind)
      return alerts.length > 0 ? [{ person, alerts, supportCaseId: open?.id ?? null }] : []
    })
    const byPerson = new Map(found.map((one) => [one.person, one]))
    return inVillageOrder(ctx, [...byPerson.keys()]).map((person) => {
      const { name, age, villageName, villageGroupName } = whoOf(ctx, person)
      const { alerts, supportCaseId } = byPerson.get(person)!
      return {
        recipientId: person.id,
        name,
        age,
        villageName,
        villageGroupName,
        helpers: person.helpers.map(({ helperName }) => helperName),
        alerts,
        supportCaseId,
      }
    })
  },
}

/** Only a member of this person's own family can owe them support. */
function checkSupporter(
  ctx: StoreContext,
  recipientId: number,
  familyMemberId: number | null,
): void {
  const { family } = requirePerson(ctx, recipientId)
  if (familyMemberId === null || family.some(({ id }) => id === familyMemberId)) return
  throw failure('VALIDATION', '这位赡养人不在老人的家庭成员里，没有保存。请刷新后再选。', {
    familyMemberId: '不在家庭成员里',
  })
}

function filterOf(
  ctx: StoreContext,
  { kind, ...question }: CaseQuestion & { kind?: DisputeKind },
): CaseFilter {
  const filter = caseFilterOf(ctx, question, supportCaseWords)
  return { ...filter, also: [...(filter.also ?? []), ofKind(kind)] }
}

function shown(ctx: StoreContext, rows: readonly SupportCase[]): SupportCaseRow[] {
  return shownCases<SupportCaseState, SupportCase>(ctx, rows).map((row, at) => {
    const { kind, supporter, familyMemberId, content, claim, outcome, result } = rows[at]!
    return { ...row, kind, supporter, familyMemberId, content, claim, outcome, result }
  })
}

const columns: readonly LedgerColumn<SupportCaseRow>[] = [
  { title: '登记日期', width: 12, text: (row) => row.openedOn },
  { title: '类别', width: 10, text: (row) => disputeKindLabel[row.kind] },
  { title: '姓名', width: 10, text: (row) => row.recipientName },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '赡养人或对方', width: 12, text: (row) => row.supporter },
  { title: '情况', width: 36, text: (row) => row.content },
  { title: '诉求', width: 24, text: (row) => row.claim },
  { title: '责任人', width: 14, text: (row) => row.helperName ?? row.responsible },
  { title: '状态', width: 12, text: (row) => supportCaseMachine.states[row.state].label },
  { title: '历时（天）', width: 9, text: (row) => row.ageDays },
  { title: '办结方式', width: 14, text: (row) => row.outcome && disputeOutcomeLabel[row.outcome] },
  { title: '结果', width: 30, text: (row) => row.result },
  { title: '办结日期', width: 12, text: (row) => row.closedOn },
]
