import type { StoreContext, WriteContext } from '@db/context'
import { readSetting, writeSetting } from '@db/repositories/settings'
import type { OutputOf } from '@shared/contract'
import type { ListView } from '@shared/contract/recipient-lists'

type OwnLists = OutputOf<'recipientLists.own'>

/** Views and columns belong to the operator: a colleague's list stays as the colleague left it. */
const keyOf = (ctx: StoreContext): string => `recipientLists:${ctx.operator.id}`

export function ownLists(ctx: StoreContext): OwnLists {
  return readSetting<OwnLists>(ctx, keyOf(ctx)) ?? { columns: null, views: [] }
}

export function setColumns(ctx: WriteContext, columns: OwnLists['columns']): void {
  writeSetting(ctx, keyOf(ctx), { ...ownLists(ctx), columns })
}

export function saveView(ctx: WriteContext, view: ListView): void {
  const own = ownLists(ctx)
  const others = own.views.filter(({ name }) => name !== view.name)
  writeSetting(ctx, keyOf(ctx), { ...own, views: [...others, view] })
}

export function removeView(ctx: WriteContext, name: string): void {
  const own = ownLists(ctx)
  writeSetting(ctx, keyOf(ctx), { ...own, views: own.views.filter((view) => view.name !== name) })
}
