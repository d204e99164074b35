import type { StoreContext } from '@db/context'
import { latestOwnSet, type OwnChangeSet } from '@db/repositories/own-changes'
import { undoChangeSet, undoObstacle, type UndoObstacle } from '@db/undo'
import type { changesContract } from '@shared/contract/changes'
import { contract, type OpName } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { mayDo } from '@shared/domain/rights'
import type { HandlersOf } from '../../core/context'
import { undoOverdraws } from '../funds/overdraft'

const undoing: OpName = 'changes.undo'
const told: Record<UndoObstacle, string> = {
  unknown: '没有这次操作的记录',
  changedSince: '之后又有改动',
  builtOn: '之后又在上面登记了别的内容',
}

export const changesHandlers: HandlersOf<typeof changesContract> = {
  'changes.latestOwn': (ctx) => {
    const set = ownWork(ctx)
    if (!set) return null
    const obstacle = undoObstacle(ctx, set.changeSetId)
    if (obstacle) return { ...set, obstacle: told[obstacle] }
    return { ...set, obstacle: undoOverdraws(ctx, set.changeSetId) ? '撤销后科目会透支' : null }
  },
  'changes.undo': (ctx, { changeSetId }) => {
    if (ownWork(ctx)?.changeSetId !== changeSetId) {
      throw failure(
        'CONFLICT',
        '只能撤销自己刚做的上一次改动；这一次之后您又做了别的，或者已经撤销过。没有改动任何内容。',
      )
    }
    if (undoOverdraws(ctx, changeSetId))
      throw failure(
        'CONFLICT',
        '撤销以后科目会透支，没有撤销，账目没有变。先登记正确的收入；支出也录错的，先隐去支出。',
      )
    undoChangeSet(ctx, changeSetId, '本人撤销')
    return {}
  },
}

/**
 * What the operator may take back: the last own act, if it is one the operator may still do. An
 * undo is not undone again, and what set the vault up is no act of the day's work.
 */
function ownWork(ctx: StoreContext): OwnChangeSet | null {
  const set = latestOwnSet(ctx)
  if (!set || set.operation === undoing || set.operation.startsWith('vault.')) return null
  // Nothing of an incident is taken back without a word: it is corrected, with the reason.
  if (set.operation.startsWith('incidents.')) return null
  const right = contract[set.operation as OpName]?.right
  return right && mayDo(ctx.operator.role, right) ? set : null
}
