import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AssessmentRecord } from '@shared/contract/assessments'
import type { RiskReviewRecord } from '@shared/contract/risk-reviews'
import { defaultRiskScheme } from '@shared/domain/assessments/risk-review'
import { itemsOf } from '@shared/domain/assessments/scale'
import { scales } from '@shared/domain/assessments/scales'
import { forms, type ShippedFormId } from '@shared/domain/templates/forms'
import { lintWord } from '../lint'
import { openPackage, partText } from '../package'
import { pagesOf, pagesUnavailable, validationErrors } from '../proof'
import { assessmentData, fieldsOf, officePaperData, personData, riskReviewData } from './fields'
import type { OfficePapers } from './office-fields'
import { barePerson, office, person } from './record.fixture'
import type { RecipientRecord } from './record'
import { mergeForms } from './render'

/** One file of the form, a page for each of the people. */
function paper(
  form: ShippedFormId,
  fill: (one: RecipientRecord) => ReturnType<typeof personData>,
  ...people: RecipientRecord[]
): Uint8Array {
  const { file, scope } = forms[form]
  const folder = join(import.meta.dirname, '../../../resources/templates')
  return mergeForms({
    template: new Uint8Array(readFileSync(join(folder, file))),
    records: people.map(fill),
    fields: fieldsOf(scope),
  })
}

const [scale] = scales
const filed = {
  id: 1,
  revision: 1,
  recipientId: 1,
  date: '2026-03-05',
  enteredAt: '2026-03-05T02:00:00Z',
  assessors: ['贺长春', '张吉祥'],
  score: 58,
  nextDue: '2027-03-05',
  note: '腿脚不便',
  finalReason: '家属反映夜里走失过',
}
const assessment: AssessmentRecord = {
  ...filed,
  scale: scale!.code,
  version: scale!.version,
  reason: 'first',
  source: 'screening',
  answers: Object.fromEntries(
    itemsOf(scale!).map(({ code, anchors }) => [code, anchors[0]!.points]),
  ),
  changes: {},
  subtotals: {},
  computedLevel: scale!.levels[0]!.code,
  finalLevel: scale!.levels[1]!.code,
  levelLabel: scale!.levels[1]!.label,
  reasons: ['总分58分'],
}
const review: RiskReviewRecord = {
  ...filed,
  answers: defaultRiskScheme.factors.map((factor, at) => ({
    ...factor,
    holds: at < 3,
    note: at === 0 ? '配偶2019年去世' : null,
  })),
  computedLevel: 'high',
  finalLevel: 'high',
  reasons: [],
}

const papers = {
  assessmentForm: (one) => assessmentData(one, assessment, office),
  riskReviewForm: (one) => riskReviewData(one, review, office),
  annualReview: (one) => personData(one, office),
  consentNotice: (one) => personData(one, office),
  applicationForm: (one) => personData(one, office),
} satisfies Partial<Record<ShippedFormId, (one: RecipientRecord) => ReturnType<typeof personData>>>
const kinds = Object.keys(papers) as (keyof typeof papers)[]

/** Those that break forms: nothing known, endless families, names and characters no font has. */
const hard: RecipientRecord[] = [
  barePerson(),
  person({}, 0),
  person({}, 500),
  person({ name: '欧'.repeat(100), homeAddress: '长'.repeat(100) }),
  person({ name: '𬭚𫖯\u0000\ud800', remark: '甲\u000b乙\n丙 <&>' }),
]

const text = (bytes: Uint8Array): string =>
  partText(openPackage(bytes), 'word/document.xml').replace(/<[^>]+>/g, '')

describe.each(kinds)('%s', (form) => {
  it('is a sound Word file for people whose files break forms', async () => {
    const bytes = paper(form, papers[form], person(), ...hard)
    expect(await validationErrors(bytes, 'docx')).toEqual([])
    expect(lintWord(bytes)).toEqual([])
    expect(text(bytes)).toContain('尉迟彩霞')
    expect(text(bytes)).not.toMatch(/undefined|null|NaN/)
  })
})

it('prints every item with the points that were found, and why the level is another', () => {
  const words = text(paper('assessmentForm', papers.assessmentForm, person()))
  for (const { title } of itemsOf(scale!)) expect(words).toContain(title)
  expect(words).toContain('另定等级：家属反映夜里走失过')
})

it('prints the factors of a risk review with the weights of its day', () => {
  const words = text(paper('riskReviewForm', papers.riskReviewForm, person()))
  for (const { title } of defaultRiskScheme.factors) expect(words).toContain(title)
  expect(words).toContain('配偶2019年去世')
})

const papersOf = (helpers: number): OfficePapers => ({
  month: '2026年12月',
  leading: [{ title: '组长', name: '周镇长', post: '镇长', phone: '13900000001' }],
  villages: [
    {
      village: '下河村',
      supervisor: null,
      supervisorPhone: null,
      responsible: '欧'.repeat(100),
      responsiblePhone: '13900000005',
    },
  ],
  helpers: Array.from({ length: helpers }, (_, at) => ({
    name: `帮扶${at}\u0000𬭚`,
    village: null,
    unit: '长'.repeat(60),
    phone: '13900000003',
  })),
  days: Array.from({ length: 31 }, (_, at) => ({ day: `12月${at + 1}日`, weekday: '星期二' })),
})

describe.each(['directory', 'dutyRoster', 'helperAppraisal'] as const)('%s', (form) => {
  it.each([0, 500])('is a sound Word file for %i helpers', async (helpers) => {
    const bytes = paper(form, () => officePaperData(papersOf(helpers), office), person())
    expect(await validationErrors(bytes, 'docx')).toEqual([])
    expect(lintWord(bytes)).toEqual([])
  })
})

const reason = pagesUnavailable()
describe.skipIf(reason)(`papers on the page${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it.each([
    ['assessmentForm', 2],
    ['riskReviewForm', 1],
    ['annualReview', 1],
    ['consentNotice', 1],
    ['applicationForm', 1],
  ] as const)('%s of one person takes at most %i pages', async (form, most) => {
    const pages = await pagesOf(paper(form, papers[form], person()))
    expect(pages.length).toBeLessThanOrEqual(most)
  })

  it.each([
    ['directory', 420],
    ['dutyRoster', 210],
    ['helperAppraisal', 210],
  ] as const)('%s is one page of the width it is hung up in', async (form, widthMm) => {
    const bytes = paper(form, () => officePaperData(papersOf(3), office), person())
    const pages = await pagesOf(bytes)
    expect(pages.map(({ width }) => Math.round((width / 72) * 25.4))).toEqual([widthMm])
  })
})
