import type { RecipientGroup, Role } from './vocabulary'

/** What an operator may see: null is all. */
export interface OperatorReach {
  role: Role
  villages: readonly number[] | null
  groups: readonly RecipientGroup[] | null
}

export interface KnownOperator extends OperatorReach {
  id: number
  name: string
  /** Whether they have left; their name stays in the history. */
  disabled: boolean
}

/** Which field of an operator cannot be so, and why, in a clerk's words. */
export type OperatorRefusal = { field: 'name' | 'role' | 'villages' | 'groups'; why: string }

/** A role's reach must fit it: who answers for villages names them, an admin sees everything. */
export function reachRefusal({ role, villages, groups }: OperatorReach): OperatorRefusal | null {
  if (role === 'admin' && (villages !== null || groups !== null)) {
    return { field: 'role', why: '管理员要看得到全镇，不能限定村或群体' }
  }
  if (role === 'village' && !villages?.length) {
    return { field: 'villages', why: '村级经办要选定负责的村' }
  }
  if (role === 'groupLead' && !groups?.length) {
    return { field: 'groups', why: '群体牵头人要选定负责的群体' }
  }
  return null
}

/**
 * Why the operators cannot become `after`: the vault would be left without an admin who can log in,
 * or two people would stand under one name on the lock screen. Null where they can.
 */
export function operatorsRefusal(after: readonly KnownOperator[]): OperatorRefusal | null {
  const active = after.filter(({ disabled }) => !disabled)
  if (!active.some(({ role }) => role === 'admin')) {
    return { field: 'role', why: '至少要留一位管理员，否则没有人能管理经办人和备份' }
  }
  const names = new Set<string>()
  for (const { name } of active) {
    if (names.has(name)) {
      return { field: 'name', why: `已经有一位在用的经办人叫${name}，请加上单位或职务以便区分` }
    }
    names.add(name)
  }
  return null
}
