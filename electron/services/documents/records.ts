import type { StoreContext } from '@db/context'
import { customFields, customValuesOf } from '@db/repositories/custom-fields'
import { dictionariesOf } from '@db/repositories/dictionaries'
import { allHelpers, pairingsByRecipient, type Helper } from '@db/repositories/helpers'
import { latestContacts, latestOfKind, photosOf, recipientRows } from '@db/repositories/printing'
import type { Recipient } from '@db/repositories/recipients'
import type { RosterFamilyMember, RosterPerson } from '@db/repositories/roster'
import { getCentre } from '@db/repositories/centre'
import type {
  ChainRecord,
  FamilyRecord,
  OfficeRecord,
  PairingRecord,
  RecipientRecord,
} from '@electron/documents/forms/record'
import {
  disabilityClassLabel,
  type DisabilityClass,
} from '@shared/domain/identity/disability-certificate'
import { customWords } from '@shared/domain/custom-fields/custom-field'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { kindOf } from '@shared/domain/facts/kinds'
import { factWords } from '@shared/domain/facts/words'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { factsShape } from '@shared/contract/recipient-facts'
import { maskerFor, maskText } from '../../core/masking'
import type { DictionaryKey } from '@shared/domain/dictionaries/presets'
import { maskIdNumber, maskPhone } from '@shared/domain/masking'
import { chineseNumeral } from '@shared/domain/papers/numerals'
import type { ChainLevel } from '@shared/domain/pairings/vocabulary'
import { mayDo } from '@shared/domain/rights'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { categoryLabel } from '@shared/domain/vocabulary'
import type { JobContext } from '../../core/context'
import type { AttachmentFiles } from '../../core/vault/attachments'
import { classificationsOf } from '../classification'
import { statedAge } from '../recipients/age'
import { heldBenefitWords } from '../benefits/standings'
import { chainOf } from '../teams/chain'
import { shownTier, tierOf } from '../service-tiers/tiers'

/** How much of what is sensitive stands on a paper. */
export type Disclosure = 'full' | 'masked'

/** What the operator may print: in full only with the right to read it in full. */
export function disclosureFor(ctx: StoreContext): Disclosure {
  return mayDo(ctx.operator.role, 'sensitive.read') ? 'full' : 'masked'
}

export interface GatherOptions {
  disclosure: Disclosure
  /** Reads photographs and contacts too, which only the file form prints. */
  complete: boolean
  attachments?: AttachmentFiles
  /** Told of photographs that are lost or damaged, which are then left out; else they end the work. */
  onLostPhoto?: (recipientId: number) => void
}

const contactsShown = 5

/** Everything forms print about these people, in their order. */
export function recordsOf(
  ctx: StoreContext,
  people: readonly RosterPerson[],
  options: GatherOptions,
): RecipientRecord[] {
  const rows = recipientRows(
    ctx,
    people.map(({ id }) => id),
  )
  const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper]))
  const photos = options.complete ? photographs(ctx, [...rows.values()], options) : new Map()
  return people.flatMap((person) => {
    const row = rows.get(person.id)
    return row ? [recordOf(ctx, person, row, helpers, photos.get(person.id) ?? null, options)] : []
  })
}

/** People gathered at a time: short enough for progress and for the core to answer in between. */
export const batchSize = 20

/** The same for many people inside a job, in batches. */
export async function gatherRecords(
  ctx: JobContext,
  people: readonly RosterPerson[],
  options: GatherOptions,
): Promise<RecipientRecord[]> {
  const records: RecipientRecord[] = []
  for (let start = 0; start < people.length; start += batchSize) {
    ctx.signal.throwIfAborted()
    records.push(...recordsOf(ctx, people.slice(start, start + batchSize), options))
    ctx.progress(records.length, people.length, '正在汇总人员')
    await breath()
  }
  return records
}

/** Lets other calls through. */
export function breath(): Promise<void> {
  return new Promise((resume) => {
    setImmediate(resume)
  })
}

export function officeOf(ctx: StoreContext): OfficeRecord {
  const { name, county, township, phone } = getCentre(ctx)
  return { centre: name, county, township, phone, printedOn: ctx.today }
}

/** A code of a dictionary as the office calls it. */
type Wording = (key: DictionaryKey, code: string | null) => string | null

type Photo = RecipientRecord['photo']

