import type { Day } from '@shared/domain/calendar/types'
import { sampleEvacuations, samplePlans } from '@shared/domain/sample/evacuations'
import type { SampleAgreement } from '@shared/domain/sample/care-agreements'
import type { SampleDispute } from '@shared/domain/sample/disputes'
import type { SampleOuting } from '@shared/domain/sample/outings'
import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import {
  careAgreement,
  carerAppraisal,
  evacuation,
  evacuationPlan,
  evacuee,
  outing,
  supportCase,
} from '../schema'
import type { SampleIds } from './sample'
import { writeSteps } from './sample-cases'

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

/** Writes the sample's care agreements with their steps and the appraisals of their carers. */
export function writeSampleAgreements(
  writer: ChangeWriter,
  ids: SampleIds,
  agreements: readonly SampleAgreement[],
): void {
  for (const { personIndex, steps, appraisals, ...facts } of agreements) {
    const recipientId = ids.people[personIndex]!
    const agreementId = writer.create(careAgreement, { recipientId, ...facts })
    writeSteps(writer, 'care_agreement', agreementId, recipientId, steps)
    for (const one of appraisals)
      writer.create(carerAppraisal, { agreementId, recipientId, ...one })
  }
}

/** Writes the sample's disputes with the steps that brought them where they stand. */
export function writeSampleDisputes(
  writer: ChangeWriter,
  ids: SampleIds,
  disputes: readonly SampleDispute[],
): void {
  for (const { personIndex, steps, ...facts } of disputes) {
    const recipientId = ids.people[personIndex]!
    const recordId = writer.create(supportCase, { recipientId, ...facts })
    writeSteps(writer, 'support_case', recordId, recipientId, steps)
  }
}

/** Writes the sample's reports of going out with their steps. */
export function writeSampleOutings(
  writer: ChangeWriter,
  ids: SampleIds,
  outings: readonly SampleOuting[],
): void {
  for (const { personIndex, childIndex, steps, ...facts } of outings) {
    const recipientId = ids.people[personIndex]!
    const familyMemberId = ids.families[personIndex]![childIndex]!
    const recordId = writer.create(outing, { recipientId, familyMemberId, ...facts })
    writeSteps(writer, 'outing', recordId, recipientId, steps)
  }
}
