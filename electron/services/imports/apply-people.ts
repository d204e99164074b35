import type { Centre } from '@db/repositories/centre'
import { allFiles, enterFamily, type MemberEntry } from '@db/repositories/imports'
import { beginGroups, beginOverride, beginResidence } from '@db/repositories/recipient-periods'
import {
  archiveNumbers,
  enterRecipient,
  updateRecipient,
  type NewRecipient,
  type RecipientPatch,
} from '@db/repositories/recipients'
import type { Day } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/periods'
import type { RosterPerson } from '@db/repositories/roster'
import type { ImportResult } from '@shared/contract/imports'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { additionsTo, factsOf, listsOf } from '@shared/domain/imports/differences'
import type { ChildDraft, PersonDraft } from '@shared/domain/imports/draft'
import { absenceScopeOf, isAtHome } from '@shared/domain/imports/whereabouts'
import { categoryLabel, type Category } from '@shared/domain/vocabulary'
import type { WritingContext } from './apply'
import type { EvaluatedRow } from './office'

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
    } else if (completeFile(writing, home, row, row.person, file)) result.updated += 1
    else result.unchanged += 1
  }
  return result
}

function openFile(
  { ctx, office, places, batchId, from }: WritingContext,
  home: Centre,
  { draft, word }: EvaluatedRow<'people'>,
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
  enterFamily(ctx, recipientId, 0, familyOf(draft, home))
  for (const category of claimsOf(draft))
    beginOverride(ctx, recipientId, [], {
      category,
      holds: true,
      from,
      reason: `台账登记为${categoryLabel[category]}（${office.staged.fileName}）`,
    })
}

/** Writes what the file lacks and what the clerk took; answers whether anything was new. */
function completeFile(
  { ctx, office, places, from }: WritingContext,
  home: Centre,
  { draft, differences, word }: EvaluatedRow<'people'>,
  person: RosterPerson,
  file: {
    phones: string[]
    chronicDiseases: string[]
    incomeSources: string[]
    reliefKinds: string[]
    serviceNeeds: string[]
    remark: string | null
  },
): boolean {
  const taken = differences.filter((difference) => difference.taken)
  const moves = taken.some(({ fact }) => fact === 'village' || fact === 'villageGroup')
  const patch: Record<string, unknown> = Object.fromEntries(
    taken
      .filter(({ fact }) => fact !== 'village' && fact !== 'villageGroup')
      .map(({ fact, inLedger }) => [fact, inLedger]),
  )
  Object.assign(patch, additionsTo(file, listsOf(draft)))
  if (patch['phones']) patch['hasNoPhone'] = false
  // Initials set by hand belong to the old name.
  if (patch['name']) patch['initials'] = null
  if (patch['idNumber'] && word.keepIdNumber) patch['idNumberNote'] = word.keepIdNumber
  if (!file.remark && draft.remark) patch['remark'] = draft.remark
  const groups = draft.groups.filter((group) => !person.groups.includes(group))
  const known = new Set(person.family.map(({ name }) => name))
  const members = familyOf(draft, home).filter(({ name }) => !known.has(name))
  const claims = claimsOf(draft).filter(
    (category) => !person.overrides.some((one) => one.category === category && one.to === null),
  )
  const reason = `导入：${office.staged.fileName}`
  if (Object.keys(patch).length > 0) updateRecipient(ctx, person.id, patch as RecipientPatch)
  if (moves && draft.village)
    beginResidence(ctx, person.id, person.residences, {
      villageId: places.villageId(draft.village),
      villageGroupId: places.groupId(draft.village, draft.villageGroup),
      from: notBefore(person.residences, from, ctx.today),
      reason,
    })
  if (groups.length > 0)
    beginGroups(ctx, person.id, person.groupSpans, {
      groups: [...person.groups, ...groups],
      from,
      reason,
    })
  enterFamily(ctx, person.id, person.family.length, members)
  for (const category of claims)
    beginOverride(ctx, person.id, person.overrides, { category, holds: true, from, reason })
  return (
    Object.keys(patch).length > 0 ||
    moves ||
    groups.length > 0 ||
    members.length > 0 ||
    claims.length > 0
  )
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

/** Categories that facts of the same row already tell are not claimed beside them. */
function claimsOf({ categories, birthDate, disabilityLevel }: PersonDraft): Category[] {
  const told = new Set<Category>([
    'livingAlone',
    'incapacitated',
    'partlyIncapacitated',
    'subsistenceAllowance',
    'marginalIncome',
    'rigidExpenditure',
    'extremePoverty',
    'povertyMonitored',
    'specialCare',
  ])
  if (birthDate !== null)
    for (const byAge of ['advancedAge', 'centenarian'] as const) told.add(byAge)
  if (disabilityLevel !== null) told.add('severeDisability')
  return categories.filter((category) => !told.has(category))
}

function familyOf({ children, spouse }: PersonDraft, home: Centre): MemberEntry[] {
  const members = children.map((child): MemberEntry => memberOf(child, home))
  if (!spouse?.name) return members
  return [
    {
      name: spouse.name,
      relation: 'spouse',
      gender: null,
      phones: spouse.phone ? [spouse.phone] : [],
      isSupporter: false,
      absence: null,
    },
    ...members,
  ]
}

function memberOf(child: ChildDraft, home: Centre): MemberEntry {
  const { name, relation, gender, idNumber, phones, place, since, reason, homeVisits, note } = child
  const atHome = place !== null && isAtHome(place)
  const isAway = !atHome && (place !== null || since !== null || reason !== null)
  return {
    name,
    relation,
    gender,
    idNumber,
    phones,
    isSupporter: relation === null || relation === 'son' || relation === 'daughter',
    livesTogether: atHome && /同住|在家|家/.test(place) ? true : null,
    note: atHome ? [note, place].filter(Boolean).join('；') : note,
    absence: isAway
      ? { place, scope: absenceScopeOf(place, home), reason, since, to: null, homeVisits }
      : null,
  }
}
