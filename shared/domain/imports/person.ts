import { readAge } from '../calendar/age'
import type { PartialDate } from '../calendar/types'
import { readDisabilityCertificate } from '../identity/disability-certificate'
import { normaliseName } from '../names/name-text'
import type { Category, RecipientGroup, ReliefKind } from '../vocabulary'
import { readChildren } from './children'
import {
  carerWords,
  claimWords,
  educationWords,
  healthWords,
  housingWords,
  incomeWords,
  livingWords,
  maritalWords,
  needWords,
  readCode,
  readIllnesses,
  reliefWords,
  selfCareWords,
} from './codes'
import type { BenefitColumn } from './benefit-columns'
import type { BenefitDraft, ContactPerson, PersonDraft } from './draft'
import { subjectOf, type Field } from './fields'
import { readCustomValues } from './custom-values'
import { readAccount, readBenefits, readChain, readTier } from './entitlements'
import { readFurtherFacts } from './further-facts'
import { readKin, tellsMore } from './kin-in-words'
import { agreesWithAge, readPointer } from './pointer'
import type { RowReader } from './row-reader'
import { compact, isNothing, splitList, tidy } from './wording'

/** One person of a people ledger, read as far as the row tells. */
export function readPerson(reader: RowReader): PersonDraft {
  const pointer = readPointer(reader)
  const statedAge = readStatedAge(reader, pointer.birthDate)
  const disability = readDisability(reader)
  const health = readHealth(reader)
  const relief = reader.codes('recipient.relief', reliefWords, 'reliefKind')
  const benefits = readBenefits(reader)
  const claims = readClaims(reader, relief, benefits)
  const children = readChildren(reader)
  const draft: PersonDraft = {
    name: pointer.name,
    formerName: reader.text('recipient.formerName'),
    gender: pointer.gender,
    idNumber: pointer.idNumber,
    idNumberAsWritten: pointer.idNumberAsWritten,
    idNumberKept: pointer.idNumberKept,
    birthDate: pointer.birthDate,
    lunarBirthday: pointer.lunarBirthday,
    statedAge,
    village: pointer.village,
    villageGroup: pointer.villageGroup,
    homeAddress: reader.text('recipient.address'),
    householdAddress: reader.text('recipient.registeredAddress'),
    phones: pointer.phones,
    hasNoPhone: pointer.hasNoPhone,
    groups: groupsOf(reader, claims.groups, pointer.birthDate, statedAge?.years ?? null),
    categories: claims.categories,
    ethnicity: reader.text('recipient.ethnicity'),
    education: reader.code('recipient.education', educationWords, 'education'),
    politicalStatus: reader.text('recipient.political'),
    marital: reader.code('recipient.marital', maritalWords, 'marital'),
    occupation: reader.text('recipient.occupation'),
    medicalInsurance: reader.text('recipient.insurance'),
    allergies: reader.text('recipient.allergies'),
    ...health,
    selfCare: readSelfCare(reader),
    livingArrangement: readLiving(reader),
    dailyCarer: readCarer(reader),
    incomeSources: reader.codes('recipient.income', incomeWords, 'incomeSource'),
    reliefKinds: [...new Set([...relief, ...claims.relief, ...disability.relief])],
    serviceNeeds: reader.codes('recipient.needs', needWords, 'needKind'),
    disabilityCertificate: disability.certificate,
    disabilityClass: disability.class,
    disabilityLevel: disability.level,
    housing: reader.text('recipient.housing'),
    housingGrade: readCode(reader.text('recipient.housing') ?? '', housingWords) ?? null,
    familyDoctor: reader.text('doctor.name'),
    familyDoctorPhone: reader.phones('doctor.phone').numbers[0] ?? null,
    spouse: children.some(({ relation }) => relation === 'spouse')
      ? null
      : contactPerson(reader, 'spouse.name', null, 'spouse.phone'),
    guardian: contactPerson(reader, 'guardian.name', 'guardian.relation', 'guardian.phone'),
    emergency: contactPerson(reader, 'emergency.name', 'emergency.relation', 'emergency.phone'),
    benefits,
    account: readAccount(reader, pointer.name),
    tier: readTier(reader),
    chain: readChain(reader),
    children,
    further: readFurtherFacts(reader),
    custom: readCustomValues(reader),
    collectedOn: reader.date('recipient.registeredOn', { notAfter: reader.context.today }).date,
    remark: null,
  }
  keepHelper(reader)
  draft.remark = reader.remarks()
  return draft
}

