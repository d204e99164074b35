import { failure } from '@shared/contract/failure'
import { mayDo, type Right } from '@shared/domain/rights'
import type { OperatorIdentity } from '@db/context'

/** Refuses what the operator's role does not allow. */
export function requireRight({ role }: OperatorIdentity, right: Right): void {
  if (!mayDo(role, right)) {
    throw failure('FORBIDDEN', '您的角色没有这项权限，没有做任何改动。需要时请找管理员。')
  }
}
