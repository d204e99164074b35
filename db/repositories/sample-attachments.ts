import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { attachment, recipient } from '../schema'
import type { SampleIds } from './sample'

/** A file that lies in the vault already. */
export interface SampleFile {
  storageName: string
  size: number
}

export interface SampleFiles {
  /** The first half for men, the second for women. */
  portraits: readonly SampleFile[]
  scan: SampleFile
  pdf: SampleFile
}

/** Photos in two files of three, and the scanned survey or the signed consent in every ninth. */
export function writeSampleAttachments(
  writer: ChangeWriter,
  { people }: SampleTownship,
  ids: SampleIds,
  { portraits, scan, pdf }: SampleFiles,
): void {
  people.forEach((person, index) => {
    const recipientId = ids.people[index]!
    const each = portraits.length / 2
    if (index % 3 !== 2) {
      const which = (index % each) + (person.gender === 'female' ? each : 0)
      const photoId = writer.create(attachment, {
        recipientId,
        kind: 'photo',
        fileName: `${person.name}.jpg`,
        mime: 'image/jpeg',
        ...portraits[which]!,
      })
      writer.update(recipient, recipientId, { photoId })
    }
    if (index % 9 === 0)
      writer.create(attachment, {
        recipientId,
        kind: 'file',
        fileName: '入户调查表.jpg',
        mime: 'image/jpeg',
        day: person.survey.collectedOn,
        ...scan,
      })
    if (index % 9 === 4)
      writer.create(attachment, {
        recipientId,
        kind: 'file',
        fileName: '告知同意书.pdf',
        mime: 'application/pdf',
        day: person.survey.consentOn,
        note: '本人签字、按手印',
        ...pdf,
      })
  })
}
