import { allChainLinks, beginChainLink, type ChainOwner } from '@db/repositories/chain'
import type { ChainDraft } from '@shared/domain/imports/draft'
import { holdsOn } from '@shared/domain/periods'
import type { WritingContext } from './apply'
import { notBefore } from './fact-begins'
import type { EvaluatedRow } from './office'
import { isTaken } from './row-difference'

/** A person with the links of 责任链 that a ledger gives them. */
export interface ChainOfPerson {
  recipientId: number
  villageId: number | null
  chain: readonly ChainDraft[]
}

/** What a row names of 责任链: of somebody new all of it, otherwise what the clerk takes. */
export const takenChain = ({
  person,
  draft,
  differences,
}: EvaluatedRow<'people' | 'pairings'>): ChainDraft[] =>
  draft.chain.filter(({ level }) => !person || isTaken(differences, `chain.${level}`))

/**
 * 责任链 of many people at once. Where a village has nobody yet and all its rows name the same
 * person, that one answers for the village; otherwise each for whom somebody else is named.
 */
export function writeChain({ ctx, from }: WritingContext, people: readonly ChainOfPerson[]): void {
  const links = allChainLinks(ctx)
  const keyOf = (village: number | null, { level }: Pick<ChainDraft, 'level'>): string =>
    `${village}/${level}`
  const answering = new Map<string, string>()
  for (const link of links)
    if (link.villageId !== null && holdsOn(link, ctx.today))
      answering.set(keyOf(link.villageId, link), link.name)
  const named = new Map<string, Set<string>>()
  for (const { villageId, chain } of people)
    for (const link of chain) {
      const key = keyOf(villageId, link)
      named.set(key, (named.get(key) ?? new Set()).add(link.name))
    }
  const begin = (owner: ChainOwner, { level, name, post, phone }: ChainDraft): void => {
    const known = links.filter(
      (link) =>
        link.level === level &&
        link.villageId === owner.villageId &&
        link.recipientId === owner.recipientId,
    )
    const begins = notBefore(known, from, ctx.today)
    beginChainLink(ctx, { ...owner, level, name, post, phone, from: begins }, known)
  }
  const settled = new Set<string>()
  for (const { recipientId, villageId, chain } of people)
    for (const link of chain) {
      const key = keyOf(villageId, link)
      const own = `${recipientId}/${link.level}`
      if (villageId !== null && !answering.has(key) && named.get(key)?.size === 1) {
        begin({ villageId, recipientId: null }, link)
        answering.set(key, link.name)
      } else if (answering.get(key) !== link.name && !settled.has(own)) {
        begin({ villageId: null, recipientId }, link)
        settled.add(own)
      }
    }
}
