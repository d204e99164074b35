import type { OperatorIdentity, Scope } from '@db/context'
import { findOperator } from '@db/repositories/operators'
import type { OpenVault } from './vault/vault'

/** Who sits at the program, and what they may see. */
export interface Session {
  operator: OperatorIdentity
  scope: Scope
}

/** An operator's session on a vault as it now stands; null for one who may not log in. */
export function sessionOf(vault: OpenVault, operatorId: number): Session | null {
  const operator = findOperator(vault.store, operatorId)
  if (!operator) return null
  return {
    operator: { id: operator.id, name: operator.name, role: operator.role },
    scope: { villages: operator.scopeVillages, groups: operator.scopeGroups },
  }
}
