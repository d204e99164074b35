import type { SampleIncident, SampleNeed, SampleStep } from '@shared/domain/sample/cases'
import type { ChangeWriter } from '../changes'
import { caseStep, incident, need } from '../schema'
import type { SampleIds } from './sample'

/** Writes the sample's needs with the steps that brought them where they stand. */
export function writeSampleNeeds(
  writer: ChangeWriter,
  ids: SampleIds,
  needs: Iterable<SampleNeed>,
): void {
  for (const { personIndex, helperIndex, steps, ...facts } of needs) {
    const recipientId = ids.people[personIndex]!
    const helperId = helperIndex === null ? null : ids.helpers[helperIndex]!
    const recordId = writer.create(need, { recipientId, helperId, ...facts })
    writeSteps(writer, 'need', recordId, recipientId, steps)
  }
}

export function writeSampleIncidents(
  writer: ChangeWriter,
  ids: SampleIds,
  incidents: readonly SampleIncident[],
): void {
  for (const { personIndex, helperIndex, steps, ...facts } of incidents) {
    const recipientId = ids.people[personIndex]!
    const helperId = helperIndex === null ? null : ids.helpers[helperIndex]!
    const dueOn = facts.nextDeadline?.slice(0, 10) ?? null
    const recordId = writer.create(incident, { recipientId, helperId, dueOn, ...facts })
    writeSteps(writer, 'incident', recordId, recipientId, steps)
  }
}

function writeSteps(
  writer: ChangeWriter,
  entity: string,
  recordId: number,
  recipientId: number,
  steps: readonly SampleStep<string>[],
): void {
  for (const step of steps) {
    writer.create(caseStep, {
      entity,
      recordId,
      recipientId,
      ...step,
      enteredAt: `${step.day}T09:00:00.000Z`,
    })
  }
}