function photographs(
  ctx: StoreContext,
  rows: readonly Recipient[],
  { attachments, onLostPhoto }: GatherOptions,
): Map<number, Photo> {
  const withPhoto = rows.filter((row) => row.photoId !== null)
  if (!attachments || withPhoto.length === 0) return new Map()
  const stored = photosOf(
    ctx,
    withPhoto.map((row) => row.photoId!),
  )
  return new Map(
    withPhoto.flatMap((row): [number, Photo][] => {
      const photo = stored.get(row.photoId!)
      if (photo?.mime !== 'image/png' && photo?.mime !== 'image/jpeg') return []
      try {
        return [[row.id, { bytes: attachments.read(photo.storageName), mime: photo.mime }]]
      } catch (error) {
        if (!onLostPhoto) throw error
        onLostPhoto(row.id)
        return []
      }
    }),
  )
}

function tierWords(
  ctx: StoreContext,
  person: RosterPerson,
  full: boolean,
): RecipientRecord['serviceTier'] {
  const decision = tierOf(ctx, person)
  const shown = shownTier(decision)
  if (shown === null) return null
  const reason = shown === 'volunteer' ? decision.volunteer.reason : decision.reason
  // What a tier rests on tells of somebody's health.
  return { label: serviceTierLabel[shown], reason: full ? reason : '' }
}

function recordOf(
  ctx: StoreContext,
  person: RosterPerson,
  row: Recipient,
  helpers: ReadonlyMap<number, Helper>,
  photo: Photo,
  { disclosure, complete }: GatherOptions,
): RecipientRecord {
  const full = disclosure === 'full'
  const dictionaries = dictionariesOf(ctx)
  const word: Wording = (key, code) => (code === null ? null : dictionaries.label(key, code))
  const words = (key: DictionaryKey, codes: readonly string[]): string[] =>
    codes.map((code) => dictionaries.label(key, code))
  const phone = (text: string | null): string | null => (text && !full ? maskPhone(text) : text)
  const phones = (texts: readonly string[]): string[] => texts.map((text) => phone(text)!)
  const healthWord = <Value>(value: Value): Value | null => (full ? value : null)
  const emergency = [
    [row.emergencyName, row.emergencyRelation, row.emergencyPhone],
    [row.emergencyName2, row.emergencyRelation2, row.emergencyPhone2],
  ] as const
  return {
    recipientId: row.id,
    archiveNo: row.archiveNo,
    name: row.name,
    formerName: row.formerName,
    gender: row.gender,
    idNumber: row.idNumber && !full ? maskIdNumber(row.idNumber) : row.idNumber,
    birthDate: row.birthDate,
    age: statedAge(ctx, row.birthDate),
    lunarBirthday: row.lunarBirthday,
    ethnicity: row.ethnicity,
    education: word('education', row.education),
    politicalStatus: word('politicalStatus', row.politicalStatus),
    marital: word('marital', row.marital),
    occupation: row.occupation,
    photo,
    groups: [...person.groups],
    status: person.status,
    village: person.villageName || null,
    villageGroup: person.villageGroupName || null,
    householdAddress: row.householdAddress,
    homeAddress: row.homeAddress,
    phones: phones(row.phones),
    hasNoPhone: row.hasNoPhone,
    livingArrangement: word('livingArrangement', row.livingArrangement),
    housing: row.housing,
    housingGrade: row.housingGrade,
    hazardZone: word('hazardZone', row.hazardZone),
    family: person.family.map((member) => familyRecord(ctx, member, phones, word)),
    emergency: emergency.flatMap(([name, relation, number]) =>
      name ? [{ name, relation, phone: phone(number) }] : [],
    ),
    guardianName: row.guardianName,
    guardianPhone: phone(row.guardianPhone),
    health: healthWord(word('health', row.health)),
    selfCare: healthWord(row.selfCare),
    chronicDiseases: full ? words('chronicDisease', row.chronicDiseases) : [],
    disability: healthWord(disabilityWords(row)),
    allergies: healthWord(row.allergies),
    medication: healthWord(row.medication),
    medicalInsurance: word('medicalInsurance', row.medicalInsurance),
    familyDoctor: row.familyDoctor,
    familyDoctorPhone: phone(row.familyDoctorPhone),
    lastCheckup: later(row.checkupOn, complete ? latestOfKind(ctx, row.id, 'checkup') : null),
    incomeSources: words('incomeSource', row.incomeSources),
    annualIncome: row.annualIncome,
    reliefKinds: words('reliefKind', row.reliefKinds),
    benefitsNote: row.benefitsNote,
    dailyCarer: word('dailyCarer', row.dailyCarer),
    serviceNeeds: words('needKind', row.serviceNeeds),
    categories: classificationsOf(ctx, person)
      .filter(({ holds }) => holds)
      .map(({ category, reason }) => ({ label: categoryLabel[category], reason })),
    serviceTier: tierWords(ctx, person, full),
    benefits: heldBenefitWords(ctx, person),
    riskLevel: person.riskLevel,
    riskReason: healthWord(
      person.risks.find(({ level, to }) => level === person.riskLevel && to === null)?.reason ??
        null,
    ),
    pairings: pairingRecords(ctx, person, helpers, phone, word),
    ...chainRecords(ctx, person, phone),
    contacts: complete
      ? latestContacts(ctx, row.id, contactsShown).map((contact) => ({
          ...contact,
          summary: healthWord(contact.summary),
        }))
      : [],
    consentOn: row.consentOn,
    collectedBy: row.collectedBy,
    collectedOn: row.collectedOn,
    remark: row.remark,
    facts: factsInWords(row, full, dictionaries),
    custom: customInWords(ctx, row.id, full),
  }
}

