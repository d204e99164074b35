import type { ImportRow } from '@shared/contract/imports'

/** What a row's state comes from, in one line of the list. */
export function wordsOn(row: ImportRow): string {
  const hints = row.problems.filter(({ blocking }) => !blocking).map(({ message }) => message)
  switch (row.state) {
    case 'error':
      return row.problems
        .filter(({ blocking }) => blocking)
        .map(({ message }) => message)
        .join('；')
    case 'conflict':
      return `${conflictsOf(row)
        .map(({ label }) => label)
        .join('、')}与档案不一样`
    case 'pending':
      return row.candidates.length === 0
        ? '档案里没找到这个人'
        : `可能是${row.candidates.map(candidateWords).join('，或 ')}`
    case 'duplicate':
      return `与${duplicateWords(row)}重复`
    case 'skipped':
      return '您定了不导入'
    case 'same':
    case 'new':
      return [updateWords(row), row.gist, ...hints].filter(Boolean).join(' · ')
  }
}

/** Facts that wait for a word. */
export const conflictsOf = (row: ImportRow): ImportRow['differences'] =>
  row.differences.filter(({ choice }) => choice === null)

function candidateWords({ name, village, group, idTail }: ImportRow['candidates'][number]): string {
  return `${name}（${[village + group, idTail && `尾号 ${idTail}`].filter(Boolean).join('，')}）`
}

export function duplicateWords({ duplicateOf, sheetName }: ImportRow): string {
  if (!duplicateOf) return ''
  const sheet = duplicateOf.sheetName === sheetName ? '' : `“${duplicateOf.sheetName}”`
  return `${sheet}第 ${duplicateOf.line} 行`
}

/** 补：电话、慢性病；改：健康状况 */
function updateWords({ differences }: ImportRow): string {
  const labels = (fills: boolean): string =>
    differences
      .filter(({ taken, kind }) => taken && (kind === 'conflict') !== fills)
      .map(({ label }) => label)
      .join('、')
  const [filled, changed] = [labels(true), labels(false)]
  return [filled && `补：${filled}`, changed && `改：${changed}`].filter(Boolean).join('；')
}
