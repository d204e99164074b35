import type { TemplateRecord } from '@electron/documents/forms/engine'
import type { OfficeRecord, RecipientRecord } from '@electron/documents/forms/record'
import { forms, type ShippedFormId } from '@shared/domain/templates/forms'
import type { ArtifactFile } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { templateInForce } from '../templates/files'
import { fileNames } from './file-names'
import { disclosureFor, gatherRecords, officeOf } from './records'

/** What a form needs of each record: whose it is. */
interface OfPerson {
  recipientId: number
}

/** How the form of one record is filled. */
export type Filling<One> = (
  person: RecipientRecord,
  one: One,
  office: OfficeRecord,
) => TemplateRecord

/**
 * One Word file of many records — visits, agreements, assessments — each on pages of its own, from
 * the template in force. `about` names one record in the name of the file.
 */
export async function recordForms<One extends OfPerson>(
  ctx: JobContext,
  form: ShippedFormId,
  records: readonly One[],
  fill: Filling<One>,
  about: (person: RecipientRecord, one: One) => string,
): Promise<ArtifactFile> {
  const people = records.map(({ recipientId }) => requirePerson(ctx, recipientId))
  const gathered = await gatherRecords(ctx, people, {
    disclosure: disclosureFor(ctx),
    complete: false,
  })
  const { template, fields } = templateInForce(ctx, form)
  const office = officeOf(ctx)
  const pages = records.map((one, at) => fill(gathered[at]!, one, office))
  ctx.progress(records.length, records.length, `正在生成${forms[form].title}`)
  const bytes = await ctx.worker.run('mergeForms', { template, records: pages, fields }, ctx.signal)
  const words = records.length === 1 ? about(gathered[0]!, records[0]!) : `${records.length}份`
  const [name] = fileNames([`${forms[form].title}_${words}`])
  return { name: name!, bytes }
}
