import type { AgreementRecord } from '@electron/documents/forms/agreement-fields'
import { agreementData } from '@electron/documents/forms/fields'
import type { AgreementRow } from '@shared/contract/care-agreements'
import { agreementForm, agreementKindLabel } from '@shared/domain/care-agreements/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import type { ArtifactFile, ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { recordForms } from '../documents/record-forms'
import { disclosureFor } from '../documents/records'

/** One Word file for each kind among them, an agreement to a page. */
export async function agreementPapers(
  ctx: JobContext,
  agreements: readonly AgreementRow[],
): Promise<ArtifactSummary> {
  const files: ArtifactFile[] = []
  const full = disclosureFor(ctx) === 'full'
  for (const kind of codesOf(agreementKindLabel)) {
    const ofKind = agreements.filter((one) => one.kind === kind)
    if (ofKind.length === 0) continue
    files.push(
      await recordForms(
        ctx,
        agreementForm[kind],
        ofKind,
        (person, one, office) =>
          agreementData(person, full ? recordOf(one) : withheld(one), office),
        (person) => person.name,
      ),
    )
  }
  ctx.signal.throwIfAborted()
  const title = files.length === 1 ? files[0]!.name.replace(/\.docx$/, '') : '照料协议'
  return ctx.artifacts.put(title, files)
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