/** Without the right to read them, health and faith print as nothing. */
const maskFacts = maskerFor(factsShape, { ...maskText, health: () => '' })!

function factsInWords(
  row: Recipient,
  full: boolean,
  dictionaries: Dictionaries,
): RecipientRecord['facts'] {
  const shown = (full ? row : maskFacts(row)) as Recipient
  return Object.fromEntries(
    printedFacts.map((field) => [field, factWords(field, shown[field], dictionaries)]),
  )
}

/** Every 自定义字段 has its tag, blank where nothing is known or may be told. */
function customInWords(ctx: StoreContext, id: number, full: boolean): RecipientRecord['custom'] {
  const values = customValuesOf(ctx, id)
  return Object.fromEntries(
    customFields(ctx).map((field) => [
      field.name,
      full || !field.isSensitive ? customWords(field, values.get(field.id)) : '',
    ]),
  )
}

/** Facts that tags print as the file shows them. */
const printedFacts = (
  Object.keys(recipientFieldLabel) as (RecipientField & keyof Recipient)[]
).filter((field) => kindOf(field).kind !== 'spouse')

/** The later of two days that may be partial; a check-up may be told and recorded. */
const later = (one: string | null, other: string | null): string | null =>
  one !== null && (other === null || one > other) ? one : other

/** 肢体二级; the class alone where the level is unknown. */
function disabilityWords({ disabilityClass, disabilityLevel }: Recipient): string | null {
  const kind = disabilityClass ? disabilityClassLabel[disabilityClass as DisabilityClass] : ''
  const level = disabilityLevel ? `${chineseNumeral(disabilityLevel)}级` : ''
  return kind + level || null
}

function familyRecord(
  ctx: StoreContext,
  member: RosterFamilyMember,
  phones: (texts: readonly string[]) => string[],
  word: Wording,
): FamilyRecord {
  const { name, relation, gender, isSupporter, absence } = member
  return {
    name,
    relation: word('relation', relation),
    gender,
    age: statedAge(ctx, member.birthDate),
    phones: phones(member.phones),
    isSupporter,
    absence: absence && {
      place: absence.place,
      scope: absence.scope,
      reason: word('absenceReason', absence.reason),
      since: absence.since,
    },
  }
}

/** 责任链 of today, as far as it is named. */
function chainRecords(
  ctx: StoreContext,
  person: RosterPerson,
  phone: (text: string | null) => string | null,
): Pick<RecipientRecord, ChainLevel> {
  const links = chainOf(ctx, person)
  const at = (level: ChainLevel): ChainRecord | null => {
    const link = links.find((one) => one.level === level)
    return link ? { name: link.name, post: link.post, phone: phone(link.phone) } : null
  }
  return { supervisor: at('supervisor'), firstResponsible: at('firstResponsible') }
}

function pairingRecords(
  ctx: StoreContext,
  person: RosterPerson,
  helpers: ReadonlyMap<number, Helper>,
  phone: (text: string | null) => string | null,
  word: Wording,
): PairingRecord[] {
  const pairings = new Map(
    (pairingsByRecipient(ctx).get(person.id) ?? []).map((pairing) => [pairing.id, pairing]),
  )
  return person.helpers.map(({ id, helperId, helperName, from }) => {
    const helper = helpers.get(helperId)
    return {
      helper: helperName,
      kind: word('helperKind', helper?.kind ?? null),
      unit: helper?.unit ?? null,
      phone: phone(helper?.phones[0] ?? null),
      mode: pairings.get(id)?.mode ?? null,
      role: pairings.get(id)?.role ?? null,
      commitment: pairings.get(id)?.commitment ?? null,
      frequency: pairings.get(id)?.frequency ?? null,
      hours: pairings.get(id)?.hours ?? null,
      from,
    }
  })
}