function readStatedAge(reader: RowReader, birth: PartialDate | null): PersonDraft['statedAge'] {
  const cell = reader.value('recipient.age')?.cell
  if (!cell) return null
  const reading = readAge(cell.number ?? cell.text)
  if (reading.state === 'missing') return null
  if (reading.state === 'invalid') {
    reader.note('recipient.age', 'AGE_CONFLICT', reading.message, cell.text)
    return null
  }
  const { hints, today } = reader.context
  const asOf = hints.filledIn ?? (hints.year ? String(hints.year) : null)
  if (birth && !reading.nominal && !agreesWithAge(birth, reading.age, asOf ?? today))
    reader.note(
      'recipient.age',
      'AGE_CONFLICT',
      `年龄写 ${reading.age} 岁，与出生日期不符，按出生日期`,
      cell.text,
    )
  return { years: reading.age, nominal: reading.nominal, asOf }
}

/** 高血压、糖尿病 in a health column means ill with these; 良好 means well. */
function readHealth(reader: RowReader): Pick<PersonDraft, 'health' | 'chronicDiseases'> {
  const chronic = new Set<string>()
  for (const value of reader.all('recipient.chronic')) {
    const illnesses = readIllnesses(value.cell.text)
    for (const illness of illnesses) chronic.add(illness)
    if (illnesses.length === 0)
      for (const part of splitList(value.cell.text))
        if (!isNothing(part) && !/^(否|健康|良好|没病|无病|有|是)$/.test(part))
          chronic.add(tidy(part))
  }
  const text = reader.text('recipient.health')
  if (text === null)
    return { health: chronic.size > 0 ? 'ill' : null, chronicDiseases: diseasesOf(reader, chronic) }
  for (const illness of readIllnesses(text)) chronic.add(illness)
  const code = reader.meaning(text, healthWords, 'health')
  if (code !== undefined) return { health: code, chronicDiseases: diseasesOf(reader, chronic) }
  if (chronic.size > 0) return { health: 'ill', chronicDiseases: diseasesOf(reader, chronic) }
  return { health: reader.code('recipient.health', healthWords, 'health'), chronicDiseases: [] }
}

/** Diseases as the office's dictionary has them; others stay as written. */
const diseasesOf = (reader: RowReader, written: ReadonlySet<string>): string[] => [
  ...new Set(
    [...written].map(
      (word) => reader.context.dictionaries.meaningOf('chronicDisease', word)?.code ?? word,
    ),
  ),
]

function readSelfCare(reader: RowReader): PersonDraft['selfCare'] {
  if (reader.has('recipient.selfCare')) return reader.code('recipient.selfCare', selfCareWords)
  if (marked(reader, 'flag.incapacitated')) return 'unable'
  return marked(reader, 'flag.partlyIncapacitated') ? 'partly' : null
}

function readLiving(reader: RowReader): PersonDraft['livingArrangement'] {
  if (reader.has('recipient.living'))
    return reader.code('recipient.living', livingWords, 'livingArrangement')
  return marked(reader, 'flag.livingAlone') ? 'alone' : null
}

/** A carer's own name is worth keeping as it is. */
function readCarer(reader: RowReader): PersonDraft['dailyCarer'] {
  const value = reader.value('carer.name')
  if (!value || compact(value.cell.text) === '') return null
  const code = reader.meaning(value.cell.text, carerWords, 'dailyCarer')
  const text = tidy(value.cell.text)
  const phone = reader.phones('carer.phone').numbers.join('、')
  if (phone !== '') reader.remark(`照料人：${text} ${phone}`)
  else if (code === undefined && !isNothing(text)) reader.remark(`照料人：${text}`)
  return code ?? null
}

const flagClaims: Partial<
  Record<Field, { category?: Category; relief?: ReliefKind; group?: RecipientGroup }>
