import {
  addCase,
  addStep,
  countCases,
  findCase,
  findStep,
  listCases,
  stepsOf,
  updateCase,
  type CaseFilter,
  type CaseStep,
  type CaseTable,
  type RowOf,
} from '@db/repositories/ledgers'
import type { NewRecord, Patch } from '@db/changes'
import type { StoreContext, WriteContext } from '@db/context'
import { allHelpers } from '@db/repositories/helpers'
import { loadRoster } from '@db/repositories/roster'
import type { CaseStepShape } from '@shared/contract/ledgers'
import { failure } from '@shared/contract/failure'
import { diffDays } from '@shared/domain/calendar/days'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { move, movesFrom, type Machine } from '@shared/domain/ledgers/machine'
import { stepLabel, type CaseEntity } from '@shared/domain/ledgers/registry'
import { mayDo, type Right } from '@shared/domain/rights'
import { requireVillage, requireWholeTownship } from '../../core/rights'
import { helperOnFile } from '../helpers/access'
import { requirePerson } from '../recipients/person'
import { findPeople } from '../search/people'

/**
 * What every ledger of cases does alike: who may see a case, opening it, moving it along its
 * machine with a dated step, listing and counting. A ledger's own service adds its facts.
 */
export interface Ledger<
  Table extends CaseTable = CaseTable,
  State extends string = string,
  Name extends string = string,
> {
  entity: CaseEntity
  table: Table
  machine: Machine<State, Name>
}

/** The part of a row that is the same in every ledger. */
export interface CaseRecord<State extends string = string> {
  id: number
  revision: number
  /** Null for a case that is about nobody: it is of its village, or of the township as a whole. */
  recipientId: number | null
  villageId?: number | null
  state: State
  openedOn: Day
  closedOn: Day | null
  dueOn: Day | null
  helperId: number | null
  responsible: string | null
}

/** A dated step as it comes in: when, by whom, how. */
export interface StepInput {
  day: Day
  time: string | null
  helperId: number | null
  by: string | null
  how: string | null
  toWhom: string | null
  note: string | null
}

/** A step of which no more is known than its day. */
export const stepOn = (day: Day, note: string | null = null): StepInput => ({
  day,
  time: null,
  helperId: null,
  by: null,
  how: null,
  toWhom: null,
  note,
})

export const mayOf =
  ({ operator }: StoreContext) =>
  (right: Right): boolean =>
    mayDo(operator.role, right)

/** The case, if there is one about somebody the operator may see. */
export function requireCase<Table extends CaseTable, State extends string>(
  ctx: StoreContext,
  { table, machine }: Ledger<Table, State>,
  id: number,
): RowOf<Table> & CaseRecord<State> {
  const row = findCase(ctx, table, id) as (RowOf<Table> & CaseRecord<State>) | undefined
  if (!row)
    throw failure('NOT_FOUND', `找不到这件${machine.noun}，可能已被更正隐去。请刷新后再试。`)
  requireSubject(ctx, row)
  return row
}

/** Whom or where a case is about must be within reach: a person, else a village, else everything. */
function requireSubject(
  ctx: StoreContext,
  { recipientId = null, villageId = null }: Partial<CaseRecord>,
): void {
  if (recipientId !== null) requirePerson(ctx, recipientId)
  else if (villageId !== null) requireVillage(ctx, villageId)
  else requireWholeTownship(ctx)
}

/** Opens a case in its first state with the step that says how it came in. */
export function openCase<Table extends CaseTable>(
  ctx: WriteContext,
  ledger: Ledger<Table>,
  values: Omit<NewRecord<Table>, 'state' | 'closedOn'>,
  step: StepInput,
): number {
  const subject = values as unknown as Partial<CaseRecord>
  requireSubject(ctx, subject)
  refuseFuture(ctx, step.day, 'openedOn')
  checkDoer(ctx, step)
  const id = addCase(ctx, ledger.table, {
    ...values,
    state: ledger.machine.first,
    closedOn: null,
  } as unknown as NewRecord<Table>)
  const { recipientId = null } = subject
  addStep(ctx, { entity: ledger.entity, recordId: id, recipientId, step: 'open', ...step })
  return id
}

export interface Moving {
  move: string
  revision?: number
  step: StepInput
  /** What the ledger asks for besides the step, by field. */
  said?: Readonly<Record<string, unknown>>
}

/**
 * Moves a case along its machine and writes the dated step, with what else of the case the move
 * changes. A move there is not, or that lacks what it requires, is refused and nothing changes.
 */
