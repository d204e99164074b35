import type { Instant } from '@shared/domain/calendar/types'
import { subjectField } from '@shared/domain/registers/definition'
import type { SampleRegister } from '@shared/domain/sample/registers'
import type { ChangeWriter } from '../changes'
import { register, registerEntry, registerVersion } from '../schema'
import type { SampleIds } from './sample'
import { writeSteps } from './sample-cases'

/** Writes the sample office's registers with their entries and steps. */
export function writeSampleRegisters(
  writer: ChangeWriter,
  { people }: Pick<SampleIds, 'people'>,
  registers: readonly SampleRegister[],
  at: Instant,
): void {
  for (const [position, { preset, definition, entries }] of registers.entries()) {
    const registerId = writer.create(register, {
      name: definition.name,
      version: 1,
      preset,
      retired: false,
      position,
    })
    const versionId = writer.create(registerVersion, {
      registerId,
      version: 1,
      definition,
      savedAt: at,
    })
    const subject = subjectField(definition)
    for (const { personIndex, steps, ...entry } of entries) {
      const recipientId = personIndex === null ? null : people[personIndex]!
      const values =
        subject && recipientId !== null
          ? { ...entry.values, [subject.code]: recipientId }
          : entry.values
      const said = Object.values(entry.values).filter((value) => typeof value === 'string')
      const id = writer.create(registerEntry, {
        ...entry,
        registerId,
        versionId,
        recipientId,
        values,
        numberedIn: entry.openedOn.slice(0, 4),
        words: [entry.number, ...said].join(' '),
      })
      writeSteps(writer, 'register_entry', id, recipientId, steps)
    }
  }
}
