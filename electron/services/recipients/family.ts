import { dictionariesOf } from '@db/repositories/dictionaries'
import {
  absencesOf,
  addFamilyMember,
  beginAbsence,
  correctAbsence,
  endAbsence,
  getFamilyMember,
  updateFamilyMember,
  voidFamilyMember,
  type Absence,
  type AbsenceFacts,
  type FamilyMember,
  type MemberFacts,
} from '@db/repositories/families'
import { absenceOn } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { AbsenceInput, FamilyMemberInput } from '@shared/contract/recipient-facts'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import { readResidentId } from '@shared/domain/identity/resident-id'
import { normaliseName } from '@shared/domain/names/name-text'
import type { CommandContext } from '../../core/context'
import { settleCode } from '../dictionaries/settle'
import { readPhoneList } from './facts'
import { requirePerson } from './person'

/** Cleans a member's facts; a family's ID number fills in birth and sex but is never demanded. */
function settleMember(
  ctx: CommandContext,
  typed: FamilyMemberInput,
  held: string | null = null,
): MemberFacts {
  const { absence: _, returnedOn: __, ...facts } = typed
  const fields: Record<string, string> = {}
  const phones = readPhoneList(facts.phones, fields, 'phones').numbers
  const id = readResidentId(facts.idNumber, ctx.today)
  if (id.state === 'invalid') fields['idNumber'] = id.message
  const relation = codeIn(ctx, 'relation', facts.relation, held)
  if ('fault' in relation) fields['relation'] = relation.fault
  const [fault] = Object.values(fields)
  if (fault) {
    const prefixed = Object.entries(fields).map(([key, told]) => [`member.${key}`, told])
    throw failure('VALIDATION', `没有保存：${fault}。`, Object.fromEntries(prefixed))
  }
  const known = id.state === 'valid' ? id : null
  return {
    ...facts,
    relation: 'code' in relation ? relation.code : null,
    name: normaliseName(facts.name),
    phones,
    idNumber: known?.id ?? null,
    birthDate: known?.birthDay ?? facts.birthDate,
    gender: known?.gender ?? facts.gender,
  }
}

/** The code a word means in a list; what the record holds already stays. */
function codeIn(
  ctx: CommandContext,
  key: 'relation' | 'absenceReason',
  typed: string | null,
  held: string | null,
): { code: string | null } | { fault: string } {
  if (typed === null) return { code: null }
  return settleCode(dictionariesOf(ctx), key, typed, { held: held === null ? [] : [held] })
}

/** Adds a member to a file that the caller has just made or checked. */
export function saveNewMember(
  ctx: CommandContext,
  recipientId: number,
  typed: FamilyMemberInput,
): number {
  const id = addFamilyMember(ctx, recipientId, settleMember(ctx, typed))
  if (typed.absence) beginAbsence(ctx, { id, recipientId }, absenceFacts(ctx, typed.absence), null)
  return id
}

export function saveFamilyMember(
  ctx: CommandContext,
  input: { recipientId: number; id?: number; revision?: number; member: FamilyMemberInput },
): { id: number } {
  requirePerson(ctx, input.recipientId)
  if (input.id === undefined) return { id: saveNewMember(ctx, input.recipientId, input.member) }
  const member = requireMember(ctx, input.id)
  if (member.recipientId !== input.recipientId)
    throw failure('NOT_FOUND', '这位家庭成员不在这份档案里。')
  updateFamilyMember(
    ctx,
    member.id,
    settleMember(ctx, input.member, member.relation),
    input.revision,
  )
  saveAbsence(ctx, member, input.member)
  return { id: member.id }
}

export function hideFamilyMember(
  ctx: CommandContext,
  { id, reason }: { id: number; reason: string },
): Record<string, never> {
  const member = requireMember(ctx, id)
  requirePerson(ctx, member.recipientId)
  voidFamilyMember(ctx, member, reason)
  return {}
}

export function requireMember(ctx: CommandContext, id: number): FamilyMember {
  const member = getFamilyMember(ctx, id)
  if (!member) throw failure('NOT_FOUND', '没有这位家庭成员，可能已被更正隐去。')
  return member
}

