import type { StoreContext } from '@db/context'
import {
  allChainLinks,
  beginChainLink,
  clearChain,
  type ChainLink,
  type ChainOwner,
} from '@db/repositories/chain'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { teamsContract } from '@shared/contract/teams'
import { codesOf } from '@shared/domain/vocabulary'
import { chainLevelLabel } from '@shared/domain/pairings/vocabulary'
import { holdsOn } from '@shared/domain/periods'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'

type ChainHandlers = Pick<
  HandlersOf<typeof teamsContract>,
  Extract<keyof typeof teamsContract, `chain.${string}`>
>

export const chainHandlers: ChainHandlers = {
  'chain.list': (ctx) => {
    const people = loadRoster(ctx).filter(({ status }) => status === 'active')
    return loadVillages(ctx)
      .filter((village) => holdsOn(village, ctx.today))
      .map((village) => {
        const own = allChainLinks(ctx).filter(({ villageId }) => villageId === village.id)
        const there = people.filter(({ villageId }) => villageId === village.id)
        return {
          villageId: village.id,
          villageName: villageNameOn(village, ctx.today),
          links: levels.flatMap((level) => own.filter((link) => isOf(ctx, link, level)).map(shown)),
          others: own
            .filter((link) => !holdsOn(link, ctx.today))
            .map(shown)
            .toReversed(),
          helpers: new Set(there.flatMap(({ helpers }) => helpers.map((one) => one.helperId))).size,
          active: there.length,
        }
      })
  },

  'chain.ofRecipient': (ctx, { recipientId }) =>
    chainOf(ctx, requirePerson(ctx, recipientId)).map((link) => ({
      ...shown(link),
      own: link.recipientId !== null,
    })),

  'chain.set': (ctx, { villageIds, recipientId, ...values }) => {
    for (const owner of ownersOf(ctx, [...new Set(villageIds)], recipientId))
      beginChainLink(ctx, { ...values, ...owner })
    return {}
  },

  'chain.clear': (ctx, { level, villageId, recipientId, from }) => {
    const villages = villageId === null ? [] : [villageId]
    for (const owner of ownersOf(ctx, villages, recipientId)) clearChain(ctx, owner, level, from)
    return {}
  },
}

const levels = codesOf(chainLevelLabel)

const isOf = (ctx: StoreContext, link: ChainLink, level: ChainLink['level']): boolean =>
  link.level === level && holdsOn(link, ctx.today)

/** Who answers for a person today: whoever was named for them, otherwise for their village. */
export function chainOf(
  ctx: StoreContext,
  person: Pick<RosterPerson, 'id' | 'villageId'>,
): ChainLink[] {
  const links = allChainLinks(ctx)
  return levels.flatMap((level) => {
    const own = links.findLast((link) => link.recipientId === person.id && isOf(ctx, link, level))
    const village = links.findLast(
      ({ villageId, ...link }) =>
        villageId !== null &&
        villageId === person.villageId &&
        isOf(ctx, { villageId, ...link }, level),
    )
    return own ?? village ?? []
  })
}

function ownersOf(
  ctx: StoreContext,
  villageIds: readonly number[],
  recipientId: number | null,
): ChainOwner[] {
  if (recipientId !== null) {
    requirePerson(ctx, recipientId)
    return [{ recipientId, villageId: null }]
  }
  const standing = new Set(
    loadVillages(ctx)
      .filter((village) => holdsOn(village, ctx.today))
      .map(({ id }) => id),
  )
  if (!villageIds.every((id) => standing.has(id))) {
    throw failure('VALIDATION', '有的村（社区）不存在或已撤并，没有保存。请重新选择。', {
      villageIds: '请重新选择',
    })
  }
  return villageIds.map((villageId) => ({ villageId, recipientId: null }))
}

const shown = ({ level, name, post, phone, from, to }: ChainLink) => ({
  level,
  name,
  post,
  phone,
  from,
  to,
})
