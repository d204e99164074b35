import { sampleCustomFields } from '@shared/domain/sample/custom-fields'
import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { customField, customValue } from '../schema'

/** Writes the office's own fields and what the files say in them. */
export function writeSampleCustomFields(
  writer: ChangeWriter,
  township: SampleTownship,
  people: readonly number[],
): void {
  sampleCustomFields.forEach(({ definition, valueOf }, position) => {
    const { name, kind, section, groups, options } = definition
    const customFieldId = writer.create(customField, {
      name,
      kind,
      section,
      groups: groups && [...groups],
      options: [...options],
      position,
    })
    township.people.forEach((person, index) => {
      const value = valueOf(person, index)
      if (value !== null)
        writer.create(customValue, { recipientId: people[index]!, customFieldId, value })
    })
  })
}
