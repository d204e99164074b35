import type { StoreContext } from '@db/context'
import { customFields, customValuesOf } from '@db/repositories/custom-fields'
import { derivedFromRoster, isVisible, type RosterPerson } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import { mayReadCustom } from '../custom-fields/values'
import { better, keysOf, rankName, rankOf, rankPhones, ranks, readQuery } from './name-index'
import type { NameKeys, Rank, Word } from './name-index'

interface Entry {
  readonly person: RosterPerson
  readonly keys: NameKeys
  readonly formerKeys: NameKeys | null
  /** Of children and other family: whoever calls the office says from which number. */
  readonly familyPhones: readonly string[]
}

export interface PersonHit {
  readonly person: RosterPerson
  readonly rank: number
}

function entriesOf(ctx: StoreContext): readonly Entry[] {
  return derivedFromRoster(ctx, 'search.people', (people) =>
    people.map((person) => ({
      person,
      keys: keysOf(ctx, person.name, person.initials),
      formerKeys: person.formerName ? keysOf(ctx, person.formerName, null) : null,
      familyPhones: person.family.flatMap(({ phones }) => phones),
    })),
  )
}

/**
 * People who answer a query, best first: by name in characters, pinyin or initials with every
 * reading of the surname, former name, tail of ID or phone, archive number, village; several words
 * must all fit (`下河 lyz`).
 */
export function findPeople(ctx: StoreContext, text: string): PersonHit[] {
  const query = readQuery(text)
  if (query.length === 0) return []
  const inVillage = villageMatcher(ctx)
  const wordsOf = ownWords(ctx)
  const hits: PersonHit[] = []
  for (const entry of entriesOf(ctx)) {
    const rank = rankOf(query, (word) => rankPerson(word, entry, inVillage, wordsOf))
    if (rank !== null && isVisible(entry.person, ctx.scope))
      hits.push({ person: entry.person, rank })
  }
  // Those on file before closed files; then as they were entered.
  const order = ({ person, rank }: PersonHit): number =>
    rank * 2 + Number(person.status !== 'active')
  return hits.sort((a, b) => order(a) - order(b))
}

type InVillage = (word: Word, villageId: number | null) => boolean

/** Texts of 自定义字段 that the operator may read, by person. */
function ownWords(ctx: StoreContext): (personId: number) => readonly string[] {
  const texts = customFields(ctx).filter(
    (field) => field.kind === 'text' && mayReadCustom(ctx, field),
  )
  if (texts.length === 0) return () => []
  return (personId) => {
    const values = customValuesOf(ctx, personId)
    return texts.flatMap(({ id }) => (values.get(id) as string | undefined)?.toLowerCase() ?? [])
  }
}

function rankPerson(
  word: Word,
  entry: Entry,
  inVillage: InVillage,
  wordsOf: (personId: number) => readonly string[],
): Rank {
  const { person, keys, formerKeys, familyPhones } = entry
  let rank = rankName(word, person.name, keys)
  if (formerKeys && word.name(formerKeys)) rank = better(rank, ranks.other)
  if (word.tail !== null) {
    if (person.idNumber === word.tail) return ranks.whole
    if (person.idNumber?.endsWith(word.tail)) rank = better(rank, ranks.tail)
    rank = better(rank, rankPhones(word, person.phones))
    if (rankPhones(word, familyPhones) !== null) rank = better(rank, ranks.other)
  }
  if (rank === null && person.archiveNo === word.text) rank = ranks.whole
  if (rank === null && inVillage(word, person.villageId)) rank = ranks.village
  if (
    rank === null &&
    word.text.length > 1 &&
    wordsOf(person.id).some((own) => own.includes(word.text))
  )
    rank = ranks.other
  return rank
}

/** Whether a word names a person's village; asked once per village and word. */
function villageMatcher(ctx: StoreContext): InVillage {
  const matching = new Map<Word, ReadonlySet<number>>()
  return (word, villageId) => {
    if (villageId === null) return false
    let villages = matching.get(word)
    if (!villages) {
      villages = new Set(villagesNamed(ctx, word).map(({ id }) => id))
      matching.set(word, villages)
    }
    return villages.has(villageId)
  }
}

/** Villages a word names: in characters anywhere in the name, in pinyin or initials from its start. */
export function villagesNamed(ctx: StoreContext, word: Word): { id: number; name: string }[] {
  if (word.text.length < 2) return []
  return allVillages(ctx)
    .map((village) => ({ id: village.id, name: villageNameOn(village, ctx.today) }))
    .filter(
      ({ name }) => name.includes(word.text) || word.name(keysOf(ctx, name, null)) === 'start',
    )
}
