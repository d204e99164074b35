import {
  activitySeries,
  addActivity,
  addLine,
  countActivities,
  findActivity,
  linesOf,
  listActivities,
  peopleOfActivities,
  updateActivity,
  voidActivity,
  type Activity,
  type ActivityFilter,
} from '@db/repositories/activities'
import type { StoreContext } from '@db/context'
import { allHelpers, servesOn } from '@db/repositories/helpers'
import { historyOfCase, referenceNames } from '@db/repositories/history'
import { addStep } from '@db/repositories/ledgers'
import { findInRoster } from '@db/repositories/roster'
import type { InputOf } from '@shared/contract'
import type { activitiesContract } from '@shared/contract/activities'
import { failure } from '@shared/contract/failure'
import { sumsOf } from '@shared/domain/activities/budget'
import { activityMachine, isPlanOpen, type ActivityState } from '@shared/domain/activities/machine'
import type { Day } from '@shared/domain/calendar/types'
import { move, movesFrom } from '@shared/domain/ledgers/machine'
import type { CommandContext, HandlersOf } from '../../core/context'
import { helperOnFile } from '../helpers/access'
import { checkStep, mayOf, shownSteps, stepOn, type StepInput } from '../ledgers/cases'
import { activityForWriting, checkPlace, isVisible, visibleActivity } from './access'
import { saveLines } from './budget'
import { exportActivities } from './export'
import { writeActivityPaper } from './paper'
import { peopleHandlers, putDown, type Invited } from './people'
import { shownActivities, shownLines } from './showing'

export const activitiesHandlers: HandlersOf<typeof activitiesContract> = {
  'activities.list': (ctx, { filter, after, limit }) => {
    const found = listActivities(ctx, filterOf(ctx, filter), {
      after: after ?? null,
      limit: limit + 1,
    })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      rows: shownActivities(ctx, rows),
      next: found.length > limit && last ? { day: last.heldOn ?? '', id: last.id } : null,
    }
  },

  'activities.summary': (ctx, { filter }) => {
    const counts = countActivities(ctx, filterOf(ctx, filter))
    const counted = (state: ActivityState): number =>
      counts.find((one) => one.state === state)?.count ?? 0
    return {
      byState: Object.fromEntries(states.map((state) => [state, counted(state)])) as Record<
        ActivityState,
        number
      >,
      open: states
        .filter((state) => activityMachine.states[state].open)
        .reduce((sum, state) => sum + counted(state), 0),
      series: activitySeries(ctx, ctx.scope.villages),
    }
  },

  'activities.file': (ctx, { id }) => {
    const row = visibleActivity(ctx, id)
    return {
      ...shownActivities(ctx, [row])[0]!,
      purpose: row.purpose,
      audience: row.audience,
      participants: row.participants,
      schedule: row.schedule,
      duties: row.duties,
      cautions: row.cautions,
      outcome: row.outcome,
      copiedFrom: copiedFrom(ctx, row),
      lines: shownLines(linesOf(ctx, [id])),
      steps: shownSteps(ctx, { entity: 'activity' }, id),
      moves: mayWrite(ctx, row) ? movesFrom(activityMachine, row.state, mayOf(ctx)) : [],
    }
  },

  ...peopleHandlers,

  'activities.history': (ctx, { id, limit }) => {
    visibleActivity(ctx, id)
    const names = referenceNames(ctx)
    return historyOfCase(ctx, 'activity', id, limit).map(({ fields, ...entry }) => ({
      id: entry.id,
      at: entry.at,
      operatorName: entry.operatorName,
      operation: entry.operation,
      cause: entry.cause,
      entity: entry.entity,
      subject: entry.entity === 'activity' ? null : entry.subject,
      kind: entry.kind,
      fields: fields.map(({ field, from, to }) => ({
        field,
        from: names(field, from) ?? from,
        to: names(field, to) ?? to,
        restorable: false,
      })),
    }))
  },

  'activities.open': (ctx, plan) => {
    checkPlan(ctx, plan)
    return { id: begin(ctx, { ...plan, copiedFromId: null }, null) }
  },

  'activities.update': (ctx, { id, revision, ...plan }) => {
    const row = activityForWriting(ctx, id)
    if (!isPlanOpen(row.state)) {
      const { label } = activityMachine.states[row.state]
      throw failure(
        'CONFLICT',
        `这次活动现在是“${label}”，方案不能直接改，没有保存。请先退回修改或重新打开。`,
      )
    }
    if (row.state === 'held' && plan.heldOn !== row.heldOn) refuseUnheld(ctx, plan.heldOn)
    checkPlan(ctx, plan, row)
    updateActivity(ctx, id, plan, revision)
    return {}
  },

  'activities.copy': (ctx, { id, name, heldOn, withPeople }) => {
    const from = visibleActivity(ctx, id)
    checkPlace(ctx, from.villageId)
    const copy = begin(
      ctx,
      {
        ...repeatedPlan(from),
        name,
        heldOn,
        copiedFromId: id,
        helperId: serving(ctx, from.helperId),
      },
      `照“${from.name}”`,
    )
    for (const { item, quantity, unit, price, source, note, position } of linesOf(ctx, [id])) {
      addLine(ctx, { activityId: copy, position, item, quantity, unit, price, source, note })
    }
    if (withPeople) inviteAgain(ctx, id, visibleActivity(ctx, copy))
    return { id: copy }
  },

  'activities.move': (ctx, { id, revision, move: name, ...step }) => {
    const row = activityForWriting(ctx, id)
    makeMove(ctx, row, name, step, revision)
    return {}
  },

  'activities.saveLines': (ctx, { id, revision, lines }) => {
    const row = activityForWriting(ctx, id)
    if (!activityMachine.states[row.state].open) {
      const { label } = activityMachine.states[row.state]
      throw failure('CONFLICT', `这次活动现在是“${label}”，物资与预算没有改动。`)
    }
    // Counted on the activity, so that two who type lines at once notice each other.
    updateActivity(ctx, id, { lineSaves: row.lineSaves + 1 }, revision)
    saveLines(ctx, row, lines)
    return sumsOf(linesOf(ctx, [id]))
  },

  'activities.void': (ctx, { id, reason }) => {
    activityForWriting(ctx, id)
    voidActivity(ctx, id, reason)
    return {}
  },

  'activities.paper': writeActivityPaper,

  'activities.export': (ctx, { filter }) => exportActivities(ctx, filterOf(ctx, filter)),
}

