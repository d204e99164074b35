import type { RecipientFile } from '@db/repositories/imports'
import type { RosterPerson } from '@db/repositories/roster'
import {
  additionsTo,
  differencesBetween,
  factsOf,
  listsOf,
  type ListName,
} from '@shared/domain/imports/differences'
import type { PersonDraft } from '@shared/domain/imports/draft'
import { differenceOf } from '@shared/domain/imports/updates'
import { categoryLabel, type Category } from '@shared/domain/vocabulary'
import { childrenTold, newMembers } from './child-differences'
import type { Told } from './row-difference'
import type { RowWord } from './staging'

/** Everything a row says of a person on file that is not on file so. */
export function personTold(
  person: RosterPerson,
  file: RecipientFile,
  draft: PersonDraft,
  word: RowWord,
): Told[] {
  return [
    ...factsTold(file, draft, word),
    ...listsTold(file, draft),
    ...remarkTold(file, draft),
    ...placeTold(person, draft),
    ...groupsTold(person, draft),
    ...newMembersTold(person, draft),
    ...childrenTold(person, draft.children),
    ...claimsTold(person, draft),
  ]
}

function factsTold(file: RecipientFile, draft: PersonDraft, word: RowWord): Told[] {
  const target = { table: 'recipient', id: file.id } as const
  return differencesBetween(file, factsOf(draft)).map(({ fact, onFile, inLedger, kind }): Told => {
    const values: Record<string, unknown> = { [fact]: inLedger }
    // Initials set by hand belong to the old name.
    if (fact === 'name') values['initials'] = null
    if (fact === 'idNumber') values['idNumberNote'] = word.keepIdNumber ?? null
    return { fact, kind, onFile, inLedger, write: { target, inLedger: values } }
  })
}

/** A ledger that names less of a list denies nothing: only what it adds is told. */
function listsTold(file: RecipientFile, draft: PersonDraft): Told[] {
  const target = { table: 'recipient', id: file.id } as const
  const lists = listsOf(draft)
  return (Object.keys(lists) as ListName[]).flatMap((fact): Told[] => {
    const [onFile, inLedger] = [file[fact], lists[fact]]
    const added = additionsTo(onFile, inLedger)
    if (added.length === 0) return []
    const reachable = fact === 'phones' ? { hasNoPhone: false } : {}
    return [
      {
        fact,
        kind: onFile.length === 0 ? 'fill' : 'add',
        onFile,
        inLedger,
        write: {
          target,
          inLedger: { [fact]: inLedger, ...reachable },
          both: { [fact]: [...onFile, ...added], ...reachable },
        },
      },
    ]
  })
}

/** A remark on file is somebody's own words: a ledger writes one only where there is none. */
function remarkTold(file: RecipientFile, { remark }: PersonDraft): Told[] {
  const kind = differenceOf(file.remark, remark) === 'fill' ? 'fill' : null
  const target = { table: 'recipient', id: file.id } as const
  const write = { target, inLedger: { remark } }
  return [{ fact: 'remark', kind, onFile: file.remark, inLedger: remark, write }]
}

/** Another village says nothing about the group in the one on file. */
function placeTold(person: RosterPerson, { village, villageGroup }: PersonDraft): Told[] {
  const { villageName, villageGroupName } = person
  const moves = differenceOf(villageName, village)
  const told: Told = { fact: 'village', kind: moves, onFile: villageName, inLedger: village }
  if (moves !== null) return [told]
  const kind = differenceOf(villageGroupName, villageGroup)
  return [{ fact: 'villageGroup', kind, onFile: villageGroupName, inLedger: villageGroup }]
}

function groupsTold(person: RosterPerson, draft: PersonDraft): Told[] {
  const added = draft.groups.filter((group) => !person.groups.includes(group))
  const kind = added.length > 0 ? 'add' : null
  return [{ fact: 'groups', kind, onFile: person.groups, inLedger: added }]
}

function newMembersTold(person: RosterPerson, draft: PersonDraft): Told[] {
  const added = newMembers(person, draft).map(({ name }) => name)
  const onFile = person.family.map(({ name }) => name)
  const kind = added.length === 0 ? null : onFile.length === 0 ? 'fill' : 'add'
  return [{ fact: 'family', kind, onFile, inLedger: added }]
}

function claimsTold(person: RosterPerson, draft: PersonDraft): Told[] {
  const added = newClaims(person, draft).map((category) => categoryLabel[category])
  const kind = added.length > 0 ? 'add' : null
  const onFile = person.overrides
    .filter(({ to }) => to === null)
    .map(({ category }) => categoryLabel[category])
  return [{ fact: 'claims', kind, onFile, inLedger: added }]
}

/** Categories the ledger claims and on which the office has not said anything yet. */
export function newClaims(person: RosterPerson, draft: PersonDraft): Category[] {
  return claimsOf(draft).filter(
    (category) => !person.overrides.some((one) => one.category === category && one.to === null),
  )
}

/** Categories that facts of the same row already tell are not claimed beside them. */
export function claimsOf({ categories, birthDate, disabilityLevel }: PersonDraft): Category[] {
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
