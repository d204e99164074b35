import {
  addPlan,
  evacuationPlans,
  updatePlan,
  voidPlan,
  type StoredPlan,
} from '@db/repositories/evacuations'
import type { WriteContext } from '@db/context'
import { failure } from '@shared/contract/failure'
import type { evacuationsContract } from '@shared/contract/evacuations'
import type { HandlersOf } from '../../core/context'
import { helperServing } from '../helpers/access'
import { requirePerson } from '../recipients/person'
import { exportList } from './export'
import { evacuationRows, listBasis, villageTallies } from './list'
import { roundHandlers } from './rounds'

type PlanFacts = Partial<Omit<StoredPlan, 'id' | 'revision' | 'voidedAt' | 'recipientId'>>

export const evacuationsHandlers: HandlersOf<typeof evacuationsContract> = {
  ...roundHandlers,

  'evacuations.list': (ctx, { filter }) => {
    const { standing, ...asked } = filter
    const rows = evacuationRows(ctx, asked)
    return {
      rows: standing === undefined ? rows : rows.filter((row) => row.standing === standing),
      villages: villageTallies(rows),
      basis: listBasis,
    }
  },

  'evacuations.plan': (ctx, { people, ...given }) => {
    // What was not said leaves the plan as it is.
    const facts = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as PlanFacts
    const { confirmedOn, helperId } = facts
    if (confirmedOn && confirmedOn > ctx.today)
      throw failure('VALIDATION', '核对日期还没到，没有保存。', { confirmedOn: '不能晚于今天' })
    if (helperId) helperServing(ctx, helperId, ctx.today)
    for (const { recipientId, revision } of people) planOne(ctx, recipientId, revision, facts)
    return { planned: people.length }
  },

  'evacuations.voidPlan': (ctx, { recipientId, reason }) => {
    requirePerson(ctx, recipientId)
    const plan = evacuationPlans(ctx).get(recipientId)
    if (!plan) throw failure('NOT_FOUND', '没有这个人的转移安排，没有改动。请刷新后再看。')
    voidPlan(ctx, plan.id, reason)
    return {}
  },

  'evacuations.export': (ctx, { filter }) => exportList(ctx, evacuationRows(ctx, filter)),
}

function planOne(
  ctx: WriteContext,
  recipientId: number,
  revision: number | null,
  facts: PlanFacts,
): void {
  const person = requirePerson(ctx, recipientId)
  if (person.status !== 'active')
    throw failure('VALIDATION', `${person.name}已不在册，没有保存任何一人的安排。`)
  const plan = evacuationPlans(ctx).get(recipientId)
  if (!plan) {
    if (facts.confirmedOn && !facts.helperId && !facts.responsible) {
      throw failure('VALIDATION', `${person.name}还没有人负责转移，没有核对。请先安排责任人。`, {
        responsible: '请先安排责任人',
      })
    }
    addPlan(ctx, { recipientId, ...facts })
    return
  }
  // Somebody else has arranged it since this form was opened.
  if (revision === null)
    throw failure('CONFLICT', `${person.name}的转移刚由别人安排过，没有保存。请刷新后再看。`)
  updatePlan(ctx, plan.id, facts, revision)
}
