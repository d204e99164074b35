import { groupPeriod, recipient, residencePeriod, statusPeriod } from '@db/schema'
import type { RecipientGroup } from '@shared/domain/vocabulary'
import type { CommandContext } from './context'
import type { TestVault } from './test-vault'

export interface TestPerson {
  name: string
  villageId: number
  from?: string
  group?: RecipientGroup
  birthDate?: string
  lunarBirthday?: string
  phones?: string[]
}

/** Puts people on file for tests of what follows from it; answers their ids. */
export function enterPeople(vault: TestVault, people: readonly TestPerson[]): number[] {
  return vault.write((ctx) => people.map((person) => enterPerson(ctx, person)))
}

function enterPerson(
  { writer }: CommandContext,
  { villageId, from = '2020-01-01', group = 'elder', ...facts }: TestPerson,
): number {
  const recipientId = writer.create(recipient, facts)
  writer.create(statusPeriod, { recipientId, status: 'active', from })
  writer.create(residencePeriod, { recipientId, villageId, from })
  writer.create(groupPeriod, { recipientId, group, from })
  return recipientId
}

/** Closes a file from a day on: moved out, dead … */
export function closeFile(
  vault: TestVault,
  recipientId: number,
  status: 'deceased' | 'movedOut',
  from: string,
): void {
  vault.write((ctx) => {
    const active = ctx.db.query.statusPeriod
      .findMany({ where: (row, { eq }) => eq(row.recipientId, recipientId) })
      .sync()
    for (const row of active) ctx.writer.update(statusPeriod, row.id, { to: from })
    ctx.writer.create(statusPeriod, { recipientId, status, from })
  })
}
