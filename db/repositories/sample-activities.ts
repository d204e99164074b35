import type { SampleActivity } from '@shared/domain/sample/activities'
import type { ChangeWriter } from '../changes'
import { activity, activityLine, activityPerson } from '../schema'
import type { SampleIds } from './sample'
import { writeSteps } from './sample-cases'

/** Writes the sample's activities with their lists, budgets and steps. */
export function writeSampleActivities(
  writer: ChangeWriter,
  ids: SampleIds,
  activities: readonly SampleActivity[],
): void {
  for (const { plan, guests, volunteers, lines, steps, ...standing } of activities) {
    const activityId = writer.create(activity, { ...plan, ...standing })
    for (const { personIndex, ...guest } of guests) {
      const recipientId = ids.people[personIndex]!
      writer.create(activityPerson, { activityId, role: 'guest', recipientId, ...guest })
    }
    for (const { helperIndex, present } of volunteers) {
      const helperId = ids.helpers[helperIndex]!
      writer.create(activityPerson, { activityId, role: 'volunteer', helperId, present })
    }
    lines.forEach((line, position) => {
      writer.create(activityLine, { activityId, position, ...line })
    })
    writeSteps(writer, 'activity', activityId, null, steps)
  }
}