export function moveCase<Table extends CaseTable, State extends string>(
  ctx: WriteContext,
  ledger: Ledger<Table, State>,
  row: CaseRecord<State>,
  { move: name, revision, step, said = {} }: Moving,
  patch: Patch<Table> = {},
): void {
  const { machine, table, entity } = ledger
  const verdict = move(machine, row.state, {
    move: name,
    said: { ...step, ...said },
    may: mayOf(ctx),
  })
  if (verdict.refusal) {
    const { message, fields } = verdict.refusal
    throw failure(fields ? 'VALIDATION' : 'CONFLICT', message, fields && { ...fields })
  }
  checkStep(ctx, row, step)
  const isOpen = machine.states[verdict.state].open
  const changed = {
    ...patch,
    state: verdict.state,
    closedOn: isOpen ? null : (row.closedOn ?? step.day),
  } as unknown as Patch<Table>
  updateCase(ctx, table, row.id, changed, revision)
  addStep(ctx, { entity, recordId: row.id, recipientId: row.recipientId, step: name, ...step })
}

/** A step is done by somebody on file, not before the case was opened and not in the future. */
export function checkStep(
  ctx: StoreContext,
  { openedOn }: Pick<CaseRecord, 'openedOn'>,
  step: StepInput,
): void {
  refuseFuture(ctx, step.day, 'day')
  if (step.day < openedOn) {
    throw failure(
      'VALIDATION',
      `${formatPartialDate(step.day)}在登记日期 ${openedOn} 之前，没有登记。请核对日期。`,
      { day: '早于登记日期' },
    )
  }
  checkDoer(ctx, step)
}

export function refuseFuture(ctx: StoreContext, day: Day, field: string): void {
  if (day <= ctx.today) return
  throw failure('VALIDATION', `${formatPartialDate(day)}还没到，没有登记。做过之后再登记。`, {
    [field]: '不能晚于今天',
  })
}

export function checkDoer(ctx: StoreContext, { helperId }: { helperId: number | null }): void {
  if (helperId !== null) helperOnFile(ctx, helperId)
}

/** A step of a case of this ledger, with its case. */
export function requireStep<Table extends CaseTable, State extends string>(
  ctx: StoreContext,
  ledger: Ledger<Table, State>,
  id: number,
): { step: CaseStep; row: RowOf<Table> & CaseRecord<State> } {
  const step = findStep(ctx, id)
  if (step?.entity !== ledger.entity)
    throw failure('NOT_FOUND', '找不到这一步，可能已被更正隐去。请刷新后再试。')
  return { step, row: requireCase(ctx, ledger, step.recordId) }
}

// ── Showing ──

/** The moves the operator can make with a case now. */
export function movesOf<State extends string, Name extends string>(
  ctx: StoreContext,
  { machine }: Ledger<CaseTable, State, Name>,
  row: CaseRecord<State>,
): Name[] {
  return movesFrom(machine, row.state, mayOf(ctx))
}

export function shownSteps(
  ctx: StoreContext,
  { entity }: { entity: string },
  id: number,
): CaseStepShape[] {
  const helpers = helperNames(ctx)
  return stepsOf(ctx, [id]).map((step) => ({
    id: step.id,
    revision: step.revision,
    step: step.step,
    label: stepLabel(entity, step.step),
    outcome: step.outcome,
    day: step.day,
    time: step.time,
    helperId: step.helperId,
    helperName: helpers(step.helperId),
    by: step.by,
    how: step.how,
    toWhom: step.toWhom,
    note: step.note,
    enteredAt: step.enteredAt,
  }))
}

/** What every line of a ledger shows, in words. */
export function shownCases<State extends string, Row extends CaseRecord<State>>(
  ctx: StoreContext,
  rows: readonly Row[],
) {
  const people = new Map(loadRoster(ctx).map((person) => [person.id, person]))
  const helpers = helperNames(ctx)
  return rows.map((row) => {
    const person = row.recipientId === null ? undefined : people.get(row.recipientId)
    return {
      id: row.id,
      revision: row.revision,
      recipientId: row.recipientId as Row['recipientId'],
      recipientName: person?.name ?? '',
      villageName: person?.villageName || null,
      state: row.state,
      openedOn: row.openedOn,
      closedOn: row.closedOn,
      dueOn: row.dueOn,
      overdue: isOverdue(row, ctx.today),
      ageDays: Math.max(0, diffDays(row.openedOn, row.closedOn ?? ctx.today)),
      helperId: row.helperId,
      helperName: helpers(row.helperId),
      responsible: row.responsible,
    }
  })
}

