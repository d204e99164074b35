import type { CaseFilter } from '@db/repositories/ledgers'
import { updateCase, voidCase } from '@db/repositories/ledgers'
import { findContact } from '@db/repositories/contacts'
import {
  needConditions,
  needTable,
  needWords,
  type Need,
  type NeedChoice,
} from '@db/repositories/needs'
import type { StoreContext, WriteContext } from '@db/context'
import { failure } from '@shared/contract/failure'
import { needRow, type needsContract, type NeedRow } from '@shared/contract/needs'
import type { Day } from '@shared/domain/calendar/types'
import {
  levelAbove,
  needMachine,
  type NeedMove,
  type NeedState,
} from '@shared/domain/needs/machine'
import {
  needLedgerKindLabel,
  needLevelLabel,
  needSourceLabel,
  urgencyLabel,
  type NeedLedgerKind,
  type NeedSource,
  type Urgency,
} from '@shared/domain/needs/vocabulary'
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
  type StepInput,
} from '../ledgers/cases'
import { exportLedger, type LedgerColumn } from '../ledgers/export'

const ledger: Ledger<typeof needTable, NeedState, NeedMove> = {
  entity: 'need',
  table: needTable,
  machine: needMachine,
}

export interface NewNeed {
  recipientId: number
  kind: NeedLedgerKind
  content: string
  openedOn: Day
  source: NeedSource
  urgency?: Urgency
  dueOn?: Day | null
  contactId?: number | null
  /** Who is responsible from the start: a helper on file, or a department or name. */
  helperId?: number | null
  responsible?: string | null
  importId?: number | null
}

/**
 * Opens a need inside any command: a visit line, an import, the office's own desk. Where somebody
 * is responsible already it is assigned with the same day.
 */
export function openNeed(ctx: WriteContext, values: NewNeed): number {
  const { openedOn, contactId, helperId = null, responsible = null } = values
  if (contactId != null && findContact(ctx, contactId)?.recipientId !== values.recipientId)
    throw failure('NOT_FOUND', '找不到这次走访，没有登记需求。请刷新后再试。')
  const { helperId: _, responsible: __, ...facts } = values
  const id = openCase(ctx, ledger, facts, stepOn(openedOn))
  if (helperId !== null || responsible !== null)
    assign(
      ctx,
      requireCase(ctx, ledger, id),
      { assigneeId: helperId, assignee: responsible },
      stepOn(openedOn),
    )
  return id
}

interface Assignee {
  assigneeId: number | null
  assignee: string | null
  dueOn?: Day | null
}

function assign(
  ctx: WriteContext,
  row: Need,
  { assigneeId, assignee, dueOn }: Assignee,
  step: StepInput,
  revision?: number,
): void {
  checkDoer(ctx, { helperId: assigneeId })
  moveCase(
    ctx,
    ledger,
    row,
    { move: 'assign', revision, step, said: { assignee: assigneeId ?? assignee } },
    { helperId: assigneeId, responsible: assignee, ...(dueOn !== undefined && { dueOn }) },
  )
}

export const needsHandlers: HandlersOf<typeof needsContract> = {
  'needs.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, ledger, filterOf(ctx, filter), page)
    return { rows: shown(ctx, rows), next }
  },

  'needs.summary': (ctx, { filter }) => summaryOf(ctx, ledger, filterOf(ctx, filter)),

  'needs.file': (ctx, { id }) => {
    const row = requireCase(ctx, ledger, id)
    return {
      ...shown(ctx, [row])[0]!,
      steps: shownSteps(ctx, ledger, id),
      moves: movesOf(ctx, ledger, row),
    }
  },

  'needs.open': (ctx, input) => ({ id: openNeed(ctx, input) }),

  'needs.update': (ctx, { id, revision, ...facts }) => {
    requireCase(ctx, ledger, id)
    updateCase(ctx, needTable, id, facts, revision)
    return {}
  },

  'needs.move': (ctx, { id, revision, move, assigneeId, assignee, dueOn, cost, ...step }) => {
    const row = requireCase(ctx, ledger, id)
    switch (move) {
      case 'assign':
        assign(ctx, row, { assigneeId, assignee, dueOn }, step, revision)
        break
      case 'raise':
        raise(ctx, row, step, revision)
        break
      case 'finish':
        moveCase(
          ctx,
          ledger,
          row,
          { move, revision, step },
          {
            result: step.note,
            ...(cost !== undefined && { cost }),
          },
        )
        break
      default:
        moveCase(ctx, ledger, row, { move, revision, step })
    }
    return {}
  },

  'needs.assignMany': (ctx, { needs, assigneeId, assignee, day, dueOn, note }) => {
    for (const { id, revision } of needs) {
      const row = requireCase(ctx, ledger, id)
      assign(ctx, row, { assigneeId, assignee, dueOn }, stepOn(day, note), revision)
    }
    return { assigned: needs.length }
  },

  'needs.void': (ctx, { ids, reason }) => {
    for (const id of ids) {
      requireCase(ctx, ledger, id)
      voidCase(ctx, needTable, id, reason)
    }
    return {}
  },

  'needs.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger,
      filter: filterOf(ctx, filter),
      name: '需求台账',
      columns,
      shown: (rows) => shown(ctx, rows),
      row: needRow,
    }),
}

/** What a level cannot solve goes to the one above; the joint meeting has none above it. */
function raise(ctx: WriteContext, row: Need, step: StepInput, revision: number): void {
  const level = levelAbove(row.level)
  if (level === null)
    throw failure('CONFLICT', '已经报到联席会议，没有更上一级，没有改动。请在会议后登记办理结果。')
  const toWhom = step.toWhom ?? needLevelLabel[level]
  moveCase(ctx, ledger, row, { move: 'raise', revision, step: { ...step, toWhom } }, { level })
}

function filterOf(ctx: StoreContext, question: CaseQuestion & NeedChoice): CaseFilter {
  const filter = caseFilterOf(ctx, question, needWords)
  return { ...filter, also: [...(filter.also ?? []), ...needConditions(question)] }
}

function shown(ctx: StoreContext, rows: readonly Need[]): NeedRow[] {
  return shownCases<NeedState, Need>(ctx, rows).map((row, at) => {
    const { kind, content, urgency, level, source, contactId, cost, result } = rows[at]!
    return { ...row, kind, content, urgency, level, source, contactId, cost, result }
  })
}

const columns: readonly LedgerColumn<NeedRow>[] = [
  { title: '登记日期', width: 12, text: (row) => row.openedOn },
  { title: '姓名', width: 10, text: (row) => row.recipientName },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '类别', width: 10, text: (row) => needLedgerKindLabel[row.kind] },
  { title: '需求内容', width: 36, text: (row) => row.content },
  { title: '紧急程度', width: 9, text: (row) => urgencyLabel[row.urgency] },
  { title: '来源', width: 12, text: (row) => needSourceLabel[row.source] },
  { title: '办理层级', width: 10, text: (row) => needLevelLabel[row.level] },
  { title: '责任人', width: 14, text: (row) => row.helperName ?? row.responsible },
  { title: '要求办结', width: 12, text: (row) => row.dueOn },
  { title: '状态', width: 12, text: (row) => needMachine.states[row.state].label },
  { title: '历时（天）', width: 9, text: (row) => row.ageDays },
  { title: '办理结果', width: 30, text: (row) => row.result },
  { title: '费用（元）', width: 10, text: (row) => row.cost },
  { title: '办结日期', width: 12, text: (row) => row.closedOn },
]
