import { chineseDay } from '@shared/domain/papers/wording'
import type { TemplateScope } from '@shared/domain/templates/forms'
import { formats } from '@shared/domain/formats/formats'
import { customKindLabel, type CustomField } from '@shared/domain/custom-fields/custom-field'
import { agreementFields, type AgreementRecord } from './agreement-fields'
import type { AssessmentRecord } from '@shared/contract/assessments'
import type { RiskReviewRecord } from '@shared/contract/risk-reviews'
import {
  assessmentFields,
  assessmentLists,
  riskReviewFields,
  riskReviewLists,
} from './assessment-fields'
import { withCardContacts } from './card-contacts'
import type { TemplateFields, TemplateRecord } from './engine'
import { tagValues, type Field, type Repeated } from './field'
import { officePaperFields, officePaperLists, type OfficePapers } from './office-fields'
import { personFields, personLists } from './person-fields'
import type { OfficeRecord, RecipientRecord } from './record'
import { visitFields, type VisitRecord } from './visit-fields'

const officeFields: readonly Field<OfficeRecord>[] = [
  { tag: '单位名称', about: '', example: '青石镇留守老人关爱服务中心', value: (o) => o.centre },
  { tag: '县', about: '', example: '桑榆县', value: (o) => o.county },
  { tag: '乡镇', about: '', example: '青石镇', value: (o) => o.township },
  { tag: '单位电话', about: '', example: '0900-5550001', value: (o) => o.phone },
  {
    tag: '打印日期',
    about: '',
    example: '2026年11月21日',
    value: (o) => chineseDay(o.printedOn),
  },
]

/** A form about one person: the person's tags, the lists and the office's tags. */
export function personData(person: RecipientRecord, office: OfficeRecord): TemplateRecord {
  return {
    ...tagValues(officeFields, office),
    ...person.custom,
    ...tagValues(personFields, person),
    ...listRows(personLists, person),
  }
}

const listRows = <Source>(lists: readonly Repeated<Source>[], source: Source): TemplateRecord =>
  Object.fromEntries(lists.map((list) => [list.tag, list.rows(source)]))

/** A form about one visit: the tags of the person, the visit and the office. */
export function visitData(
  person: RecipientRecord,
  visit: VisitRecord,
  office: OfficeRecord,
): TemplateRecord {
  return { ...personData(person, office), ...tagValues(visitFields, visit) }
}

/** A form about one care agreement: the tags of the person, the agreement and the office. */
export function agreementData(
  person: RecipientRecord,
  agreement: AgreementRecord,
  office: OfficeRecord,
): TemplateRecord {
  return { ...personData(person, office), ...tagValues(agreementFields, agreement) }
}

/** A form about one 能力评估: the tags of the person, the assessment with its items and the office. */
export function assessmentData(
  person: RecipientRecord,
  assessment: AssessmentRecord,
  office: OfficeRecord,
): TemplateRecord {
  return {
    ...personData(person, office),
    ...tagValues(assessmentFields, assessment),
    ...listRows(assessmentLists, assessment),
  }
}

/** A form about one 风险评估: the tags of the person, the review with its factors and the office. */
export function riskReviewData(
  person: RecipientRecord,
  review: RiskReviewRecord,
  office: OfficeRecord,
): TemplateRecord {
  return {
    ...personData(person, office),
    ...tagValues(riskReviewFields, review),
    ...listRows(riskReviewLists, review),
  }
}

/** A paper of the office itself: its directory, the days of a month, and the office's tags. */
export function officePaperData(papers: OfficePapers, office: OfficeRecord): TemplateRecord {
  return {
    ...tagValues(officeFields, office),
    ...tagValues(officePaperFields, papers),
    ...listRows(officePaperLists, papers),
  }
}

/** A form about many people: {#名册} repeats with the tags of a person, counted by {序号}. */
export function rosterData(
  people: readonly RecipientRecord[],
  office: OfficeRecord,
): TemplateRecord {
  return {
    ...tagValues(officeFields, office),
    人数: String(people.length),
    名册: people.map((person, index) => ({ ...personTags(person), 序号: String(index + 1) })),
  }
}

/** The person's own tags as text only: a list has no room for photographs. */
function personTags(person: RecipientRecord): TemplateRecord {
  return { ...person.custom, ...tagValues(personFields, { ...person, photo: null }) }
}

const cardsPerRow = 2
const rowsPerSheet = 5

/**
 * Card sheets of ten, printed on both sides: {#张} a sheet, {#正面行} and {#背面行} its rows, {#左}
 * and {#右} the card in each half. Backs stand mirrored, as the sheet is turned over its long edge.
 */
