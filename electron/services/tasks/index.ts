import type { StoreContext } from '@db/context'
import { updateCase, voidCase, type CaseFilter } from '@db/repositories/ledgers'
import { findMeeting } from '@db/repositories/meetings'
import { ofMeeting, taskTable, taskWords, type Task } from '@db/repositories/tasks'
import { taskRow, type TaskRow, type tasksContract } from '@shared/contract/tasks'
import { taskMachine, type TaskMove, type TaskState } from '@shared/domain/tasks/machine'
import type { HandlersOf } from '../../core/context'
import {
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
import { checkVillage, placeFilterOf, villageNames } from '../ledgers/places'

export const taskLedger: Ledger<typeof taskTable, TaskState, TaskMove> = {
  entity: 'task',
  table: taskTable,
  machine: taskMachine,
}

export const tasksHandlers: HandlersOf<typeof tasksContract> = {
  'tasks.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, taskLedger, filterOf(ctx, filter), page)
    return { rows: shownTasks(ctx, rows), next }
  },

  'tasks.summary': (ctx, { filter }) => summaryOf(ctx, taskLedger, filterOf(ctx, filter)),

  'tasks.file': (ctx, { id }) => {
    const row = requireCase(ctx, taskLedger, id)
    return {
      ...shownTasks(ctx, [row])[0]!,
      steps: shownSteps(ctx, taskLedger, id),
      moves: movesOf(ctx, taskLedger, row),
    }
  },

  'tasks.open': (ctx, { openedOn, ...facts }) => {
    checkOwner(ctx, facts)
    return { id: openCase(ctx, taskLedger, { openedOn, ...facts }, stepOn(openedOn)) }
  },

  'tasks.update': (ctx, { id, revision, ...facts }) => {
    requireCase(ctx, taskLedger, id)
    checkOwner(ctx, facts)
    updateCase(ctx, taskTable, id, facts, revision)
    return {}
  },

  'tasks.move': (ctx, { id, revision, move, ...step }) => {
    const row = requireCase(ctx, taskLedger, id)
    const ends = move === 'finish' || move === 'drop'
    const result = ends ? { result: step.note } : move === 'reopen' ? { result: null } : {}
    moveCase(ctx, taskLedger, row, { move, revision, step }, result)
    return {}
  },

  'tasks.void': (ctx, { id, reason }) => {
    requireCase(ctx, taskLedger, id)
    voidCase(ctx, taskTable, id, reason)
    return {}
  },

  'tasks.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger: taskLedger,
      filter: filterOf(ctx, filter),
      name: '任务台账',
      columns,
      shown: (rows) => shownTasks(ctx, rows),
      row: taskRow,
    }),
}

/** A task belongs to somebody on file, and to a village there is. */
export function checkOwner(
  ctx: StoreContext,
  { helperId, villageId }: { helperId: number | null; villageId: number | null },
): void {
  checkDoer(ctx, { helperId })
  if (villageId !== null) checkVillage(ctx, villageId)
}

interface TaskQuestion extends Omit<CaseQuestion, 'recipientId'> {
  meetingId?: number
}

function filterOf(ctx: StoreContext, { meetingId, ...question }: TaskQuestion): CaseFilter {
  const filter = placeFilterOf(ctx, question, { column: taskTable.villageId, words: taskWords })
  return {
    ...filter,
    also: [...(filter.also ?? []), meetingId === undefined ? undefined : ofMeeting(meetingId)],
  }
}

export function shownTasks(ctx: StoreContext, rows: readonly Task[]): TaskRow[] {
  const villages = villageNames(ctx)
  const titles = new Map<number, string>()
  for (const { meetingId } of rows) {
    if (meetingId === null || titles.has(meetingId)) continue
    titles.set(meetingId, findMeeting(ctx, meetingId)?.title ?? '')
  }
  return shownCases<TaskState, Task>(ctx, rows).map((row, at) => {
    const { content, villageId, meetingId, result } = rows[at]!
    return {
      ...row,
      villageName: villageId === null ? row.villageName : (villages.get(villageId) ?? null),
      content,
      villageId,
      meetingId,
      meetingTitle: meetingId === null ? null : (titles.get(meetingId) ?? null),
      result,
    }
  })
}

const columns: readonly LedgerColumn<TaskRow>[] = [
  { title: '布置日期', width: 12, text: (row) => row.openedOn },
  { title: '任务', width: 40, text: (row) => row.content },
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  {
    title: '责任人',
    width: 18,
    text: (row) => [row.helperName, row.responsible].filter(Boolean).join('、'),
  },
  { title: '要求办结', width: 12, text: (row) => row.dueOn },
  {
    title: '状态',
    width: 12,
    text: (row) => (row.overdue ? '逾期' : taskMachine.states[row.state].label),
  },
  { title: '来自会议', width: 24, text: (row) => row.meetingTitle },
  { title: '办理结果', width: 36, text: (row) => row.result },
  { title: '办结日期', width: 12, text: (row) => row.closedOn },
]