const states = Object.keys(activityMachine.states) as ActivityState[]

type Plan = Parameters<typeof addActivity>[1]

/** Writes a new activity in its first state, with the step that says where it came from. */
function begin(
  ctx: CommandContext,
  plan: Omit<Plan, 'state' | 'openedOn'>,
  note: string | null,
): number {
  const id = addActivity(ctx, { ...plan, state: activityMachine.first, openedOn: ctx.today })
  const step = { step: 'open', ...stepOn(ctx.today, note) }
  addStep(ctx, { entity: 'activity', recordId: id, ...step })
  return id
}

function makeMove(
  ctx: CommandContext,
  row: Activity,
  name: InputOf<'activities.move'>['move'],
  step: StepInput,
  revision: number,
): void {
  const verdict = move(activityMachine, row.state, {
    move: name,
    said: { ...step, heldOn: row.heldOn, place: row.place },
    may: mayOf(ctx),
  })
  if (verdict.refusal) {
    const { message, fields } = verdict.refusal
    throw failure(fields ? 'VALIDATION' : 'CONFLICT', message, fields && { ...fields })
  }
  // What was held before anybody wrote it down is still held on its own day.
  checkStep(ctx, { openedOn: name === 'hold' ? step.day : row.openedOn }, step)
  const isOpen = activityMachine.states[verdict.state].open
  updateActivity(
    ctx,
    row.id,
    {
      state: verdict.state,
      closedOn: isOpen ? null : step.day,
      ...(name === 'hold' && { heldOn: step.day }),
      ...(name === 'report' && { outcome: step.note }),
    },
    revision,
  )
  addStep(ctx, { entity: 'activity', recordId: row.id, step: name, ...step })
}

/** What another time begins with: everything but its day, who came and what became of it. */
const repeatedPlan = (from: Activity) => ({
  kind: from.kind,
  series: from.series,
  villageId: from.villageId,
  time: from.time,
  place: from.place,
  responsible: from.responsible,
  purpose: from.purpose,
  theme: from.theme,
  audience: from.audience,
  participants: from.participants,
  schedule: from.schedule,
  duties: from.duties,
  cautions: from.cautions,
})

/** Whom the earlier one had on its list and who can still come. */
function inviteAgain(ctx: CommandContext, from: number, to: Activity): void {
  const people = peopleOfActivities(ctx, [from]).flatMap((one): Invited[] => {
    const { role, recipientId, helperId, name, reason } = one
    if (recipientId !== null) {
      const isOnFile = findInRoster(ctx, recipientId)?.status === 'active'
      return isOnFile ? [{ role, recipientId, reason }] : []
    }
    if (helperId !== null) return serving(ctx, helperId) === null ? [] : [{ role, helperId }]
    return name === null ? [] : [{ role, name }]
  })
  putDown(ctx, to, people)
}

function serving(ctx: StoreContext, helperId: number | null): number | null {
  const helper = allHelpers(ctx).find(({ id }) => id === helperId)
  return helper && servesOn(helper, ctx.today) ? helper.id : null
}

interface PlanRefs {
  villageId: number | null
  helperId: number | null
}

/** Refuses a village or helper that is not there; those that stood before are left alone. */
function checkPlan(ctx: StoreContext, plan: PlanRefs, before?: PlanRefs): void {
  if (!before || plan.villageId !== before.villageId) checkPlace(ctx, plan.villageId)
  if (plan.helperId !== null && plan.helperId !== before?.helperId) helperOnFile(ctx, plan.helperId)
}

function refuseUnheld(ctx: StoreContext, heldOn: Day | null): void {
  if (heldOn !== null && heldOn <= ctx.today) return
  throw failure('VALIDATION', '活动已经举办，日期要写举办的那一天，没有保存。', {
    heldOn: heldOn === null ? '请填写举办日期' : '不能晚于今天',
  })
}

const mayWrite = ({ scope }: StoreContext, { villageId }: Activity): boolean =>
  villageId !== null || scope.villages === null

function copiedFrom(ctx: StoreContext, { copiedFromId }: Activity) {
  if (copiedFromId === null) return null
  const found = findActivity(ctx, copiedFromId)
  return found && isVisible(ctx, found) ? { id: found.id, name: found.name } : null
}

function filterOf(
  ctx: StoreContext,
  question: NonNullable<InputOf<'activities.list'>['filter']>,
): ActivityFilter {
  const { state, kind, villageId, year, series, text } = question
  return {
    villages: ctx.scope.villages,
    villageId,
    states:
      state === undefined
        ? undefined
        : state === 'open' || state === 'closed'
          ? states.filter((one) => activityMachine.states[one].open === (state === 'open'))
          : [state],
    kind,
    year,
    series: series?.trim(),
    text: text?.trim(),
  }
}
