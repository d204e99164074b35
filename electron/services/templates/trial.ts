import { latestContact } from '@db/repositories/printing'
import { withCardContacts } from '@electron/documents/forms/card-contacts'
import type { TemplateRecord } from '@electron/documents/forms/engine'
import type { AgreementRecord } from '@electron/documents/forms/agreement-fields'
import {
  agreementData,
  cardSheetData,
  personData,
  rosterData,
  visitData,
} from '@electron/documents/forms/fields'
import type { RecipientRecord } from '@electron/documents/forms/record'
import type { VisitRecord } from '@electron/documents/forms/visit-fields'
import type { TemplateSource } from '@shared/contract/templates'
import { fileStem } from '@shared/domain/file-name'
import type { TemplateScope } from '@shared/domain/templates/forms'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { disclosureFor, officeOf, recordsOf } from '../documents/records'
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
  }
}

/** Where nobody has been yet, an empty visit of today. */
function latestVisit(ctx: JobContext, recipientId: number): VisitRecord {
  const visit = latestContact(ctx, recipientId)
  return visit ? visitRecordsOf(ctx, [visit])[0]! : { ...unmade, date: ctx.today }
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
