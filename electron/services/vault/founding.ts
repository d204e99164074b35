import { ChangeWriter } from '@db/changes'
import { foundCentre } from '@db/repositories/founding'
import type { InputOf } from '@shared/contract'
import type { Day, Instant } from '@shared/domain/calendar/types'
import type { OpenVault } from '../../core/vault/vault'

export interface FoundingFacts {
  centre: InputOf<'vault.create'>['centre']
  villages: InputOf<'vault.create'>['villages']
  operatorName: string
  today: Day
  at: Instant
}

/** Writes a new vault's first records as its first change set; answers the first operator's id. */
export function foundVault(vault: OpenVault, facts: FoundingFacts): number {
  return vault.store.$client
    .transaction(() => {
      const writer = new ChangeWriter(vault.store, vault.ids, {
        operation: 'vault.create',
        operatorId: null,
        at: facts.at,
      })
      const { operatorId } = foundCentre(writer, facts)
      writer.finish()
      return operatorId
    })
    .immediate()
}