> = {
  'flag.leftBehind': { category: 'leftBehind' },
  'flag.livingAlone': { category: 'livingAlone' },
  'flag.emptyNest': { category: 'emptyNest' },
  'flag.advancedAge': { category: 'advancedAge' },
  'flag.incapacitated': { category: 'incapacitated' },
  'flag.partlyIncapacitated': { category: 'partlyIncapacitated' },
  'flag.subsistenceAllowance': { category: 'subsistenceAllowance', relief: 'subsistenceAllowance' },
  'flag.marginalIncome': { category: 'marginalIncome', relief: 'marginalIncome' },
  'flag.extremePoverty': {
    category: 'extremePoverty',
    relief: 'extremePoverty',
    group: 'extremePoverty',
  },
  'flag.disability': { relief: 'disability' },
  'flag.severeDisability': { category: 'severeDisability', relief: 'disability' },
  'flag.specialCare': { category: 'specialCare', relief: 'specialCare' },
  'flag.povertyMonitored': { category: 'povertyMonitored', relief: 'povertyMonitored' },
  'flag.bereavedOnlyChildFamily': { category: 'bereavedOnlyChildFamily' },
}

/** √, 是, 有, 1 or the word itself say yes; 否, 无, 0 and × say no. */
function marked(reader: RowReader, field: Field): boolean {
  const text = compact(reader.value(field)?.cell.text ?? '')
  return text !== '' && !/^(否|不是|无|没有|n|no|0|×|x|\/|-+|—+|假|false)$/i.test(text)
}

/** Whoever is paid these is of that relief, whether or not another column says so. */
const reliefOfBenefit: Partial<Record<BenefitColumn, ReliefKind>> = {
  subsistenceAllowance: 'subsistenceAllowance',
  extremePovertyAtHome: 'extremePoverty',
  disabledLivingSubsidy: 'disability',
  disabledNursingSubsidy: 'disability',
}

interface Claims {
  groups: Set<RecipientGroup>
  categories: Category[]
  relief: (ReliefKind | string)[]
}

/** What 身份类别, ticked columns, relief and remarks say the person is. */
function readClaims(
  reader: RowReader,
  relief: readonly (ReliefKind | string)[],
  benefits: readonly BenefitDraft[],
): Claims {
  const groups = new Set<RecipientGroup>()
  const categories = new Set<Category>()
  const claimed = new Set<ReliefKind | string>()
  const apply = (text: string): boolean => {
    const claim = readCode(text, claimWords)
    for (const group of claim?.groups ?? []) groups.add(group)
    if (claim?.category) categories.add(claim.category)
    if (claim?.relief) claimed.add(claim.relief)
    return claim !== undefined
  }
  for (const { cell, column } of reader.all('recipient.category'))
    for (const part of splitList(cell.text).map((word) => reader.legend(column, word)))
      if (!isNothing(part) && (!apply(part) || /孤寡/.test(part))) {
        const advice = /孤寡/.test(part) ? '请核实是否特困，' : '不在选项里，'
        reader.note('recipient.category', 'WORD', `类别“${part}”${advice}已写入备注`, part)
        reader.remark(`类别：${part}`)
      }
  // 备注 often holds the relief alone: 低保户, 五保, 残疾.
  for (const { cell } of reader.all('record.remark'))
    for (const part of splitList(cell.text))
      if (
        /^(低保户?|低保边缘户?|五保户?|特困(户|人员|供养)?|残疾人?|重残|脱贫户|监测户|建档立卡户?|优抚对象)$/.test(
          compact(part),
        )
      )
        apply(part)
  for (const [field, claim] of Object.entries(flagClaims) as [
    Field,
    (typeof flagClaims)[Field],
  ][]) {
    if (!claim || !marked(reader, field)) continue
    if (claim.group) groups.add(claim.group)
    if (claim.category) categories.add(claim.category)
    if (claim.relief) claimed.add(claim.relief)
  }
  for (const { benefit } of benefits) {
    const kind = reliefOfBenefit[benefit]
    if (kind) claimed.add(kind)
  }
  const holds = (kind: ReliefKind): boolean => relief.includes(kind) || claimed.has(kind)
  if (holds('extremePoverty')) {
    groups.add('extremePoverty')
    categories.add('extremePoverty')
  }
  if (holds('subsistenceAllowance')) categories.add('subsistenceAllowance')
  return { groups, categories: [...categories], relief: [...claimed] }
}

const adult = 18
const elderly = 60

/**
 * The groups a person belongs to. 留守, 独居 and the like name no group by themselves: where the
 * row, the title and the age leave it open, the clerk is told.
 */
