import { sampleHouseholds } from '@shared/domain/sample/households'
import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { household, householdPeriod, recipient } from '../schema'

/** Links the couples of the sample, and writes down the homes in which three live. */
export function writeSampleHouseholds(
  writer: ChangeWriter,
  { people }: SampleTownship,
  ids: readonly number[],
): void {
  for (const { couple, parent } of sampleHouseholds(people)) {
    const [husband, wife] = couple
    const { homeAddress } = people[husband]!.survey
    writer.update(recipient, ids[husband]!, { spouseRecipientId: ids[wife]! })
    writer.update(recipient, ids[wife]!, { spouseRecipientId: ids[husband]!, homeAddress })
    if (parent === null) continue
    writer.update(recipient, ids[parent]!, { homeAddress })
    const members = [husband, wife, parent]
    const from = members
      .map((at) => people[at]!.onFileFrom)
      .toSorted()
      .at(-1)!
    const householdId = writer.create(household, {})
    for (const at of members)
      writer.create(householdPeriod, {
        recipientId: ids[at]!,
        householdId,
        from,
        reason: '入户核实',
      })
  }
}
