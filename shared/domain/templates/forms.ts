/**
 * What a template may be about: one person, or one visit, agreement or assessment of a person, to a
 * document; one document for many people; or the office itself.
 */
export const templateScopes = [
  'person',
  'roster',
  'cards',
  'visit',
  'agreement',
  'assessment',
  'riskReview',
  'office',
] as const
export type TemplateScope = (typeof templateScopes)[number]

interface Form {
  title: string
  scope: TemplateScope
  /** The template that ships with the program, in resources/templates; null for 自制 forms. */
  file: string | null
}

/** 表册: every form that is filled from a Word template. */
export const forms = {
  recipientFile: { title: '个人档案表', file: 'recipient-file.docx', scope: 'person' },
  rosterA4: { title: '花名册（A4横向）', file: 'roster-a4.docx', scope: 'roster' },
  rosterA3: { title: '花名册（A3横向）', file: 'roster-a3.docx', scope: 'roster' },
  pairingRegister: {
    title: '结对帮扶登记表（A4横向）',
    file: 'pairing-register.docx',
    scope: 'roster',
  },
  contactCards: { title: '便民联系卡（每页十张）', file: 'contact-cards.docx', scope: 'cards' },
  wallCard: { title: '便民联系卡（A5墙贴）', file: 'wall-card.docx', scope: 'person' },
  visitRecord: { title: '走访记录表', file: 'visit-record.docx', scope: 'visit' },
  careAgreement: { title: '委托照料协议', file: 'care-agreement.docx', scope: 'agreement' },
  extremePovertyAgreement: {
    title: '特困照料服务协议',
    file: 'extreme-poverty-agreement.docx',
    scope: 'agreement',
  },
  familyAgreement: { title: '家庭照料协议', file: 'family-agreement.docx', scope: 'agreement' },
  assessmentForm: { title: '能力评估表', file: 'assessment-form.docx', scope: 'assessment' },
  riskReviewForm: { title: '风险评估表', file: 'risk-review-form.docx', scope: 'riskReview' },
  annualReview: { title: '年度评估表', file: 'annual-review.docx', scope: 'person' },
  consentNotice: { title: '告知同意书', file: 'consent-notice.docx', scope: 'person' },
  applicationForm: { title: '申请审批表', file: 'application-form.docx', scope: 'person' },
  directory: { title: '通讯录（A3墙贴）', file: 'directory.docx', scope: 'office' },
  dutyRoster: { title: '值班表', file: 'duty-roster.docx', scope: 'office' },
  helperAppraisal: { title: '帮扶人考核表', file: 'helper-appraisal.docx', scope: 'office' },
  ownPerson: { title: '自制表（一人一份）', file: null, scope: 'person' },
} as const satisfies Record<string, Form>
export type FormId = keyof typeof forms

export const formIds = Object.keys(forms) as [FormId, ...FormId[]]

/** Forms that the program brings a template for; the others an office makes from nothing. */
export type ShippedFormId = {
  [Id in FormId]: (typeof forms)[Id]['file'] extends string ? Id : never
}[FormId]

export interface ShippedForm extends Form {
  id: ShippedFormId
  file: string
}

export const shippedForms: readonly ShippedForm[] = formIds.flatMap((id) => {
  const form: Form = forms[id]
  return form.file === null ? [] : [{ ...form, id: id as ShippedFormId, file: form.file }]
})

/** Of 自制 forms any number are in force side by side, of any other one template. */
export const isOwnForm = (id: FormId): boolean => forms[id].file === null

/** Bytes of a template; what is larger holds pictures that belong compressed. */
export const templateLimit = 20 * 1024 * 1024
