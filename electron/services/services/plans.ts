import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import {
  addServicePlan,
  allServiceItems,
  allServicePlans,
  allServiceProviders,
  doneKey,
  servicesDone,
  tariffOn,
  updateServicePlan,
  voidServicePlan,
  type ServicePlan,
} from '@db/repositories/services'
import type { InputOf, OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { ServicePlanRow, servicesContract } from '@shared/contract/services'
import { endOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { isGiven } from '@shared/domain/services/vocabulary'
import { unitPrice } from '@shared/domain/services/charge'
import { promisedIn } from '@shared/domain/services/plan'
import type { HandlersOf } from '../../core/context'
import { refuseAfterClosing } from '../contacts/checks'
import { requirePerson } from '../recipients/person'
import { tierOf } from '../service-tiers/tiers'
import { checkProvider, requireItem } from './catalogue'

type PlanOps = 'services.plans' | 'services.addPlan' | 'services.updatePlan' | 'services.voidPlan'

/** 服务计划: what people are promised, beside what a month brought them. */
export const planHandlers: Pick<HandlersOf<typeof servicesContract>, PlanOps> = {
  'services.plans': (ctx, question) => plansOf(ctx, question),

  'services.addPlan': (ctx, { recipientIds, itemId, ...facts }) => {
    requireItem(ctx, itemId)
    checkProvider(ctx, facts.providerId, facts.mode, facts.from)
    refuseBackwards(facts)
    const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
    for (const person of people) refuseAfterClosing(person, facts.from)
    const planned = new Set(
      allServicePlans(ctx)
        .filter((plan) => plan.serviceItemId === itemId && overlap(plan, facts))
        .map(({ recipientId }) => recipientId),
    )
    const twice = people.find(({ id }) => planned.has(id))
    if (twice)
      throw failure(
        'CONFLICT',
        `${twice.name}这段时间已有同一项目的计划，没有保存任何人。先改原来的计划，或把这一位去掉。`,
        { recipientIds: `${twice.name}已有计划` },
      )
    const { providerId: serviceProviderId, ...rest } = facts
    return {
      ids: people.map(({ id: recipientId }) =>
        addServicePlan(ctx, { recipientId, serviceItemId: itemId, serviceProviderId, ...rest }),
      ),
    }
  },

  'services.updatePlan': (ctx, { id, revision, itemId, providerId, ...facts }) => {
    requirePlan(ctx, id)
    requireItem(ctx, itemId)
    checkProvider(ctx, providerId, facts.mode, facts.from)
    refuseBackwards(facts)
    const patch = { serviceItemId: itemId, serviceProviderId: providerId, ...facts }
    updateServicePlan(ctx, id, patch, revision)
    return {}
  },

  'services.voidPlan': (ctx, { id, reason }) => {
    requirePlan(ctx, id)
    voidServicePlan(ctx, id, reason)
    return {}
  },
}

const overlap = (
  one: { from: Day; to: Day | null },
  other: { from: Day; to: Day | null },
): boolean =>
  (one.to === null || one.to >= other.from) && (other.to === null || other.to >= one.from)

function refuseBackwards({ from, to }: { from: Day; to: Day | null }): void {
  if (to !== null && to < from)
    throw failure('VALIDATION', '计划的结束早于开始，没有保存。', { to: `不能早于 ${from}` })
}

function requirePlan(ctx: StoreContext, id: number): ServicePlan {
  const plan = allServicePlans(ctx).find((one) => one.id === id)
  if (!plan) throw failure('NOT_FOUND', '找不到这条服务计划，可能已被更正隐去。请刷新后再试。')
  requirePerson(ctx, plan.recipientId)
  return plan
}

/** Plans that promise something in the month; of one person those that have ended too. */
function plansOf(
  ctx: StoreContext,
  {
    month = ctx.today.slice(0, 7),
    recipientId,
    villageId,
    itemId,
    state,
  }: InputOf<'services.plans'>,
): OutputOf<'services.plans'> {
  if (recipientId !== undefined) requirePerson(ctx, recipientId)
  const [first, last] = [`${month}-01`, endOf('month', `${month}-01`)]
  const people = new Map(loadRoster(ctx).map((person) => [person.id, person]))
  const items = new Map(allServiceItems(ctx).map((item) => [item.id, item]))
  const providers = new Map(allServiceProviders(ctx).map(({ id, name }) => [id, name]))
  const done = servicesDone(ctx, first, last)
  const rows = allServicePlans(ctx).flatMap((plan): ServicePlanRow[] => {
    const person = people.get(plan.recipientId)
    const item = items.get(plan.serviceItemId)
    if (!person || !item) return []
    if (recipientId === undefined ? person.status !== 'active' : person.id !== recipientId)
      return []
    if (villageId !== undefined && person.villageId !== villageId) return []
    if (itemId !== undefined && item.id !== itemId) return []
    const promised = promisedIn(plan, first)
    if (recipientId === undefined && promised === 0) return []
    const { tier } = tierOf(ctx, person)
    const tariff = tariffOn(ctx, item.id, ctx.today)
    const row = {
      id: plan.id,
      revision: plan.revision,
      recipientId: person.id,
      recipientName: person.name,
      villageName: person.villageName || null,
      villageGroupName: person.villageGroupName || null,
      tier,
      itemId: item.id,
      itemName: item.name,
      kind: item.kind,
      unit: item.unit,
      count: plan.count,
      every: plan.every,
      mode: plan.mode,
      providerId: plan.serviceProviderId,
      providerName:
        plan.serviceProviderId === null ? null : (providers.get(plan.serviceProviderId) ?? null),
      from: plan.from,
      to: plan.to,
      note: plan.note,
      promised,
      done: done.get(doneKey(person.id, item.id)) ?? 0,
      unitPays: isGiven(plan.mode) ? 0 : tariff && unitPrice(tariff, tier),
    }
    if (state !== undefined && row.done < row.promised !== (state === 'short')) return []
    return [row]
  })
  return {
    month,
    promised: rows.reduce((sum, row) => sum + row.promised, 0),
    done: rows.reduce((sum, row) => sum + Math.min(row.done, row.promised), 0),
    rows,
  }
}
