import { usualStandards } from '@shared/domain/inspections/checklist'
import type { SampleInspection } from '@shared/domain/sample/inspections'
import { leadingGroup } from '@shared/domain/sample/wording'
import type { ChangeWriter } from '../changes'
import { finding, inspection, inspectionSheet } from '../schema'
import { writeSteps } from './sample-cases'

/** Writes the sample's inspections with their sheets and what they found. */
export function writeSampleInspections(
  writer: ChangeWriter,
  villageIds: readonly number[],
  inspections: readonly SampleInspection[],
): void {
  const [leader, ...others] = leadingGroup
  for (const { sheets, ...facts } of inspections) {
    const inspectionId = writer.create(inspection, {
      ...facts,
      leader: leader!.name,
      members: others
        .slice(0, 2)
        .map(({ name }) => name)
        .join('、'),
      checklist: [...usualStandards.items],
    })
    for (const { villageIndex, findings, ...sheet } of sheets) {
      const villageId = villageIds[villageIndex]!
      const isBack = sheet.visitedOn !== null
      const sheetId = writer.create(inspectionSheet, {
        ...sheet,
        inspectionId,
        villageId,
        inspectors: isBack ? others[0]!.name : null,
        enteredAt: isBack ? `${sheet.visitedOn}T09:00:00.000Z` : null,
      })
      for (const { steps, ...found } of findings) {
        const placed = { recipientId: null, villageId, inspectionId, sheetId }
        const id = writer.create(finding, { ...placed, ...found })
        writeSteps(writer, 'finding', id, null, steps)
      }
    }
  }
}
