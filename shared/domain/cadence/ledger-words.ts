import type { LedgerResult } from './ledger'
import type { LedgerCell, PeopleCell } from './ledger-cells'

/** Shape and word of a result; the shapes are those of the due list where they mean the same. */
export const resultMark: Readonly<Record<LedgerResult, { shape: string; word: string }>> = {
  missed: { shape: '▲', word: '未完成' },
  open: { shape: '●', word: '进行中' },
  met: { shape: '✓', word: '完成' },
  exempt: { shape: '○', word: '豁免' },
  none: { shape: '–', word: '不计' },
}

/** `▲1/4`, `✓4/4`, `○`: how one cell of a person came out. */
export const resultWords = ({ result, needed, done }: LedgerCell): string =>
  `${resultMark[result].shape}${needed > 0 ? `${done}/${needed}` : ''}`

/** `补1`: how many of it were typed after the window had closed. */
export const lateWords = ({ late }: LedgerCell): string => (late > 0 ? `补${late}` : '')

/** `▲1/4`, `✓4/4 补1`, `○` on one line. */
export const ledgerCellWords = (cell: LedgerCell | null): string =>
  cell ? [resultWords(cell), lateWords(cell)].filter(Boolean).join(' ') : ''

/** `86/92`: met of those who were asked, in one cell of a village, helper or duty. */
export function groupCellWords({ met, missed, open }: PeopleCell): string {
  const asked = met + missed + open
  return asked === 0 ? '' : `${met}/${asked}`
}

/** How to read the cells, for screen and paper. */
export const ledgerLegend =
  '✓完成 ▲未完成 ●进行中 ○豁免 –不计；数字是完成次数/应做次数（选全部任务时是完成项数/应做项数）；“补”是窗口结束后才登记的次数，照常算完成。季、半年、年的任务记在最后一个月。'