export function cardSheetData(
  people: readonly RecipientRecord[],
  office: OfficeRecord,
): TemplateRecord {
  const cards = people.map((person) => ({
    ...tagValues(officeFields, office),
    ...personTags(withCardContacts(person)),
  }))
  const sheets: TemplateRecord[] = []
  for (let start = 0; start < cards.length; start += cardsPerRow * rowsPerSheet) {
    const rows = Array.from({ length: rowsPerSheet }, (_, row) => {
      const first = start + row * cardsPerRow
      return { left: cards.slice(first, first + 1), right: cards.slice(first + 1, first + 2) }
    })
    sheets.push({
      正面行: rows.map(({ left, right }) => ({ 左: left, 右: right })),
      背面行: rows.map(({ left, right }) => ({ 左: right, 右: left })),
    })
  }
  return { ...tagValues(officeFields, office), 张: sheets }
}

const officeTags = officeFields.map(({ tag }) => tag)
const personTagNames = personFields.map(({ tag }) => tag)

const listTags = (lists: readonly Pick<Repeated<never>, 'tag' | 'tags'>[]) =>
  Object.fromEntries(lists.map(({ tag, tags }) => [tag, { tags: tags.map((one) => one.tag) }]))

/** The tags a template of each scope may use; any other is a slip of the pen. */
export function fieldsOf(scope: TemplateScope, customTags: readonly string[] = []): TemplateFields {
  const ofPerson = [...personTagNames, ...customTags]
  const card: TemplateFields = { tags: [...officeTags, ...ofPerson] }
  const cardRows: TemplateFields = { tags: [], lists: { 左: card, 右: card } }
  /** About one person, and one record of the person with fields and lists of its own. */
  const about = (
    fields: readonly Pick<Field<never>, 'tag'>[],
    lists: readonly Pick<Repeated<never>, 'tag' | 'tags'>[] = [],
  ): TemplateFields => ({
    tags: [...officeTags, ...ofPerson, ...fields.map(({ tag }) => tag)],
    lists: listTags([...personLists, ...lists]),
  })
  const scopes: Record<TemplateScope, TemplateFields> = {
    person: about([]),
    visit: about(visitFields),
    agreement: about(agreementFields),
    assessment: about(assessmentFields, assessmentLists),
    riskReview: about(riskReviewFields, riskReviewLists),
    office: {
      tags: [...officeTags, ...officePaperFields.map(({ tag }) => tag)],
      lists: listTags(officePaperLists),
    },
    roster: {
      tags: [...officeTags, '人数'],
      lists: { 名册: { tags: ['序号', ...ofPerson] } },
    },
    cards: {
      tags: officeTags,
      lists: { 张: { tags: [], lists: { 正面行: cardRows, 背面行: cardRows } } },
    },
  }
  return scopes[scope]
}

export interface FieldGuideEntry {
  tag: string
  about: string
  example: string
  /** The heading it stands under. */
  group: string
  /** The list the tag stands in, for tags that only work between {#…} and {/…}. */
  within: string | null
  /** The tag with each format that says something else of its example. */
  variants: { tag: string; example: string }[]
}

/** Tags of documents about many people, which the definitions above fill without a field. */
const rosterTags = [
  { tag: '人数', about: '名册里一共几人', example: '128', within: null },
  {
    tag: '序号',
    about: '名册里的第几人；这一行里还可以用“本人”的全部字段',
    example: '1',
    within: '名册',
  },
]

/** Every tag with its meaning and an example, for the page clerks read while making templates. */
export function fieldGuide(custom: readonly CustomField[] = []): FieldGuideEntry[] {
  const alone = (group: string, fields: readonly Omit<Field<never>, 'value'>[]) =>
    fields.map(({ tag, about, example }) => ({ tag, about, example, group, within: null }))
  const own = custom.map(({ name, kind }) => ({
    tag: name,
    about: `自定义字段（${customKindLabel[kind]}）`,
    example: '',
    group: '自定义字段',
    within: null,
  }))
  const listed = (lists: readonly Pick<Repeated<never>, 'tag' | 'tags'>[]) =>
    lists.flatMap((list) =>
      list.tags.map((field) => ({ ...field, group: list.tag, within: list.tag })),
    )
  return [
    ...alone('本人', personFields),
    ...own,
    ...listed(personLists),
    ...alone('走访', visitFields),
    ...alone('照料协议', agreementFields),
    ...alone('能力评估', assessmentFields),
    ...listed(assessmentLists),
    ...alone('风险评估', riskReviewFields),
    ...listed(riskReviewLists),
    ...alone('单位', officeFields),
    ...alone('本单位的表', officePaperFields),
    ...listed(officePaperLists),
    ...rosterTags.map((field) => ({ ...field, group: '名册' })),
  ].map((field) => ({ ...field, variants: variantsOf(field) }))
}

/** Examples that a format is for; others it would only spoil. */
const worthShowing: Record<keyof typeof formats, RegExp> = {
  农历: /年\d+月\d+日$/,
  脱敏: /^\d{7,}[\dX]?$/,
  大写: /^\d+元$/,
}

function variantsOf({ tag, example }: Pick<FieldGuideEntry, 'tag' | 'example'>) {
  return Object.entries(formats).flatMap(([format, apply]) =>
    worthShowing[format as keyof typeof formats].test(example)
      ? [{ tag: `${tag}|${format}`, example: apply(example) }]
      : [],
  )
}
