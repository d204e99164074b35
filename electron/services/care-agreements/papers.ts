import type { AgreementRecord } from '@electron/documents/forms/agreement-fields'
import { agreementData } from '@electron/documents/forms/fields'
import type { AgreementRow } from '@shared/contract/care-agreements'
import {
  agreementForm,
  agreementKindLabel,
  type AgreementKind,
} from '@shared/domain/care-agreements/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import type { ArtifactFile, ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { fileNames } from '../documents/file-names'
import { disclosureFor, gatherRecords, officeOf } from '../documents/records'
import { requirePerson } from '../recipients/person'
import { templateInForce } from '../templates/files'

/** One Word file for each kind among them, an agreement to a page. */
export async function agreementPapers(
  ctx: JobContext,
  agreements: readonly AgreementRow[],
): Promise<ArtifactSummary> {
  const files: ArtifactFile[] = []
  const office = officeOf(ctx)
  for (const kind of codesOf(agreementKindLabel)) {
    const ofKind = agreements.filter((one) => one.kind === kind)
    if (ofKind.length === 0) continue
    const { title, template, fields } = templateInForce(ctx, agreementForm[kind])
    const people = ofKind.map(({ recipientId }) => requirePerson(ctx, recipientId))
    const disclosure = disclosureFor(ctx)
    const records = await gatherRecords(ctx, people, { disclosure, complete: false })
    const pages = ofKind.map((one, at) =>
      agreementData(records[at]!, disclosure === 'full' ? recordOf(one) : withheld(one), office),
    )
    ctx.progress(files.length, agreements.length, `正在生成${title}`)
    const filled = { template, records: pages, fields }
    const bytes = await ctx.worker.run('mergeForms', filled, ctx.signal)
    files.push({ name: nameOf(kind, ofKind), bytes })
  }
  ctx.signal.throwIfAborted()
  const title = files.length === 1 ? files[0]!.name.replace(/\.docx$/, '') : '照料协议'
  return ctx.artifacts.put(title, files)
}

function nameOf(kind: AgreementKind, agreements: readonly AgreementRow[]): string {
  const [only] = agreements
  const about = agreements.length === 1 ? only!.recipientName : `${agreements.length}份`
  return fileNames([`${agreementKindLabel[kind]}_${about}`])[0]!
}

export const recordOf = (row: AgreementRow): AgreementRecord => ({
  ...row,
  carer: row.helperName ?? row.responsible,
  until: row.dueOn,
})

/** Who may not read telephones prints an agreement with room to write them. */
const withheld = (row: AgreementRow): AgreementRecord => ({
  ...recordOf(row),
  entrustorPhone: null,
  carerPhone: null,
})
