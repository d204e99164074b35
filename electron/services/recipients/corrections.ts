import { attachedTo, listCorrections, undoCorrection, voidFile } from '@db/repositories/corrections'
import { markDistinct, unmarkDistinct } from '@db/repositories/distinct-pairs'
import { linkSpouse } from '@db/repositories/recipients'
import type { correctionsContract } from '@shared/contract/corrections'
import { failure } from '@shared/contract/failure'
import { entityLabel } from '@shared/domain/entity-labels'
import type { CommandContext, HandlersOf } from '../../core/context'
import { findDuplicates, listDistinctPairs } from './duplicates'
import { mergeFiles } from './merge'
import { requirePerson } from './person'

/** What every file has from its first day, or what says nothing without the file. */
const partsOfEntry: ReadonlySet<string> = new Set([
  'status_period',
  'residence_period',
  'group_period',
  'category_override',
  'family_member',
  'absence_period',
  'attachment',
])

/** 更正: a file of somebody who should have none. Work done for the person is not hidden unasked. */
function hideFile(
  ctx: CommandContext,
  input: { id: number; reason: string; confirmed: boolean },
): { changeSetId: number } {
  const { id, reason, confirmed } = input
  const { name } = requirePerson(ctx, id)
  const work = attachedTo(ctx, id).filter(({ entity }) => !partsOfEntry.has(entity))
  if (work.length > 0 && !confirmed) {
    const listed = work.map(
      ({ entity, count }) => `${entityLabel[entity] ?? '其他记录'} ${count} 条`,
    )
    throw failure(
      'CONFLICT',
      `${name}的档案下已有${listed.join('、')}，没有隐去。若是同一人有两份档案，请改用合并；确属录错，可以确认后连同这些记录一起隐去。`,
      undefined,
      { attached: work },
    )
  }
  linkSpouse(ctx, id, null)
  voidFile(ctx, id, reason)
  return { changeSetId: ctx.writer.setId }
}

export const correctionsHandlers: HandlersOf<typeof correctionsContract> = {
  'recipients.duplicates': findDuplicates,
  'recipients.distinctPairs': listDistinctPairs,
  'recipients.markDistinct': (ctx, { oneId, otherId, reason }) => {
    if (oneId === otherId) throw failure('VALIDATION', '这是同一份档案，没有标记。请选另一份。')
    requirePerson(ctx, oneId)
    requirePerson(ctx, otherId)
    markDistinct(ctx, oneId, otherId, reason)
    return {}
  },
  'recipients.unmarkDistinct': (ctx, { id, reason }) => {
    if (!listDistinctPairs(ctx).some((pair) => pair.id === id))
      throw failure('NOT_FOUND', '这一对没有“不是同一人”的标记，可能已经撤销。请刷新后再看。')
    unmarkDistinct(ctx, id, reason)
    return {}
  },
  'recipients.attached': (ctx, { id }) => {
    requirePerson(ctx, id)
    return attachedTo(ctx, id)
  },
  'recipients.merge': mergeFiles,
  'recipients.void': hideFile,
  'recipients.corrections': (ctx, { limit }) => listCorrections(ctx, limit),
  'recipients.undoCorrection': (ctx, { changeSetId, reason }) => {
    undoCorrection(ctx, changeSetId, reason)
    return {}
  },
}
