import type { Centre } from '@db/repositories/centre'
import { beginAbsence, endAbsence } from '@db/repositories/families'
import type { MemberEntry } from '@db/repositories/imports'
import { writeValues } from '@db/repositories/imports-updates'
import type { RosterFamilyMember, RosterPerson } from '@db/repositories/roster'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import { additionsTo } from '@shared/domain/imports/differences'
import type { ChildDraft, PersonDraft } from '@shared/domain/imports/draft'
import { dateDifferenceOf, differenceOf } from '@shared/domain/imports/updates'
import { absenceScopeOf, isAtHome } from '@shared/domain/imports/whereabouts'
import type { CommandContext } from '../../core/context'
import { isTaken, type RowDifference, type Told } from './row-difference'

/** What a row says of children who are on file by their name. */
export function childrenTold(person: RosterPerson, children: readonly ChildDraft[]): Told[] {
  return children.flatMap((child) => {
    const member = person.family.find(({ name }) => name === child.name)
    return member ? [...factsTold(member, child), ...absenceTold(member, child)] : []
  })
}

function factsTold(member: RosterFamilyMember, child: ChildDraft): Told[] {
  const target = { table: 'familyMember', id: member.id } as const
  const added = additionsTo(member.phones, child.phones)
  return [
    {
      fact: `child.relation:${child.name}`,
      kind: differenceOf(member.relation, child.relation),
      onFile: member.relation,
      inLedger: child.relation,
      write: { target, inLedger: { relation: child.relation } },
    },
    {
      fact: `child.phones:${child.name}`,
      kind: added.length === 0 ? null : member.phones.length === 0 ? 'fill' : 'add',
      onFile: member.phones,
      inLedger: child.phones,
      write: {
        target,
        inLedger: { phones: child.phones },
        both: { phones: [...member.phones, ...added] },
      },
    },
  ]
}

/** Where the child is. A new place is told by `child.place` and written by `moveChildren`. */
function absenceTold({ absence, absences }: RosterFamilyMember, child: ChildDraft): Told[] {
  const fact = (topic: string): string => `child.${topic}:${child.name}`
  const { place, since, reason, homeVisits } = child
  const away = place !== null && !isAtHome(place)
  if (!absence) {
    if (!away) return []
    const kind = absences.length === 0 ? 'fill' : 'conflict'
    return [{ fact: fact('place'), kind, onFile: kind === 'fill' ? null : '在家', inLedger: place }]
  }
  if (place !== null && !isSamePlace(absence.place, place))
    return [
      {
        fact: fact('place'),
        kind: absence.place ? 'conflict' : 'fill',
        onFile: absence.place,
        inLedger: place,
      },
    ]
  const target = { table: 'absencePeriod', id: absence.id } as const
  return [
    {
      fact: fact('since'),
      kind: dateDifferenceOf(absence.since, since),
      onFile: absence.since,
      inLedger: since,
      write: { target, inLedger: { since } },
    },
    {
      fact: fact('reason'),
      kind: differenceOf(absence.reason, reason),
      onFile: absence.reason,
      inLedger: reason,
      write: { target, inLedger: { reason } },
    },
    {
      fact: fact('homeVisits'),
      kind: differenceOf(absence.homeVisits, homeVisits),
      onFile: absence.homeVisits,
      inLedger: homeVisits,
      write: { target, inLedger: { homeVisits } },
    },
  ]
}

/** 东莞 and 广东东莞 are one place, said more or less fully. */
function isSamePlace(onFile: string | null, inLedger: string): boolean {
  if (onFile === null || onFile === '') return false
  return onFile.includes(inLedger) || inLedger.includes(onFile)
}

/** Children whose new place was taken: they went there, or came home. */
export function moveChildren(
  ctx: CommandContext,
  person: RosterPerson,
  children: readonly ChildDraft[],
  differences: readonly RowDifference[],
  home: Centre,
): boolean {
  let moved = false
  for (const child of children) {
    const member = person.family.find(({ name }) => name === child.name)
    const { place, since, reason, homeVisits } = child
    if (!member || place === null || !isTaken(differences, `child.place:${child.name}`)) continue
    moved = true
    const { absence } = member
    if (isAtHome(place)) {
      if (absence) endAbsence(ctx, absence.id, ctx.today)
      continue
    }
    const values = { place, scope: absenceScopeOf(place, home), reason, since, homeVisits }
    if (member.livesTogether)
      writeValues(ctx, { table: 'familyMember', id: member.id }, { livesTogether: false })
    if (absence && !beganLater(absence.since, since))
      writeValues(ctx, { table: 'absencePeriod', id: absence.id }, knownOf(values))
    else beginAbsence(ctx, { id: member.id, recipientId: person.id }, values, absence)
  }
  return moved
}

/** Without a later beginning of its own, another place is the same stay told better. */
function beganLater(onFile: string | null, inLedger: string | null): boolean {
  const [begun, told] = [onFile && earliestDay(onFile), inLedger && earliestDay(inLedger)]
  return Boolean(begun && told && told > begun)
}

const knownOf = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** Members of the family that the file does not name yet. */
export function newMembers(person: RosterPerson, draft: PersonDraft): MemberDraft[] {
  const known = new Set(person.family.map(({ name }) => name))
  return membersOf(draft).filter(({ name }) => !known.has(name))
}

/** The spouse before the children, as on a household register. */
export type MemberDraft = { name: string; spousePhone?: string | null; child?: ChildDraft }

export function membersOf({ children, spouse }: PersonDraft): MemberDraft[] {
  const members = children.map((child): MemberDraft => ({ name: child.name, child }))
  return spouse?.name ? [{ name: spouse.name, spousePhone: spouse.phone }, ...members] : members
}

/** A member as the file keeps it, with where they are away to. */
export function entryOf({ name, spousePhone, child }: MemberDraft, home: Centre): MemberEntry {
  return child
    ? childEntry(child, home)
    : {
        name,
        relation: 'spouse',
        gender: null,
        phones: spousePhone ? [spousePhone] : [],
        isSupporter: false,
        absence: null,
      }
}

function childEntry(child: ChildDraft, home: Centre): MemberEntry {
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
