import { customFields } from '@db/repositories/custom-fields'
import { listPapers, markHandedIn, voidPaper } from '@db/repositories/papers'
import { fieldGuide } from '@electron/documents/forms/fields'
import type { documentsContract } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { paperLength, type Paper } from '@shared/domain/papers/model'
import type { HandlersOf } from '../../core/context'
import { peopleChosen } from './chosen'
import { cards, recipientForms, roster, visitRecords } from './form-jobs'
import { missingOf } from './missing'
import { officePaper } from './office-papers'
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
  'documents.officePaper': officePaper,
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
    const { facts, draft, ...kept } = keptPaper(ctx, id)
    const paper = facts as Paper
    return { ...kept, paper, length: paperLength(paper), reusable: draft !== null }
  },
  'documents.handIn': (ctx, { id, on, revision }) => {
    keptPaper(ctx, id)
    if (on !== null && on > ctx.today)
      throw failure('VALIDATION', '报送日期还没到，没有登记。', { on: '不能晚于今天' })
    markHandedIn(ctx, id, on, revision)
    return {}
  },
  'documents.reprint': reprintPaper,
  'documents.void': (ctx, { id, reason }) => {
    keptPaper(ctx, id)
    voidPaper(ctx, id, reason)
    return {}
  },
  'documents.printedPeople': (ctx, { people }) => printedPeople(ctx, peopleChosen(ctx, people)),
}
