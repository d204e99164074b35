import type { StoreContext } from '@db/context'
import {
  addServiceItem,
  addServiceProvider,
  allServiceItems,
  allServiceProviders,
  beginPrice,
  pricesOf,
  updateServiceItem,
  updateServiceProvider,
  type ServiceItem,
  type ServicePrice,
} from '@db/repositories/services'
import { failure } from '@shared/contract/failure'
import type { servicesContract } from '@shared/contract/services'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn } from '@shared/domain/periods'
import { presetItems } from '@shared/domain/services/preset'
import type { ServiceMode } from '@shared/domain/services/vocabulary'
import type { HandlersOf } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'

type CatalogueOps =
  | 'services.catalogue'
  | 'services.adoptPreset'
  | 'services.saveItem'
  | 'services.setPrice'
  | 'services.saveProvider'

/** 服务目录: items with their dated prices, and who serves. */
export const catalogueHandlers: Pick<HandlersOf<typeof servicesContract>, CatalogueOps> = {
  'services.catalogue': (ctx) => ({
    items: allServiceItems(ctx).map(({ id, revision, kind, name, unit, endedOn }) => {
      const prices = pricesOf(ctx, id).map(priceOf)
      const price = prices.find((one) => holdsOn(one, ctx.today)) ?? null
      return { id, revision, kind, name, unit, endedOn, price, prices }
    }),
    providers: allServiceProviders(ctx).map(
      ({ id, revision, mode, name, contactName, phone, note, endedOn }) => ({
        id,
        revision,
        mode,
        name,
        contactName,
        phone,
        note,
        endedOn,
      }),
    ),
  }),

  'services.adoptPreset': (ctx) => {
    requireWholeTownship(ctx)
    const known = new Set(allServiceItems(ctx).map(({ name }) => name))
    const missing = presetItems.filter(({ name }) => !known.has(name))
    for (const item of missing) addServiceItem(ctx, item)
    return { added: missing.length }
  },

  'services.saveItem': (ctx, { id, revision, ...facts }) => {
    requireWholeTownship(ctx)
    if (allServiceItems(ctx).some((item) => item.name === facts.name && item.id !== id))
      throw failure('CONFLICT', `目录里已有“${facts.name}”，没有保存。`, { name: '名称重复' })
    if (id === undefined) return { id: addServiceItem(ctx, facts) }
    requireItem(ctx, id)
    updateServiceItem(ctx, id, facts, requireRevision(revision))
    return { id }
  },

  'services.setPrice': (ctx, { itemId, ...begin }) => {
    requireWholeTownship(ctx)
    requireItem(ctx, itemId)
    beginPrice(ctx, itemId, begin)
    return {}
  },

  'services.saveProvider': (ctx, { id, revision, ...facts }) => {
    requireWholeTownship(ctx)
    if (id === undefined) return { id: addServiceProvider(ctx, facts) }
    if (!allServiceProviders(ctx).some((one) => one.id === id))
      throw failure('NOT_FOUND', '找不到这个服务单位。请刷新后再试。')
    updateServiceProvider(ctx, id, facts, requireRevision(revision))
    return { id }
  },
}

const priceOf = ({ id, from, to, price, lowCostPrice }: ServicePrice) => ({
  id,
  from,
  to,
  price,
  lowCostPrice,
})

function requireRevision(revision: number | undefined): number {
  if (revision === undefined)
    throw failure('VALIDATION', '没有说明是从哪一次保存改起的，没有保存。请刷新后再试。', {
      revision: '必填',
    })
  return revision
}

export function requireItem(ctx: StoreContext, id: number): ServiceItem {
  const item = allServiceItems(ctx).find((one) => one.id === id)
  if (!item) throw failure('NOT_FOUND', '找不到这个服务项目。请刷新后再试。')
  return item
}

/** A provider must be one of the way of serving, and still serve on the day. */
export function checkProvider(
  ctx: StoreContext,
  providerId: number | null,
  mode: ServiceMode,
  day: Day,
): void {
  if (providerId === null) return
  const provider = allServiceProviders(ctx).find(({ id }) => id === providerId)
  if (!provider) throw failure('NOT_FOUND', '找不到这个服务单位，没有保存。请刷新后再试。')
  if (provider.mode !== mode)
    throw failure('VALIDATION', `“${provider.name}”不是这种服务方式，没有保存。`, {
      providerId: '服务方式不同',
    })
  if (provider.endedOn !== null && provider.endedOn < day)
    throw failure('VALIDATION', `“${provider.name}”到 ${provider.endedOn} 为止，没有保存。`, {
      providerId: '那天已停止服务',
    })
}
