import type { Cell, MergedRange, SheetGrid } from '@shared/domain/imports/grid'

/**
 * Copies the value of each merged range into every cell it covers, marked as copied. Ranges are
 * cut to the filled part of the sheet, so that a title merged across 16,384 columns costs nothing.
 * Ranges do not overlap in a sheet that Excel wrote: more than cover it all are not gone through.
 */
export function spreadMerges(
  rows: (Cell | null)[][],
  ranges: MergedRange[],
): Pick<SheetGrid, 'rows' | 'merges'> {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const merges: MergedRange[] = []
  let coverable = rows.length * width
  for (const range of ranges) {
    const cut = {
      ...range,
      bottom: Math.min(range.bottom, rows.length - 1),
      right: Math.min(range.right, width - 1),
    }
    if (cut.top > cut.bottom || cut.left > cut.right) continue
    if (cut.top === cut.bottom && cut.left === cut.right) continue
    coverable -= (cut.bottom - cut.top + 1) * (cut.right - cut.left + 1)
    if (coverable < 0) break
    merges.push(cut)
    copyInto(rows, cut)
  }
  return { rows, merges }
}

function copyInto(rows: (Cell | null)[][], range: MergedRange): void {
  const source = rows[range.top]?.[range.left]
  if (!source) return
  for (let r = range.top; r <= range.bottom; r++) {
    const row = rows[r]
    if (!row) continue
    for (let c = range.left; c <= range.right; c++) {
      if (r === range.top && c === range.left) continue
      // A hidden value under a merge is stale: Excel shows only the first cell.
      while (row.length < c) row.push(null)
      row[c] = { ...source, copied: true }
    }
  }
}
