import { failure } from '@shared/contract/failure'
import { mayDo, type Right } from '@shared/domain/rights'
import type { OperatorIdentity, StoreContext } from '@db/context'

/** Refuses what the operator's role does not allow. */
export function requireRight({ role }: OperatorIdentity, right: Right): void {
  if (!mayDo(role, right)) {
    throw failure('FORBIDDEN', '您的角色没有这项权限，没有做任何改动。需要时请找管理员。')
  }
}

/** What is about the township as a whole is for those who answer for all of it. */
export function requireWholeTownship({ scope }: StoreContext): void {
  if (scope.villages !== null || scope.groups !== null)
    throw failure('FORBIDDEN', '这里是全镇的文书和事务，只有负责全镇的人员可以查看和办理。')
}

/** What is about a village is for those who answer for it, and for all of its people. */
export function requireVillage(ctx: StoreContext, villageId: number): void {
  const { villages, groups } = ctx.scope
  if (groups !== null) requireWholeTownship(ctx)
  if (villages !== null && !villages.includes(villageId))
    throw failure('FORBIDDEN', '这个村（社区）不在您负责的范围内，不能查看和办理。')
}
