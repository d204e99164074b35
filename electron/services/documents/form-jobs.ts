import type { RosterPerson } from '@db/repositories/roster'
import { withCardContacts } from '@electron/documents/forms/card-contacts'
import type { TemplateRecord } from '@electron/documents/forms/engine'
import { cardSheetData, personData, rosterData, visitData } from '@electron/documents/forms/fields'
import type { documentsContract } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { mayDo } from '@shared/domain/rights'
import type { ShippedFormId } from '@shared/domain/templates/forms'
import type { z } from 'zod'
import type { ArtifactFile, ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { visibleContact } from '../contacts/access'
import { requirePerson } from '../recipients/person'
import { templateInForce } from '../templates/files'
import { somebodyChosen } from './chosen'
import { fileNames } from './file-names'
import { batchSize, breath, disclosureFor, gatherRecords, officeOf, recordsOf } from './records'
import { rosterSheet } from './roster-sheet'
import { visitRecordsOf } from './visit-record'

type Input<Name extends keyof typeof documentsContract> = z.output<
  (typeof documentsContract)[Name]['input']
>

/** Photographs of one merged file together; Word itself gives up on much larger ones. */
const mostPhotoBytes = 200 * 1024 * 1024

export async function recipientForms(
  ctx: JobContext,
  { people: chosen, template: id, mode }: Input<'documents.recipientForms'>,
): Promise<ArtifactSummary> {
  const people = somebodyChosen(ctx, chosen)
  const { title, template, fields } = templateInForce(ctx, id)
  const office = officeOf(ctx)
  const gathered: TemplateRecord[] = []
  const documents: Uint8Array[] = []
  let photoBytes = 0
  for (let start = 0; start < people.length; start += batchSize) {
    ctx.signal.throwIfAborted()
    const batch = recordsOf(ctx, people.slice(start, start + batchSize), {
      disclosure: disclosureFor(ctx),
      complete: true,
      attachments: ctx.attachments,
    })
    photoBytes += batch.reduce((sum, { photo }) => sum + (photo?.bytes.byteLength ?? 0), 0)
    if (photoBytes > mostPhotoBytes)
      throw failure('VALIDATION', '照片合在一起太大，没有生成文件。请分村生成，或者先压缩照片。')
    const records = batch.map((record) =>
      personData(id === 'wallCard' ? withCardContacts(record) : record, office),
    )
    if (mode === 'separate') {
      const filled = { template, records, fields }
      documents.push(...(await ctx.worker.run('fillForms', filled, ctx.signal)))
    } else {
      gathered.push(...records)
      await breath()
    }
    const done = Math.min(start + batchSize, people.length)
    ctx.progress(done, people.length, `正在生成${title}`)
  }
  if (mode === 'separate') {
    const names = fileNames(people.map((person) => nameOf(title, person)))
    return ctx.artifacts.put(
      `${title}_${people.length}人`,
      documents.map((bytes, position) => ({ name: names[position]!, bytes })),
    )
  }
  ctx.progress(people.length, people.length, '正在合并成一个文件')
  const everybody = { template, records: gathered, fields }
  const bytes = await ctx.worker.run('mergeForms', everybody, ctx.signal)
  const [only] = people
  const [name] = fileNames([
    people.length === 1 ? nameOf(title, only!) : `${title}_${people.length}人`,
  ])
  return putOne(ctx, title, { name: name!, bytes })
}

const rosterTemplates = {
  docxA4: 'rosterA4',
  docxA3: 'rosterA3',
  pairings: 'pairingRegister',
} as const

const nameOf = (title: string, person: RosterPerson): string =>
  `${title}_${person.villageName}_${person.name}`

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
  { contactIds }: Input<'documents.visitRecords'>,
): Promise<ArtifactSummary> {
  const visits = contactIds.map((contactId) => visibleContact(ctx, contactId))
  const people = visits.map(({ recipientId }) => requirePerson(ctx, recipientId))
  const records = await gatherRecords(ctx, people, {
    disclosure: disclosureFor(ctx),
    complete: false,
  })
  const { title, template, fields } = templateInForce(ctx, 'visitRecord')
  const office = officeOf(ctx)
  const pages = visitRecordsOf(ctx, visits).map((visit, at) =>
    visitData(records[at]!, visit, office),
  )
  const bytes = await ctx.worker.run('mergeForms', { template, records: pages, fields }, ctx.signal)
  const [only] = people
  const about = people.length === 1 ? `${only!.name}_${visits[0]!.date}` : `${visits.length}次`
  const [name] = fileNames([`${title}_${about}`])
  return putOne(ctx, title, { name: name!, bytes })
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
