import type { SampleHazard } from '@shared/domain/sample/hazards'
import type { SampleIncident, SampleNeed, SampleStep } from '@shared/domain/sample/cases'
import { leadingGroup } from '@shared/domain/sample/wording'
import type { SampleFundLine } from '@shared/domain/sample/funds'
import type { SampleMeeting } from '@shared/domain/sample/meetings'
import type { ChangeWriter } from '../changes'
import { caseStep, fundEntry, fundLine, hazard, incident, meeting, need, task } from '../schema'
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

export function writeSampleHazards(
  writer: ChangeWriter,
  ids: SampleIds,
  hazards: readonly SampleHazard[],
): void {
  for (const { personIndex, steps, ...facts } of hazards) {
    const recipientId = ids.people[personIndex]!
    const recordId = writer.create(hazard, { recipientId, ...facts })
    writeSteps(writer, 'hazard', recordId, recipientId, steps)
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

export function writeSampleFunds(writer: ChangeWriter, lines: readonly SampleFundLine[]): void {
  for (const { entries, ...line } of lines) {
    const fundLineId = writer.create(fundLine, line)
    for (const entry of entries) writer.create(fundEntry, { fundLineId, ...entry })
  }
}

/** Writes the sample's meetings with the tasks they decided. */
export function writeSampleMeetings(
  writer: ChangeWriter,
  meetings: readonly SampleMeeting[],
): void {
  const attendance = leadingGroup.map(({ name, post }) => ({
    kind: 'leadingGroup' as const,
    name,
    unit: post,
    presence: 'present' as const,
  }))
  const [chair] = leadingGroup
  for (const { tasks, ...facts } of meetings) {
    const meetingId = writer.create(meeting, {
      ...facts,
      attendance,
      time: '09:00',
      place: '镇政府三楼会议室',
      chair: chair!.name,
      recorder: leadingGroup.at(-1)!.name,
    })
    for (const { steps, ...decided } of tasks)
      writeSteps(writer, 'task', writer.create(task, { ...decided, meetingId }), null, steps)
  }
}

/** Writes the dated steps of a case; of one that is about nobody `recipientId` is null. */
export function writeSteps(
  writer: ChangeWriter,
  entity: string,
  recordId: number,
  recipientId: number | null,
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