function groupsOf(
  reader: RowReader,
  claimed: ReadonlySet<RecipientGroup>,
  birth: PartialDate | null,
  statedAge: number | null,
): RecipientGroup[] {
  const { hints, today } = reader.context
  const groups = new Set(claimed)
  const born = birth && !birth.startsWith('-') ? Number(birth.slice(0, 4)) : null
  const age = born === null ? statedAge : Number(today.slice(0, 4)) - born
  const named = compact(reader.value('recipient.category')?.cell.text ?? '')
  if (
    groups.has('elder') &&
    !/老|高龄|百岁/.test(named) &&
    (groups.has('child') || groups.has('woman'))
  )
    groups.delete('elder')
  if (![...groups].some((group) => group !== 'extremePoverty')) {
    if (hints.group && hints.group !== 'extremePoverty' && !contradicts(hints.group, age))
      groups.add(hints.group)
    else if (age !== null && age >= elderly) groups.add('elder')
    else if (age !== null && age < adult) groups.add('child')
    else if (groups.size === 0) groups.add(hints.group ?? 'elder')
  }
  if (hints.group === 'extremePoverty') groups.add('extremePoverty')
  if (groups.has('woman') && reader.text('recipient.gender') === '男')
    reader.note('recipient.category', 'GROUP_CONFLICT', '类别是留守妇女，性别写“男”，请核对', named)
  if (groups.has('child') && age !== null && age >= adult)
    reader.note(
      'recipient.category',
      'GROUP_CONFLICT',
      `类别是留守儿童，年龄约 ${age} 岁，请核对`,
      named,
    )
  return [...groups]
}

/** A title speaks for everybody in the table, but hardly for a child of ten among elders. */
function contradicts(group: RecipientGroup, age: number | null): boolean {
  return (
    (group === 'elder' && age !== null && age < adult) ||
    (group === 'child' && age !== null && age >= adult)
  )
}

interface Disability {
  certificate: string | null
  class: number | null
  level: number | null
  relief: ReliefKind[]
}

/** The certificate's number carries class and level; otherwise words like 肢体二级 tell them. */
function readDisability(reader: RowReader): Disability {
  const number = reader.value('recipient.disabilityNumber')?.cell
  const reading = readDisabilityCertificate(
    number ? (number.number ?? number.text) : null,
    reader.context.today,
  )
  if (reading.state === 'invalid' && number) {
    reader.note('recipient.disabilityNumber', 'WORD', reading.message, number.text)
    reader.remark(`残疾证号：${tidy(number.text)}`)
  }
  const text = reader.text('recipient.disability')
  const isNone = text === null || /^(否|无|未)/.test(text)
  if (text !== null && !isNone) reader.remark(`残疾：${text}`)
  if (reading.state === 'valid')
    return {
      certificate: reading.number,
      class: reading.class,
      level: reading.level,
      relief: ['disability'],
    }
  if (isNone) return { certificate: null, class: null, level: null, relief: [] }
  const kinds = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重']
  const kind = kinds.findIndex((word) => text.includes(word))
  const level = /([一二三四1-4])级/.exec(text)?.[1]
  return {
    certificate: null,
    class: kind < 0 ? null : kind + 1,
    level: level ? '一二三四'.indexOf(level) + 1 || Number(level) || null : null,
    relief: ['disability'],
  }
}

function contactPerson(
  reader: RowReader,
  name: Field,
  relation: Field | null,
  phone: Field,
): ContactPerson | null {
  const written = reader.value(name)?.cell.text ?? ''
  const aside = /^([^()（）\d]+)[(（]([^()（）\d]+)[)）]$/.exec(tidy(written))
  const told = tellsMore(written) ? readKin(written)?.[0] : undefined
  const person = {
    name: told?.name ?? nameOf(aside?.[1] ?? reader.text(name)),
    relation: (relation ? reader.text(relation) : null) ?? told?.relation ?? aside?.[2] ?? null,
    phone: reader.phones(phone).numbers[0] ?? told?.phone ?? null,
  }
  return person.name || person.phone ? person : null
}

function nameOf(text: string | null): string | null {
  return text === null ? null : normaliseName(text.replace(/\d{7,}/g, ''))
}

/** A helper named in a people ledger is kept in words; pairings come from a register of their own. */
function keepHelper(reader: RowReader): void {
  const words = reader.row.values
    .filter(({ field }) => subjectOf(field) === 'helper')
    .map(({ cell }) => tidy(cell.text))
    .filter((word) => !isNothing(word))
  if (words.length > 0) reader.remark(`帮扶人：${words.join(' ')}`)
}
