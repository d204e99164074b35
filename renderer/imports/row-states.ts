import { rowStates, type ImportRow, type RowState } from '@shared/contract/imports'
import { codesOf } from '@shared/domain/vocabulary'
import type { StateKind } from '../shell/StateMark'

/** Shape and explanation of what becomes of a row; its word is in the contract. */
export const stateSigns: Record<RowState, { shape: string; hint: string; edge?: StateKind }> = {
  error: { shape: '▲', hint: '有一格读不通，改好才能入库。', edge: 'overdue' },
  conflict: {
    shape: '◆',
    hint: '档案里已有此人，台账写的和档案不一样，请选以哪个为准。',
    edge: 'incident',
  },
  pending: { shape: '●', hint: '可能是档案里的某个人，也可能不是，请您来定。', edge: 'due' },
  duplicate: { shape: '■', hint: '这份文件里前面已经有同一个人（或同一次走访）。', edge: 'due' },
  new: { shape: '＋', hint: '入库时新建。' },
  same: { shape: '✓', hint: '档案里已有；会补什么、改什么，见这一行的说明和右边。' },
  skipped: { shape: '○', hint: '您说了不导入。', edge: 'exempt' },
}

/** In the order in which chips and summaries name them: what needs a look first. */
export const stateOrder = [
  'error',
  'conflict',
  'pending',
  'duplicate',
  'new',
  'same',
  'skipped',
] as const satisfies readonly RowState[]

/** Waiting for the clerk; left out of the import until then. */
export const openStates: readonly RowState[] = ['error', 'conflict', 'pending', 'duplicate']

export type Counts = Record<RowState, number>

export const sumOf = (counts: Counts, states: readonly RowState[] = codesOf(rowStates)): number =>
  states.reduce((sum, state) => sum + counts[state], 0)

export const keyOf = ({ sheet, row }: Pick<ImportRow, 'sheet' | 'row'>): string => `${sheet}-${row}`
