import type { TemplateRecord } from '@electron/documents/forms/engine'
import { cardSheetData, rosterData, visitData } from '@electron/documents/forms/fields'
import type { documentsContract } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { mayDo } from '@shared/domain/rights'
import { usualFileName } from '@shared/domain/templates/file-name'
import type { ShippedFormId } from '@shared/domain/templates/forms'
import type { z } from 'zod'
import type { ArtifactFile, ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { startRun } from '../form-runs/start'
import { templateInForce } from '../templates/files'
import { somebodyChosen } from './chosen'
import { recordForms } from './record-forms'
import { disclosureFor, gatherRecords, officeOf } from './records'
import { rosterSheet } from './roster-sheet'
import { visitRecordsOf, visitsMeant } from './visit-record'

type Input<Name extends keyof typeof documentsContract> = z.output<
  (typeof documentsContract)[Name]['input']
>

/** 个人档案表 and wall cards are runs of 批量出表 with the usual settings. */
export function recipientForms(
  ctx: JobContext,
  { people, template, mode }: Input<'documents.recipientForms'>,
): Promise<ArtifactSummary> {
  return startRun(ctx, {
    people,
    form: template,
    mode,
    newSheets: null,
    fileName: usualFileName,
  })
}

const rosterTemplates = {
  docxA4: 'rosterA4',
  docxA3: 'rosterA3',
  pairings: 'pairingRegister',
} as const

export async function roster(
  ctx: JobContext,
  { people: chosen, format, full }: Input<'documents.roster'>,
): Promise<ArtifactSummary> {
  if (full && !mayDo(ctx.operator.role, 'sensitive.read'))
    throw failure('FORBIDDEN', '您没有查看完整证件号和电话的权限，没有生成文件。请改用遮盖的名册。')
  const people = somebodyChosen(ctx, chosen)
  const records = await gatherRecords(ctx, people, {
    disclosure: full ? 'full' : 'masked',
    complete: false,
  })
  const title = format === 'pairings' ? '结对帮扶登记表' : '关爱对象花名册'
  const name = `${title}_${people.length}人${full ? '_报送' : ''}`
  ctx.progress(people.length, people.length, '正在写名册')
  if (format === 'xlsx') {
    const office = officeOf(ctx)
    const bytes = await ctx.worker.run(
      'writeWorkbook',
      {
        sheets: [rosterSheet(records, office)],
        properties: { title: '关爱对象花名册', author: office.centre, written: ctx.now },
      },
      ctx.signal,
    )
    return putOne(ctx, name, { name: `${name}.xlsx`, bytes })
  }
  return oneDocument(ctx, rosterTemplates[format], rosterData(records, officeOf(ctx)), name)
}

export async function cards(
  ctx: JobContext,
  { people: chosen }: Input<'documents.cards'>,
): Promise<ArtifactSummary> {
  const people = somebodyChosen(ctx, chosen)
  const records = await gatherRecords(ctx, people, {
    disclosure: disclosureFor(ctx),
    complete: false,
  })
  ctx.progress(people.length, people.length, '正在排版联系卡')
  const data = cardSheetData(records, officeOf(ctx))
  return oneDocument(ctx, 'contactCards', data, `便民联系卡_${people.length}人`)
}

export async function visitRecords(
  ctx: JobContext,
  input: Input<'documents.visitRecords'>,
): Promise<ArtifactSummary> {
  const visits = visitsMeant(ctx, input)
  const records = visitRecordsOf(ctx, visits)
  const file = await recordForms(
    ctx,
    'visitRecord',
    visits.map(({ recipientId }, at) => ({ recipientId, visit: records[at]! })),
    (person, { visit }, office) => visitData(person, visit, office),
    (person, { visit }) => `${person.name}_${visit.date}`,
  )
  return putOne(ctx, '走访记录表', file)
}

async function oneDocument(
  ctx: JobContext,
  id: ShippedFormId,
  data: TemplateRecord,
  name: string,
): Promise<ArtifactSummary> {
  const { template, fields } = templateInForce(ctx, id)
  const [bytes] = await ctx.worker.run(
    'fillForms',
    { template, records: [data], fields },
    ctx.signal,
  )
  return putOne(ctx, name, { name: `${name}.docx`, bytes: bytes! })
}

function putOne(ctx: JobContext, title: string, file: ArtifactFile): ArtifactSummary {
  ctx.signal.throwIfAborted()
  return ctx.artifacts.put(title, [file])
}
