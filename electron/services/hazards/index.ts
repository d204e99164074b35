import { findContact } from '@db/repositories/contacts'
import {
  hazardConditions,
  hazardTable,
  hazardWords,
  pressingOn,
  type Hazard,
  type HazardChoice,
} from '@db/repositories/hazards'
import { updateCase, voidCase, type CaseFilter } from '@db/repositories/ledgers'
import type { StoreContext, WriteContext } from '@db/context'
import { failure } from '@shared/contract/failure'
import { hazardRow, type hazardsContract, type HazardRow } from '@shared/contract/hazards'
import type { Day } from '@shared/domain/calendar/types'
import { hazardMachine, type HazardMove, type HazardState } from '@shared/domain/hazards/machine'
import {
  hazardGradeLabel,
  hazardKindLabel,
  hazardSourceLabel,
  type HazardGrade,
  type HazardKind,
  type HazardSource,
} from '@shared/domain/hazards/vocabulary'
import type { HandlersOf } from '../../core/context'
import { householdIds } from '../households/members'
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
import { requirePerson } from '../recipients/person'

const ledger: Ledger<typeof hazardTable, HazardState, HazardMove> = {
  entity: 'hazard',
  table: hazardTable,
  machine: hazardMachine,
}

export interface NewHazard {
  recipientId: number
  kind: HazardKind
  content: string
  /** The day it was looked at. */
  openedOn: Day
  source: HazardSource
  grade?: HazardGrade
  foundBy?: string | null
  measure?: string | null
  dueOn?: Day | null
  contactId?: number | null
  /** Who mends it, where that is known from the start: a helper on file, or a name as written. */
  helperId?: number | null
  responsible?: string | null
  importId?: number | null
}

/**
 * Writes down a hazard inside any command: a visit line, an inspection, an import, the office's own
 * desk. Where it is known who mends it they are told with the same day.
 */
export function openHazard(ctx: WriteContext, values: NewHazard): number {
  const { helperId = null, responsible = null, ...facts } = values
  const { openedOn, contactId } = facts
  if (contactId != null && findContact(ctx, contactId)?.recipientId !== facts.recipientId)
    throw failure('NOT_FOUND', '找不到这次走访，没有登记隐患。请刷新后再试。')
  const id = openCase(ctx, ledger, facts, stepOn(openedOn))
  if (helperId !== null || responsible !== null) {
    const tell = { move: 'tell', ...stepOn(openedOn) } as const
    moveHazard(ctx, id, { ...tell, assigneeId: helperId, assignee: responsible })
  }
  return id
}

interface HazardActing extends StepInput {
  move: HazardMove
  assigneeId: number | null
  assignee: string | null
  measure?: string | null
  dueOn?: Day | null
  cost?: number | null
}

/** One move of one hazard, with what that move changes of its facts. */
function moveHazard(ctx: WriteContext, id: number, acting: HazardActing, revision?: number): void {
  const { move, assigneeId, assignee, measure, dueOn, cost, ...step } = acting
  const row = requireCase(ctx, ledger, id)
  const patch: Partial<Hazard> = {}
  if (dueOn !== undefined) patch.dueOn = dueOn
  if (move === 'tell') {
    checkDoer(ctx, { helperId: assigneeId })
    Object.assign(patch, { helperId: assigneeId, responsible: assignee })
    if (measure) patch.measure = measure
  }
  if (move === 'finish') {
    patch.result = step.note
    if (cost !== undefined) patch.cost = cost
  }
  const said = { assignee: assigneeId ?? assignee }
  moveCase(ctx, ledger, row, { move, revision, step, said }, patch)
}

export const hazardsHandlers: HandlersOf<typeof hazardsContract> = {
  'hazards.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, ledger, filterOf(ctx, filter), page)
    return { rows: shown(ctx, rows), next }
  },

  'hazards.summary': (ctx, { filter }) => summaryOf(ctx, ledger, filterOf(ctx, filter)),

  'hazards.file': (ctx, { id }) => {
    const row = requireCase(ctx, ledger, id)
    return {
      ...shown(ctx, [row])[0]!,
      steps: shownSteps(ctx, ledger, id),
      moves: movesOf(ctx, ledger, row),
    }
  },

  'hazards.open': (ctx, input) => ({ id: openHazard(ctx, input) }),

  'hazards.update': (ctx, { id, revision, ...facts }) => {
    requireCase(ctx, ledger, id)
    updateCase(ctx, hazardTable, id, facts, revision)
    return {}
  },

  'hazards.move': (ctx, { id, revision, ...acting }) => {
    moveHazard(ctx, id, acting, revision)
    return {}
  },

  'hazards.moveMany': (ctx, { hazards, ...acting }) => {
    for (const { id, revision } of hazards) moveHazard(ctx, id, acting, revision)
    return { moved: hazards.length }
  },

  'hazards.void': (ctx, { ids, reason }) => {
    for (const id of ids) {
      requireCase(ctx, ledger, id)
      voidCase(ctx, hazardTable, id, reason)
    }
    return {}
  },

  'hazards.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger,
      filter: filterOf(ctx, filter),
      name: '隐患台账',
      columns,
      shown: (rows) => shown(ctx, rows),
      row: hazardRow,
    }),
}

type Question = CaseQuestion & HazardChoice & { householdOf?: number; pressing?: boolean }

function filterOf(ctx: StoreContext, question: Question): CaseFilter {
  const filter = caseFilterOf(ctx, question, hazardWords)
  const also = [...(filter.also ?? []), ...hazardConditions(question)]
  if (question.pressing) also.push(pressingOn(ctx.today))
  return { ...filter, people: atHome(ctx, question.householdOf, filter.people), also }
}

/** Of those who may be shown, the ones of this person's home. */
function atHome(
  ctx: StoreContext,
  id: number | undefined,
  seen: ReadonlySet<number> | null,
): ReadonlySet<number> | null {
  if (id === undefined) return seen
  requirePerson(ctx, id)
  const home = new Set(householdIds(ctx, id))
  return seen === null ? home : new Set([...home].filter((one) => seen.has(one)))
}

function shown(ctx: StoreContext, rows: readonly Hazard[]): HazardRow[] {
  return shownCases<HazardState, Hazard>(ctx, rows).map((row, at) => {
    const { kind, grade, content, source, contactId, foundBy, measure, cost, result } = rows[at]!
    return { ...row, kind, grade, content, source, contactId, foundBy, measure, cost, result }
  })
}

const columns: readonly LedgerColumn<HazardRow>[] = [
  { title: '检查日期', width: 12, text: (row) => row.openedOn },
  { title: '户主（关爱对象）', width: 14, text: (row) => row.recipientName },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '类别', width: 8, text: (row) => hazardKindLabel[row.kind] },
  { title: '等级', width: 8, text: (row) => hazardGradeLabel[row.grade] },
  { title: '隐患情况', width: 32, text: (row) => row.content },
  { title: '来源', width: 10, text: (row) => hazardSourceLabel[row.source] },
  { title: '检查人', width: 12, text: (row) => row.foundBy },
  { title: '整改措施', width: 28, text: (row) => row.measure },
  { title: '整改责任人', width: 14, text: (row) => row.helperName ?? row.responsible },
  { title: '整改（复查）期限', width: 14, text: (row) => row.dueOn },
  { title: '状态', width: 12, text: (row) => hazardMachine.states[row.state].label },
  { title: '整改情况', width: 28, text: (row) => row.result },
  { title: '费用（元）', width: 10, text: (row) => row.cost },
  { title: '销号日期', width: 12, text: (row) => row.closedOn },
]
