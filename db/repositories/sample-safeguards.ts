import type { Day } from '@shared/domain/calendar/types'
import { sampleEvacuations, samplePlans } from '@shared/domain/sample/evacuations'
import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { evacuation, evacuationPlan, evacuee } from '../schema'
import type { SampleIds } from './sample'

/** Writes the sample's list of transfers with a drill and a real one. */
export function writeSampleEvacuations(
  writer: ChangeWriter,
  township: SampleTownship,
  ids: SampleIds,
  until: Day,
): void {
  for (const { personIndex, helperIndex, ...facts } of samplePlans(township, until)) {
    writer.create(evacuationPlan, {
      recipientId: ids.people[personIndex]!,
      helperId: helperIndex === null ? null : ids.helpers[helperIndex]!,
      ...facts,
    })
  }
  for (const { people, ...facts } of sampleEvacuations(township, until)) {
    const evacuationId = writer.create(evacuation, facts)
    for (const { personIndex, ...said } of people)
      writer.create(evacuee, { evacuationId, recipientId: ids.people[personIndex]!, ...said })
  }
}
