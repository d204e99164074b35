import type { StoreContext, WriteContext } from '@db/context'
import {
  incidentTable,
  incidentWords,
  missedBy,
  ofKind,
  openIncidents,
  type Incident,
} from '@db/repositories/incidents'
import { addStep, stepsOf, updateCase, updateStep, type CaseFilter } from '@db/repositories/ledgers'
import { loadRoster } from '@db/repositories/roster'
import type { incidentsContract } from '@shared/contract/incidents'
import { incidentRow } from '@shared/contract/incidents'
import { failure } from '@shared/contract/failure'
import type { Day } from '@shared/domain/calendar/types'
import { incidentMachine, incidentSteps } from '@shared/domain/incidents/machine'
import { childUnder, dutiesOf, nextDeadline } from '@shared/domain/incidents/protocol'
import type { HandlersOf } from '../../core/context'
import {
  caseFilterOf,
  checkStep,
  moveCase,
  movesOf,
  openCase,
  pageOfCases,
  requireCase,
  requireStep,
  shownSteps,
  stepOn,
  summaryOf,
  type CaseQuestion,
} from '../ledgers/cases'
import { exportLedger } from '../ledgers/export'
import { ageToday } from '../recipients/age'
import { requirePerson } from '../recipients/person'
import { correctionWords } from './corrections'
import { protocolOf, setProtocol } from './protocol'
import { writeReport } from './report'
import { incidentColumns, ledger, localMoment, shownIncidents, standingsOf } from './showing'

export const incidentsHandlers: HandlersOf<typeof incidentsContract> = {
  'incidents.protocol': (ctx) => {
    const { kinds, duties } = protocolOf(ctx)
    return {
      kinds: [...kinds],
      duties: duties.map((duty) => ({ ...duty, kinds: duty.kinds && [...duty.kinds] })),
    }
  },

  'incidents.setProtocol': (ctx, protocol) => {
    setProtocol(ctx, protocol)
    return {}
  },

  'incidents.list': (ctx, { filter, ...page }) => {
    const { rows, next } = pageOfCases(ctx, ledger, filterOf(ctx, filter), page)
    return { rows: shownIncidents(ctx, rows), next }
  },

  'incidents.summary': (ctx, { filter }) => {
    const summary = summaryOf(ctx, ledger, filterOf(ctx, filter))
    const missed = summaryOf(ctx, ledger, filterOf(ctx, { ...filter, overdue: true }))
    return {
      ...summary,
      overdue: missed.open,
      basis: `${summary.basis}过了时限还没有做、也没有说明不需要的步骤，算漏报。`,
    }
  },

  'incidents.pressing': (ctx, { limit }) => {
    const seen = new Set(loadRoster(ctx).map(({ id }) => id))
    const open = openIncidents(ctx).filter(({ recipientId }) => seen.has(recipientId))
    const now = localMoment(ctx)
    const missed = open.filter(({ nextDeadline }) => nextDeadline !== null && nextDeadline < now)
    const rest = open.filter((one) => !missed.includes(one))
    return {
      open: open.length,
      missed: missed.length,
      rows: shownIncidents(ctx, [...missed, ...rest].slice(0, limit)),
    }
  },

  'incidents.file': (ctx, { id }) => {
    const row = requireCase(ctx, ledger, id)
    return {
      ...shownIncidents(ctx, [row])[0]!,
      steps: shownSteps(ctx, ledger, id),
      moves: movesOf(ctx, ledger, row),
      duties: standingsOf(ctx, row, stepsOf(ctx, [id])),
    }
  },

  'incidents.open': (ctx, facts) => ({ id: openIncident(ctx, facts) }),

  'incidents.recordStep': (ctx, { id, step, outcome, ...done }) => {
    const row = requireCase(ctx, ledger, id)
    requireOpen(row)
    const isDuty = row.duties.some((duty) => duty.step === step)
    if (!isDuty && !(step in incidentSteps))
      throw failure('VALIDATION', '这件强制报告没有这一步，没有登记。请刷新后再试。')
    if (outcome === 'skipped' && !isDuty)
      throw failure('VALIDATION', '处置进展不能登记为“不需要”。')
    if (outcome === 'skipped' && done.note === null)
      throw failure('VALIDATION', '请写明为什么不需要这一步，没有登记。', { note: '请写明原因' })
    checkStep(ctx, row, done)
    refuseLater(ctx, done.day, done.time, 'time')
    const { recipientId } = row
    const stepId = addStep(ctx, {
      entity: 'incident',
      recordId: id,
      recipientId,
      step,
      outcome,
      ...done,
    })
    refreshDeadline(ctx, id)
    return { stepId }
  },

  'incidents.correct': (ctx, { id, revision, reason, ...facts }) => {
    const row = requireCase(ctx, ledger, id)
    refuseLater(ctx, facts.openedOn, facts.discoveredAt)
    const next = {
      ...facts,
      kindLabel: facts.kind === row.kind ? row.kindLabel : kindLabel(ctx, facts.kind),
    }
    const words = correctionWords(ctx, row, next)
    if (words === null) return {}
    updateCase(ctx, incidentTable, id, next, revision)
    noteCorrection(ctx, row, `${reason}。${words}`)
    refreshDeadline(ctx, id)
    return {}
  },

  'incidents.correctStep': (ctx, { stepId, revision, reason, ...done }) => {
    const { step, row } = requireStep(ctx, ledger, stepId)
    if (step.step === 'correct' || step.step in incidentMachine.moves || step.step === 'open')
      throw failure('VALIDATION', '这一步不能这样更正，没有改动。事件的情况请用“更正情况”。')
    checkStep(ctx, row, done)
    refuseLater(ctx, done.day, done.time, 'time')
    const words = correctionWords(ctx, step, done)
    if (words === null) return {}
    updateStep(ctx, stepId, done, revision)
    const label = row.duties.find((duty) => duty.step === step.step)?.label ?? '处置进展'
    noteCorrection(ctx, row, `${reason}。${label}：${words}`)
    refreshDeadline(ctx, row.id)
    return {}
  },

  'incidents.move': (ctx, { id, revision, move, ...step }) => {
    const row = requireCase(ctx, ledger, id)
    if (move === 'close') refuseUndone(ctx, row)
    const result = move === 'reopen' ? null : step.note
    moveCase(ctx, ledger, row, { move, revision, step }, { result })
    refreshDeadline(ctx, id)
    return {}
  },

  'incidents.export': (ctx, { filter }) =>
    exportLedger(ctx, {
      ledger,
      filter: filterOf(ctx, filter),
      name: '强制报告台账',
      columns: incidentColumns,
      shown: (rows) => shownIncidents(ctx, rows),
      row: incidentRow,
    }),

  'incidents.report': (ctx, { id }) => writeReport(ctx, id),
}