export const isOverdue = ({ closedOn, dueOn }: CaseRecord, today: Day): boolean =>
  closedOn === null && dueOn !== null && dueOn < today

function helperNames(ctx: StoreContext): (id: number | null) => string | null {
  const names = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

// ── Lists ──

/** The filter as screens and programs ask it. */
export interface CaseQuestion {
  recipientId?: number
  villageId?: number
  state?: string
  helperId?: number
  overdue?: boolean
  text?: string
}

/**
 * Resolves a question to what the repository reads: whose cases may be shown, and of the text,
 * whose names answer it. A text that no name answers is looked for in the cases' own words.
 */
export function caseFilterOf(
  ctx: StoreContext,
  { recipientId, villageId, state, helperId, overdue, text }: CaseQuestion,
  ofWords: (text: string) => CaseFilter['also'],
): CaseFilter {
  if (recipientId !== undefined) requirePerson(ctx, recipientId)
  const wanted = text?.trim()
  const named = wanted ? findPeople(ctx, wanted).map(({ person }) => person.id) : []
  const isNamed = named.length > 0
  return {
    recipientId,
    people: isNamed ? within(ctx, villageId, new Set(named)) : peopleOf(ctx, villageId),
    state,
    helperId,
    overdueOn: overdue ? ctx.today : undefined,
    also: wanted && !isNamed ? ofWords(wanted) : [],
  }
}

/** Whose cases may be shown; null where no choice is made and everything may be seen. */
function peopleOf(ctx: StoreContext, villageId: number | undefined): Set<number> | null {
  const { villages, groups } = ctx.scope
  if (villageId === undefined && villages === null && groups === null) return null
  const people = loadRoster(ctx)
  const chosen =
    villageId === undefined ? people : people.filter((person) => person.villageId === villageId)
  return new Set(chosen.map(({ id }) => id))
}

function within(ctx: StoreContext, villageId: number | undefined, named: Set<number>) {
  const seen = peopleOf(ctx, villageId)
  return seen === null ? named : new Set([...named].filter((id) => seen.has(id)))
}

export interface PageQuestion {
  order: 'opened' | 'due'
  after?: { day: string; id: number }
  limit: number
}

/** A page of a ledger and where the next one begins. */
export function pageOfCases<Table extends CaseTable, State extends string>(
  ctx: StoreContext,
  { table }: Pick<Ledger<Table, State>, 'table'>,
  filter: CaseFilter,
  { order, after, limit }: PageQuestion,
): {
  rows: (RowOf<Table> & CaseRecord<State>)[]
  next: { day: string; id: number } | null
} {
  const found = listCases(ctx, table, { filter, order, after: after ?? null, limit: limit + 1 })
  const rows = found.slice(0, limit) as (RowOf<Table> & CaseRecord<State>)[]
  const last = rows.at(-1)
  const next =
    found.length > limit && last
      ? { day: (order === 'due' ? last.dueOn : last.openedOn) ?? '', id: last.id }
      : null
  return { rows, next }
}

/** How a ledger stands, over the cases the filter leaves. */
export function summaryOf<State extends string>(
  ctx: StoreContext,
  { table, machine }: Ledger<CaseTable, State>,
  filter: CaseFilter,
) {
  const counts = countCases(ctx, table, filter)
  const overdue = countCases(ctx, table, { ...filter, overdueOn: ctx.today })
  const sum = (some: typeof counts): number => some.reduce((total, { count }) => total + count, 0)
  const open = counts.filter(({ state }) => machine.states[state as State].open)
  const oldest = open.map((one) => one.oldest).toSorted()[0]
  const states = Object.keys(machine.states) as State[]
  return {
    byState: Object.fromEntries(
      states.map((state) => [state, counts.find((one) => one.state === state)?.count ?? 0]),
    ) as Record<State, number>,
    open: sum(open),
    overdue: sum(overdue),
    oldestDays: oldest === undefined ? null : Math.max(0, diffDays(oldest, ctx.today)),
    basis: `没有到${states
      .filter((state) => !machine.states[state].open)
      .map((state) => `“${machine.states[state].label}”`)
      .join('、')}的${machine.noun}算在办；在办且过了要求办结日期的算逾期。`,
  }
}
