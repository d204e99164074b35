import type { StoreContext } from '@db/context'
import { dictionariesOf } from '@db/repositories/dictionaries'
import { isArchiveNoTaken, type Recipient, type RecipientPatch } from '@db/repositories/recipients'
import { findInRoster } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { FactsInput } from '@shared/contract/recipient-facts'
import {
  composeDisabilityCertificate,
  readDisabilityCertificate,
} from '@shared/domain/identity/disability-certificate'
import { settleIdentity, type IdentityFacts } from '@shared/domain/identity/identity-facts'
import { needsGuardianConsent } from '@shared/domain/consent'
import { readPhones } from '@shared/domain/identity/phone'
import { normaliseName } from '@shared/domain/names/name-text'
import { kindOf } from '@shared/domain/facts/kinds'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { settleCode, settleWords, type SettleOptions } from '../dictionaries/settle'
import { ownerOfIdNumber } from './similar'

type Fields = Record<string, string>

const identityKeys = ['idNumber', 'idNumberNote', 'birthDate', 'gender'] as const
const singlePhones = [
  'familyDoctorPhone',
  'emergencyPhone',
  'emergencyPhone2',
  'guardianPhone',
  'carerPhone',
  'substituteGuardianPhone',
] as const

/**
 * Cleans typed facts and fills in what follows from them. Refuses with every fault at its own
 * field. What an update does not touch is not examined again: an old file with a doubtful number
 * can still be given a new address. `alsoRetired` takes over what another file held.
 */
export function settleFacts(
  ctx: StoreContext,
  typed: Partial<FactsInput>,
  current: Recipient | null,
  { alsoRetired = false }: Pick<SettleOptions, 'alsoRetired'> = {},
): RecipientPatch {
  const fields: Fields = {}
  const facts: RecipientPatch = { ...typed }
  if (typed.name !== undefined) facts.name = normaliseName(typed.name)
  settleWho(ctx, typed, current, facts, fields)
  settlePhones(typed, facts, fields)
  settleCodes(ctx, typed, current, alsoRetired, facts, fields)
  settleCertificate(ctx, typed, current, facts, fields)
  settleConsent(ctx, typed, current, facts, fields)
  if (typed.spouseRecipientId != null) {
    const spouse = typed.spouseRecipientId
    if (spouse === current?.id || !findInRoster(ctx, spouse))
      fields['spouseRecipientId'] = '请从已建档的人里选择配偶'
  }
  if (typed.archiveNo && isArchiveNoTaken(ctx, typed.archiveNo, current?.id)) {
    fields['archiveNo'] = '这个档案号已经用过，请换一个'
  }
  refuse(fields)
  refuseTakenId(ctx, facts, current)
  return facts
}

/** A child under fourteen does not sign: the guardian does. */
function settleConsent(
  ctx: StoreContext,
  typed: Partial<FactsInput>,
  current: Recipient | null,
  facts: RecipientPatch,
  fields: Fields,
): void {
  if (typed.consentBy == null && typed.consentOn == null) return
  const after = { ...current, ...facts }
  const signedOn = after.consentOn ?? ctx.today
  if (after.consentBy === after.name && needsGuardianConsent(after.birthDate ?? null, signedOn))
    fields['consentBy'] = '签署时不满 14 周岁，由监护人签署，请写监护人的姓名'
}

/** ID, birth and sex stand or fall together, so they are examined as they will be. */
function settleWho(
  ctx: StoreContext,
  typed: Partial<FactsInput>,
  current: Recipient | null,
  facts: RecipientPatch,
  fields: Fields,
): void {
  const changed = identityKeys.some(
    (key) => typed[key] !== undefined && typed[key] !== (current?.[key] ?? null),
  )
  if (!changed) return
  const asTyped = Object.fromEntries(
    identityKeys.map((key) => [
      key,
      typed[key] === undefined ? (current?.[key] ?? null) : typed[key],
    ]),
  ) as unknown as IdentityFacts
  const verdict = settleIdentity(asTyped, ctx.today)
  if (verdict.ok) Object.assign(facts, verdict.facts)
  else Object.assign(fields, verdict.fields)
}

/** Words and codes of dictionaries become codes the office has. */
function settleCodes(
  ctx: StoreContext,
  typed: Partial<FactsInput>,
  current: Recipient | null,
  alsoRetired: boolean,
  facts: RecipientPatch,
  fields: Fields,
): void {
  const dictionaries = dictionariesOf(ctx)
  const settled = facts as Record<string, unknown>
  for (const [key, value] of Object.entries(typed) as [keyof FactsInput, unknown][]) {
    const of = kindOf(key)
    if (of.kind === 'choice' && typeof value === 'string') {
      const held = [current?.[key]].filter((one) => typeof one === 'string')
      const code = settleCode(dictionaries, of.dictionary, value, { held, alsoRetired })
      if ('fault' in code) fields[key] = code.fault
      else settled[key] = code.code
    } else if (of.kind === 'suggested' && typeof value === 'string') {
      settled[key] = dictionaries.meaningOf(of.dictionary, value)?.code ?? value
    } else if (of.kind === 'words' && Array.isArray(value)) {
      const held = (current?.[key] as string[] | undefined) ?? []
      const words = settleWords(dictionaries, of.dictionary, value, { held, alsoRetired })
      if ('fault' in words) fields[key] = words.fault
      else settled[key] = words.codes
    }
  }
}