export interface NewIncident {
  recipientId: number
  /** A code of the protocol in force. */
  kind: string
  /** The day and, where known, the hour of the discovery: every duty's clock runs from here. */
  openedOn: Day
  discoveredAt: string | null
  discoveredBy: string | null
  place: string | null
  situation: string
  helperId?: number | null
  responsible?: string | null
  dueOn?: Day | null
}

/** Refuses what cannot be opened, before anything is written: no such kind, or an hour to come. */
export function checkIncident(
  ctx: StoreContext,
  { kind, openedOn, discoveredAt }: Pick<NewIncident, 'kind' | 'openedOn' | 'discoveredAt'>,
): void {
  kindLabel(ctx, kind)
  refuseLater(ctx, openedOn, discoveredAt)
}

/** Opens an incident inside any command: the office's own desk, or a visit that found it. */
export function openIncident(ctx: WriteContext, facts: NewIncident): number {
  const { recipientId, kind, openedOn, discoveredAt } = facts
  const person = requirePerson(ctx, recipientId)
  checkIncident(ctx, facts)
  const age = ageToday(ctx, person.birthDate)
  const isChild = age === null ? person.groups.includes('child') : age.max < childUnder
  const duties = dutiesOf(protocolOf(ctx), { kind, isChild })
  const id = openCase(
    ctx,
    ledger,
    { ...facts, kindLabel: kindLabel(ctx, kind), duties },
    { ...stepOn(openedOn), time: discoveredAt, by: facts.discoveredBy },
  )
  refreshDeadline(ctx, id)
  return id
}

function filterOf(ctx: StoreContext, question: CaseQuestion & { kind?: string }): CaseFilter {
  const { overdue, kind, ...common } = question
  const filter = caseFilterOf(ctx, common, incidentWords)
  const missed = overdue ? [missedBy(localMoment(ctx))] : []
  return { ...filter, also: [...(filter.also ?? []), ...ofKind(kind), ...missed] }
}

function kindLabel(ctx: StoreContext, kind: string): string {
  const label = protocolOf(ctx).kinds.find(({ code }) => code === kind)?.label
  if (label === undefined)
    throw failure('VALIDATION', '没有这种事件，没有登记。', { kind: '请从列表里选' })
  return label
}

/** The hour too must have come: an event is reported after it was found. */
function refuseLater(ctx: StoreContext, day: string, time: string | null, field = 'discoveredAt') {
  if (time === null || `${day}T${time}` <= localMoment(ctx)) return
  throw failure('VALIDATION', `${day} ${time} 还没到，没有登记。请核对时间。`, {
    [field]: '还没到这个时间',
  })
}

function requireOpen(row: Incident): void {
  if (incidentMachine.states[row.state].open) return
  throw failure('CONFLICT', '这件强制报告已经办结，没有登记。要补登步骤，请先“重新处置”。')
}

/** What was asked for was done or explained: nothing is closed over a gap. */
function refuseUndone(ctx: StoreContext, row: Incident): void {
  const undone = standingsOf(ctx, row, stepsOf(ctx, [row.id])).filter(
    ({ state }) => state === 'pending' || state === 'overdue',
  )
  if (undone.length === 0) return
  throw failure(
    'CONFLICT',
    `还有${undone.map(({ label }) => `“${label}”`).join('、')}没有登记，不能结案。做过的补登记；确实不需要的，登记为“不需要”并写明原因。`,
    undefined,
    { undone: undone.map(({ step }) => step) },
  )
}

/** Keeps the hour of the first duty still to do, by which lists and the home page find it. */
function refreshDeadline(ctx: WriteContext, id: number): void {
  const row = requireCase(ctx, ledger, id)
  const first = nextDeadline(standingsOf(ctx, row, stepsOf(ctx, [id])))
  const deadline = incidentMachine.states[row.state].open ? first : null
  const dueOn = deadline?.slice(0, 10) ?? null
  updateCase(ctx, incidentTable, id, { nextDeadline: deadline, dueOn })
}

function noteCorrection(ctx: WriteContext, row: Incident, note: string): void {
  const [day = ctx.today, time] = localMoment(ctx).split('T')
  const { id: recordId, recipientId } = row
  const by = ctx.operator.name
  addStep(ctx, { entity: 'incident', recordId, recipientId, step: 'correct', day, time, by, note })
}
