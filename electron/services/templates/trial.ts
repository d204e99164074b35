import { assessmentsOf } from '@db/repositories/assessments'
import { latestContact } from '@db/repositories/printing'
import { riskReviewsOf, storedRiskSchemes } from '@db/repositories/risk-reviews'
import { withCardContacts } from '@electron/documents/forms/card-contacts'
import type { TemplateRecord } from '@electron/documents/forms/engine'
import type { AgreementRecord } from '@electron/documents/forms/agreement-fields'
import {
  agreementData,
  assessmentData,
  cardSheetData,
  officePaperData,
  personData,
  riskReviewData,
  rosterData,
  visitData,
} from '@electron/documents/forms/fields'
import type { RecipientRecord } from '@electron/documents/forms/record'
import type { VisitRecord } from '@electron/documents/forms/visit-fields'
import type { AssessmentRecord } from '@shared/contract/assessments'
import type { RiskReviewRecord } from '@shared/contract/risk-reviews'
import type { TemplateSource } from '@shared/contract/templates'
import { riskSchemeOn } from '@shared/domain/assessments/risk-review'
import { scales } from '@shared/domain/assessments/scales'
import { fileStem } from '@shared/domain/file-name'
import type { TemplateScope } from '@shared/domain/templates/forms'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { shownAssessment, shownRiskReview } from '../assessments/records'
import { disclosureFor, officeOf, recordsOf } from '../documents/records'
import { officePapersOf } from '../documents/office-papers'
import { visitRecordsOf } from '../documents/visit-record'
import { requirePerson } from '../recipients/person'
import { templateOf } from './files'

/** 试印: the paper of one person, to see how a template comes out. */
export async function printTrial(
  ctx: JobContext,
  { recipientId, ...source }: TemplateSource & { recipientId: number },
): Promise<ArtifactSummary> {
  const person = requirePerson(ctx, recipientId)
  const { title, scope, template, fields } = templateOf(ctx, source)
  ctx.progress(0, 1, '正在试印')
  const [record] = recordsOf(ctx, [person], {
    disclosure: disclosureFor(ctx),
    complete: true,
    attachments: ctx.attachments,
  })
  const data = trialData(ctx, scope, record!)
  const [bytes] = await ctx.worker.run(
    'fillForms',
    { template, records: [data], fields },
    ctx.signal,
  )
  const name = `试印_${title}_${person.name}`
  return ctx.artifacts.put(name, [{ name: `${fileStem(name, '试印')}.docx`, bytes: bytes! }])
}

function trialData(ctx: JobContext, scope: TemplateScope, record: RecipientRecord): TemplateRecord {
  const office = officeOf(ctx)
  switch (scope) {
    case 'person':
      return personData(withCardContacts(record), office)
    case 'roster':
      return rosterData([record], office)
    case 'cards':
      return cardSheetData([record], office)
    case 'visit':
      return visitData(record, latestVisit(ctx, record.recipientId), office)
    case 'agreement':
      return agreementData(record, unsigned, office)
    case 'assessment':
      return assessmentData(record, latestAssessment(ctx, record.recipientId), office)
    case 'office':
      return officePaperData(officePapersOf(ctx, ctx.today.slice(0, 7)), office)
    case 'riskReview':
      return riskReviewData(record, latestRiskReview(ctx, record.recipientId), office)
  }
}

/** Where nobody has been yet, an empty visit of today. */
function latestVisit(ctx: JobContext, recipientId: number): VisitRecord {
  const visit = latestContact(ctx, recipientId)
  return visit ? visitRecordsOf(ctx, [visit])[0]! : { ...unmade, date: ctx.today }
}

/** Where nobody was assessed yet, the first scale without answers. */
function latestAssessment(ctx: JobContext, recipientId: number): AssessmentRecord {
  const [latest] = assessmentsOf(ctx, recipientId)
  return latest ? shownAssessment(latest) : { ...unasked, date: ctx.today, recipientId }
}

function latestRiskReview(ctx: JobContext, recipientId: number): RiskReviewRecord {
  const [latest] = riskReviewsOf(ctx, recipientId)
  if (latest) return shownRiskReview(latest)
  const { factors } = riskSchemeOn(storedRiskSchemes(ctx), ctx.today)
  return {
    ...unweighed,
    date: ctx.today,
    recipientId,
    answers: factors.map((factor) => ({ ...factor, holds: null, note: null })),
  }
}

const unfiled = {
  id: 0,
  revision: 0,
  enteredAt: '',
  assessors: [],
  score: null,
  reasons: [],
  finalReason: null,
  nextDue: null,
  note: null,
}

const unasked: Omit<AssessmentRecord, 'date' | 'recipientId'> = {
  ...unfiled,
  scale: scales[0]!.code,
  version: scales[0]!.version,
  reason: 'first',
  source: 'screening',
  answers: null,
  changes: null,
  subtotals: null,
  computedLevel: null,
  finalLevel: null,
  levelLabel: null,
}

const unweighed: Omit<RiskReviewRecord, 'date' | 'recipientId' | 'answers'> = {
  ...unfiled,
  computedLevel: 'general',
  finalLevel: 'general',
}

/** An agreement as it is before anything is agreed: blanks to write on. */
const unsigned: AgreementRecord = {
  entrustor: null,
  entrustorRelation: null,
  entrustorPhone: null,
  carer: null,
  carerRelation: null,
  carerPhone: null,
  duties: '＿＿＿＿＿＿＿＿＿＿＿＿',
  pay: null,
  healthChecks: null,
  emergencyCare: true,
  further: null,
  signedOn: null,
  termFrom: null,
  until: null,
}

const unmade: Omit<VisitRecord, 'date'> = {
  kind: 'home',
  visitor: null,
  startTime: null,
  endTime: null,
  checks: null,
  vitals: null,
  summary: null,
  problem: null,
  outcome: null,
  childrenTold: null,
  reportedTo: null,
  revisitOn: null,
}