function settlePhones(typed: Partial<FactsInput>, facts: RecipientPatch, fields: Fields): void {
  if (typed.phones) {
    const read = readPhoneList(typed.phones, fields, 'phones')
    facts.phones = read.numbers
    if (read.saidNone && read.numbers.length === 0) facts.hasNoPhone = true
    if (read.numbers.length > 0) facts.hasNoPhone = false
  }
  for (const key of singlePhones) {
    const text = typed[key]
    if (text) facts[key] = readPhoneList([text], fields, key).numbers.join('、') || null
  }
}

/** Cleans phone numbers; faults go to `path.N`, or to `path` itself for a single field. */
export function readPhoneList(
  typed: readonly string[],
  fields: Fields,
  path: string,
): { numbers: string[]; saidNone: boolean } {
  const numbers: string[] = []
  let saidNone = false
  typed.forEach((text, at) => {
    for (const reading of readPhones(text)) {
      if (reading.state === 'none') saidNone = true
      else if (reading.state === 'valid') numbers.push(reading.number)
      else fields[path === 'phones' ? `${path}.${at}` : path] ??= reading.message
    }
  })
  return { numbers: [...new Set(numbers)], saidNone }
}

/** The certificate's number holds the person's ID, the class and the level. */
function settleCertificate(
  ctx: StoreContext,
  typed: Partial<FactsInput>,
  current: Recipient | null,
  facts: RecipientPatch,
  fields: Fields,
): void {
  const text = typed.disabilityCertificate
  if (!text) return composeCertificate(ctx, typed, current, facts)
  if (text === current?.disabilityCertificate) return
  const reading = readDisabilityCertificate(text, ctx.today)
  if (reading.state === 'missing') facts.disabilityCertificate = null
  else if (reading.state === 'invalid') fields['disabilityCertificate'] = reading.message
  else {
    const idNumber = facts.idNumber === undefined ? current?.idNumber : facts.idNumber
    if (idNumber && idNumber !== reading.id) {
      fields['disabilityCertificate'] = '前 18 位与身份证号不一致，请核对'
      return
    }
    facts.disabilityCertificate = reading.number
    facts.disabilityClass = reading.class
    facts.disabilityLevel = reading.level
    if (!idNumber) takeIdNumber(ctx, reading.id, current, facts, fields)
  }
}

/** The certificate names its holder: a file without an ID number takes it, with birth and sex. */
function takeIdNumber(
  ctx: StoreContext,
  idNumber: string,
  current: Recipient | null,
  facts: RecipientPatch,
  fields: Fields,
): void {
  const known = { ...current, ...facts }
  const verdict = settleIdentity(
    {
      idNumber,
      idNumberNote: null,
      birthDate: known.birthDate ?? null,
      gender: known.gender ?? null,
    },
    ctx.today,
  )
  if (verdict.ok) Object.assign(facts, verdict.facts)
  else
    fields['disabilityCertificate'] =
      `前 18 位与档案不符：${Object.values(verdict.fields)[0] ?? '请核对'}`
}

/** With ID, class and level known the number follows; one that was taken away stays away. */
function composeCertificate(
  ctx: StoreContext,
  typed: Partial<FactsInput>,
  current: Recipient | null,
  facts: RecipientPatch,
): void {
  const isTyped = typed.disabilityClass !== undefined || typed.disabilityLevel !== undefined
  if (!isTyped || current?.disabilityCertificate) return
  const known = { ...current, ...facts }
  const number = composeDisabilityCertificate(known, ctx.today)
  if (number !== null) facts.disabilityCertificate = number
}

function refuse(fields: Fields): void {
  const [first] = Object.entries(fields)
  if (!first) return
  const label = recipientFieldLabel[first[0].split('.')[0] as RecipientField] ?? first[0]
  throw failure('VALIDATION', `没有保存：${label}——${first[1]}。填写的内容都还在。`, fields)
}

function refuseTakenId(ctx: StoreContext, facts: RecipientPatch, current: Recipient | null): void {
  if (!facts.idNumber || facts.idNumber === current?.idNumber) return
  const owner = ownerOfIdNumber(ctx, facts.idNumber, current?.id)
  if (!owner) return
  throw failure(
    'CONFLICT',
    `${owner.told}没有重复建档，可打开已有档案修改。`,
    { idNumber: owner.told },
    { recipientId: owner.id },
  )
}
