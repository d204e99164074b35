import type { Centre } from '@db/repositories/centre'
import { markDistinct } from '@db/repositories/distinct-pairs'
import { allFiles, enterFamily } from '@db/repositories/imports'
import { beginGroups, beginOverride, beginResidence } from '@db/repositories/recipient-periods'
import { archiveNumbers, enterRecipient, type NewRecipient } from '@db/repositories/recipients'
import type { RosterPerson } from '@db/repositories/roster'
import type { ImportResult } from '@shared/contract/imports'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { factsOf, listsOf } from '@shared/domain/imports/differences'
import type { PersonDraft } from '@shared/domain/imports/draft'
import { categoryLabel } from '@shared/domain/vocabulary'
import { saveCustomValues } from '../custom-fields/values'
import type { WritingContext } from './apply'
import { takenChain, writeChain, type ChainOfPerson } from './apply-chain'
import { EntitlementWriter, takesAll } from './apply-entitlements'
import { entryOf, membersOf, moveChildren, newMembers } from './child-differences'
import { notBefore } from './fact-begins'
import type { EvaluatedRow } from './office'
import { claimsOf, newClaims } from './person-differences'
import { isTaken, writeTaken } from './row-difference'

/** Files of people: new ones opened, known ones completed with what the clerk took. */
export function writePeople(
  writing: WritingContext,
  home: Centre,
  rows: readonly EvaluatedRow<'people'>[],
): ImportResult['people'] {
  const { ctx } = writing
  const files = allFiles(ctx)
  const nextArchiveNo = archiveNumbers(ctx)
  const result = { created: 0, updated: 0, unchanged: 0 }
  const entitlements = new EntitlementWriter(writing)
  const chains: ChainOfPerson[] = []
  for (const row of rows) {
    const chain = takenChain(row)
    const file = row.person ? files.get(row.person.id) : undefined
    if (!row.person || !file) {
      const recipientId = openFile(writing, home, row, nextArchiveNo())
      entitlements.write(recipientId, row.draft, takesAll)
      const villageId = writing.places.villageId(row.draft.village ?? '')
      chains.push({ recipientId, villageId, chain })
      result.created += 1
      continue
    }
    const { villageId } = row.person
    if (chain.length > 0) chains.push({ recipientId: file.id, villageId, chain })
    const takes = (fact: string): boolean => isTaken(row.differences, fact)
    const completed = completeFile(writing, home, row, row.person)
    const entitled = entitlements.write(file.id, row.draft, takes)
    result[completed || entitled || chain.length > 0 ? 'updated' : 'unchanged'] += 1
  }
  writeChain(writing, chains)
  return result
}

function openFile(
  writing: WritingContext,
  home: Centre,
  { draft, word, candidates }: EvaluatedRow<'people'>,
  archiveNo: string,
): number {
  const { ctx, office, places, batchId, from } = writing
  const village = draft.village ?? ''
  const facts: NewRecipient = {
    ...factsOf(draft),
    ...listsOf(draft),
    archiveNo,
    idNumberNote: word.keepIdNumber && draft.idNumberAsWritten ? word.keepIdNumber : null,
    hasNoPhone: draft.hasNoPhone,
    remark: remarkOf(draft),
    importId: batchId,
  }
  const recipientId = enterRecipient(ctx, {
    facts,
    villageId: places.villageId(village),
    villageGroupId: places.groupId(village, draft.villageGroup),
    groups: draft.groups,
    from,
    reason: `导入：${office.staged.fileName}`,
  })
  for (const { id } of candidates)
    markDistinct(ctx, recipientId, id, `导入时确认不是同一人：${office.staged.fileName}`)
  saveCustomValues(ctx, recipientId, { ...draft.custom })
  enterFamily(
    ctx,
    recipientId,
    0,
    membersOf(draft).map((member) => entryOf(member, home)),
  )
  for (const category of claimsOf(draft))
    beginOverride(ctx, recipientId, [], {
      category,
      holds: true,
      from,
      reason: `台账登记为${categoryLabel[category]}（${office.staged.fileName}）`,
    })
  return recipientId
}

/** Writes what the clerk took; answers whether anything was new. */
function completeFile(
  writing: WritingContext,
  home: Centre,
  { draft, differences }: EvaluatedRow<'people'>,
  person: RosterPerson,
): boolean {
  const { ctx, office, places, from } = writing
  const takes = (fact: string): boolean => isTaken(differences, fact)
  const reason = `导入：${office.staged.fileName}`
  const moves = takes('village') || takes('villageGroup')
  // A group of the village on file is told without the village.
  const village = draft.village ?? person.villageName
  let wrote = writeTaken(ctx, differences).size > 0
  if (moves) {
    beginResidence(ctx, person.id, person.residences, {
      villageId: places.villageId(village),
      villageGroupId: places.groupId(village, draft.villageGroup),
      from: notBefore(person.residences, from, ctx.today),
      reason,
    })
    wrote = true
  }
  const custom = Object.entries(draft.custom).filter(([id]) => takes(`custom.${id}`))
  if (custom.length > 0) {
    saveCustomValues(ctx, person.id, Object.fromEntries(custom))
    wrote = true
  }
  if (takes('groups')) {
    const groups = [...new Set([...person.groups, ...draft.groups])]
    const begins = notBefore(person.groupSpans, from, ctx.today)
    beginGroups(ctx, person.id, person.groupSpans, { groups, from: begins, reason })
    wrote = true
  }
  if (takes('family')) {
    const entries = newMembers(person, draft).map((member) => entryOf(member, home))
    enterFamily(ctx, person.id, person.family.length, entries)
    wrote = true
  }
  if (moveChildren(ctx, person, draft.children, differences, home)) wrote = true
  if (takes('claims')) {
    for (const category of newClaims(person, draft)) {
      const begins = notBefore(
        person.overrides.filter((one) => one.category === category),
        from,
        ctx.today,
      )
      beginOverride(ctx, person.id, person.overrides, {
        category,
        holds: true,
        from: begins,
        reason,
      })
    }
    wrote = true
  }
  return wrote
}

/** An age without a birth date is kept in words: a year of birth made of it would be a guess. */
function remarkOf({ remark, statedAge, birthDate }: PersonDraft): string | null {
  if (!statedAge || birthDate !== null) return remark
  const asOf = statedAge.asOf ? `，${formatPartialDate(statedAge.asOf)}` : ''
  const age = `台账年龄${statedAge.nominal ? '（虚岁）' : ''} ${statedAge.years} 岁${asOf}`
  return remark ? `${age}；${remark}` : age
}