/** Three things can be meant: written wrongly (`id` given), gone elsewhere, at home again. */
function saveAbsence(ctx: CommandContext, member: FamilyMember, typed: FamilyMemberInput): void {
  const { absence } = typed
  if (absence === undefined) return
  const all = absencesOf(ctx, member.recipientId).filter(
    ({ familyMemberId }) => familyMemberId === member.id,
  )
  const current = absenceOn(all, ctx.today)
  if (absence === null) {
    if (current) comeHome(ctx, current, typed.returnedOn ?? ctx.today)
    return
  }
  const corrected = all.find(({ id }) => id === absence.id)
  const facts = absenceFacts(ctx, absence, corrected?.reason)
  if (absence.id === undefined) goElsewhere(ctx, member, facts, current)
  else if (!corrected) throw failure('NOT_FOUND', '没有这条外出记录，可能已被更正隐去。')
  else {
    if (corrected.to !== null && facts.since && facts.since > corrected.to)
      refuse('absence.since', `要早于返回（${corrected.to} 是外出的最后一天）`)
    correctAbsence(ctx, corrected.id, facts)
  }
}

/** Ends the absence that lasts with a return that is after its beginning and not ahead. */
function comeHome(ctx: CommandContext, current: Absence, returnedOn: Day): void {
  if (returnedOn > ctx.today || hasNotBegun(current.since, returnedOn))
    refuse('returnedOn', '返回日期要在外出之后、不晚于今天')
  endAbsence(ctx, current.id, returnedOn)
}

/** Begins an absence after the one that lasts, if one does. */
function goElsewhere(
  ctx: CommandContext,
  member: FamilyMember,
  facts: AbsenceFacts,
  current: Absence | null,
): void {
  if (current && hasNotBegun(current.since, facts.since ?? ctx.today))
    refuse('absence.since', '新的外出要晚于正在外出的那次；那次写错了请直接更正')
  beginAbsence(ctx, member, facts, current)
}

/**
 * Writes what a report tells of a member into the 外出情况 on file: `null` is at home again since
 * `returnedOn`, `correcting` puts right the absence that lasts instead of beginning another.
 */
export function reportAbsence(
  ctx: CommandContext,
  member: FamilyMember,
  said:
    | { absence: null; returnedOn: Day }
    | { absence: Omit<AbsenceInput, 'id' | 'homeVisits'>; correcting: boolean },
): void {
  const current = currentAbsence(ctx, member)
  if (said.absence === null) {
    if (current) comeHome(ctx, current, said.returnedOn)
    return
  }
  const homeVisits = current?.homeVisits ?? null
  const facts = absenceFacts(ctx, { ...said.absence, homeVisits }, current?.reason)
  if (current && said.correcting) correctAbsence(ctx, current.id, facts)
  else goElsewhere(ctx, member, facts, current)
}

/** Where the member is away to today, as the file has it. */
export function currentAbsence(ctx: CommandContext, member: FamilyMember): Absence | null {
  const own = absencesOf(ctx, member.recipientId).filter(
    ({ familyMemberId }) => familyMemberId === member.id,
  )
  return absenceOn(own, ctx.today)
}

/** Whether an absence begun at `since` would end before it began, ending on the day before `next`. */
function hasNotBegun(since: PartialDate | null, next: PartialDate): boolean {
  const begun = since && earliestDay(since)
  const end = earliestDay(next)
  return begun !== null && end !== null && end <= begun
}

function refuse(field: string, told: string): never {
  throw failure('VALIDATION', `${told}。没有保存。`, { [`member.${field}`]: told })
}

function absenceFacts(
  ctx: CommandContext,
  typed: AbsenceInput,
  held: string | null = null,
): AbsenceFacts {
  const { id: _, ...facts } = typed
  const since = facts.since === null ? null : earliestDay(facts.since)
  if (since !== null && since > ctx.today) {
    throw failure('VALIDATION', '外出起始时间晚于今天，没有保存。', {
      'member.absence.since': '不能晚于今天',
    })
  }
  const reason = codeIn(ctx, 'absenceReason', facts.reason, held)
  if ('fault' in reason) refuse('absence.reason', reason.fault)
  return { ...facts, reason: reason.code }
}
