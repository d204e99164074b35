import type { Centre } from '@db/repositories/centre'
import { markDistinct } from '@db/repositories/distinct-pairs'
import { allFiles, enterFamily } from '@db/repositories/imports'
import { beginGroups, beginOverride, beginResidence } from '@db/repositories/recipient-periods'
import { archiveNumbers, enterRecipient, type NewRecipient } from '@db/repositories/recipients'
import type { Day } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/periods'
import type { RosterPerson } from '@db/repositories/roster'
import type { ImportResult } from '@shared/contract/imports'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { factsOf, listsOf } from '@shared/domain/imports/differences'
import type { PersonDraft } from '@shared/domain/imports/draft'
import { categoryLabel } from '@shared/domain/vocabulary'
import { saveCustomValues } from '../custom-fields/values'
import type { WritingContext } from './apply'
import { entryOf, membersOf, moveChildren, newMembers } from './child-differences'
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
  for (const row of rows) {
    const file = row.person ? files.get(row.person.id) : undefined
    if (!row.person || !file) {
      openFile(writing, home, row, nextArchiveNo())
      result.created += 1
    } else if (completeFile(writing, home, row, row.person)) result.updated += 1
    else result.unchanged += 1
  }
  return result
}

function openFile(
  { ctx, office, places, batchId, from }: WritingContext,
  home: Centre,
  { draft, word, candidates }: EvaluatedRow<'people'>,
  archiveNo: string,
): void {
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
}

/** Writes what the clerk took; answers whether anything was new. */
function completeFile(
  { ctx, office, places, from }: WritingContext,
  home: Centre,
  { draft, differences }: EvaluatedRow<'people'>,
  person: RosterPerson,
): boolean {
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

/** From when a ledger's fact holds: what was entered for a later day was known later, and stays. */
function notBefore(known: readonly Period[], from: Day, today: Day): Day {
  const latest = known.reduce((last, period) => (period.from > last ? period.from : last), '')
  if (latest <= from) return from
  return latest < today ? today : latest
}

/** An age without a birth date is kept in words: a year of birth made of it would be a guess. */
function remarkOf({ remark, statedAge, birthDate }: PersonDraft): string | null {
  if (!statedAge || birthDate !== null) return remark
  const asOf = statedAge.asOf ? `，${formatPartialDate(statedAge.asOf)}` : ''
  const age = `台账年龄${statedAge.nominal ? '（虚岁）' : ''} ${statedAge.years} 岁${asOf}`
  return remark ? `${age}；${remark}` : age
}
