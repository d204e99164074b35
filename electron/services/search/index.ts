import { dictionariesOf } from '@db/repositories/dictionaries'
import type { StoreContext } from '@db/context'
import { visibleHelpers } from '../helpers/access'
import { allRegisters } from '@db/repositories/registers'
import { loadVillages } from '@db/repositories/villages'
import type { searchContract, SearchHit } from '@shared/contract/search'
import { mayDo } from '@shared/domain/rights'
import { genderLabel, recipientStatusLabel } from '@shared/domain/vocabulary'
import type { HandlersOf } from '../../core/context'
import { statedAge } from '../recipients/age'
import { better, keysOf, rankName, rankOf, rankPhones, readQuery } from './name-index'
import { findPeople, villagesNamed, type PersonHit } from './people'

interface RankedHit extends SearchHit {
  rank: number
}

const told = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(' · ')

function personHit(ctx: StoreContext, { person, rank }: PersonHit): RankedHit {
  const { gender, status } = person
  return {
    kind: 'recipient',
    id: person.id,
    title: person.name,
    detail: told(
      gender && genderLabel[gender],
      statedAge(ctx, person.birthDate),
      person.villageName + person.villageGroupName,
      status !== 'active' && recipientStatusLabel[status],
    ),
    rank,
  }
}

function findHelpers(ctx: StoreContext, text: string): RankedHit[] {
  const query = readQuery(text)
  return visibleHelpers(ctx).flatMap((helper) => {
    const keys = keysOf(ctx, helper.name, helper.initials)
    const rank = rankOf(query, (word) =>
      better(rankName(word, helper.name, keys), rankPhones(word, helper.phones)),
    )
    if (rank === null) return []
    const left = helper.to !== null && helper.to < ctx.today
    const detail = told(
      dictionariesOf(ctx).words('helperKind', helper.kind),
      helper.unit,
      left && '已离任',
    )
    return [{ kind: 'helper' as const, id: helper.id, title: helper.name, detail, rank }]
  })
}

function findVillages(ctx: StoreContext, text: string): RankedHit[] {
  const [whole] = readQuery(text)
  if (!whole) return []
  const visible = new Set(loadVillages(ctx).map(({ id }) => id))
  return villagesNamed(ctx, whole[0]!)
    .filter(({ id }) => visible.has(id))
    .map(({ id, name }) => ({
      kind: 'village' as const,
      id,
      title: name,
      detail: '村社区',
      rank: -1, // stands before its many people
    }))
}

/** 登记簿 by their names, for whoever may open them. */
function findRegisters(ctx: StoreContext, text: string): RankedHit[] {
  const wanted = text.trim()
  if (wanted === '' || !mayDo(ctx.operator.role, 'registers.read')) return []
  return allRegisters(ctx)
    .filter(({ name, retired }) => !retired && (name.includes(wanted) || wanted === '登记簿'))
    .map(({ id, name }) => ({
      kind: 'register' as const,
      id,
      title: name,
      detail: '登记簿',
      rank: -1,
    }))
}

export const searchHandlers: HandlersOf<typeof searchContract> = {
  'search.global': (ctx, { text, limit }) => {
    const people = findPeople(ctx, text).slice(0, limit)
    const hits = [
      ...findVillages(ctx, text),
      ...people.map((hit) => personHit(ctx, hit)),
      ...findHelpers(ctx, text),
      ...findRegisters(ctx, text),
    ]
    return {
      hits: hits
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ kind, id, title, detail }) => ({ kind, id, title, detail })),
    }
  },
}
