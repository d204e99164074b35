import { customFields } from '@db/repositories/custom-fields'
import { listPapers, voidPaper } from '@db/repositories/papers'
import { fieldGuide } from '@electron/documents/forms/fields'
import type { documentsContract } from '@shared/contract/documents'
import { paperLength, type Paper } from '@shared/domain/papers/model'
import type { HandlersOf } from '../../core/context'
import { peopleChosen } from './chosen'
import { cards, recipientForms, roster, visitRecords } from './form-jobs'
import { missingOf } from './missing'
import { printedPeople } from './print-views'
import { requireWholeTownship } from '../../core/rights'
import { keptPaper, reprintPaper } from './kept-papers'
import { particularsFor, previewWorkPlan, writeWorkPlan } from './work-plan'

export const documentsHandlers: HandlersOf<typeof documentsContract> = {
  'documents.fieldGuide': (ctx) => fieldGuide(customFields(ctx)),
  'documents.missing': (ctx, { people, paper }) => missingOf(ctx, peopleChosen(ctx, people), paper),
  'documents.recipientForms': recipientForms,
  'documents.roster': roster,
  'documents.cards': cards,
  'documents.visitRecords': visitRecords,
  'documents.workPlanParticulars': (ctx, { year }) => particularsFor(ctx, year),
  'documents.workPlanPreview': (ctx, input) => {
    requireWholeTownship(ctx)
    return previewWorkPlan(ctx, input)
  },
  'documents.workPlan': writeWorkPlan,
  'documents.list': (ctx) => {
    requireWholeTownship(ctx)
    return listPapers(ctx)
  },
  'documents.get': (ctx, { id }) => {
    const { kind, title, year, writtenAt, facts } = keptPaper(ctx, id)
    const paper = facts as Paper
    return { id, kind, title, year, writtenAt, paper, length: paperLength(paper) }
  },
  'documents.reprint': reprintPaper,
  'documents.void': (ctx, { id, reason }) => {
    keptPaper(ctx, id)
    voidPaper(ctx, id, reason)
    return {}
  },
  'documents.printedPeople': (ctx, { people }) => printedPeople(ctx, peopleChosen(ctx, people)),
}
