import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  title: string
  /** The cell's text; also what `whole` measures. */
  text?: (row: Row) => string
  /** Drawn instead of `text` where a cell is more than words. */
  cell?: (row: Row) => ReactNode
  /** Makes the header sort by this value; missing values go last in both directions. */
  sortBy?: (row: Row) => string | number | null | undefined
  /** Width in px at normal type; grows with the large-type switch unless `grow` is given. Default 120. */
  width?: number
  /** Share of the width left over. */
  grow?: number
  /** Never cut: as wide as its longest text. For names. */
  whole?: boolean
  align?: 'start' | 'end'
  /** 口径 or explanation, shown on the header. */
  hint?: string
}

/** `name` ascending, `-name` descending, '' as delivered. */
export type Sort = string

const collator = new Intl.Collator('zh-CN', { numeric: true })

export function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

export function sortRows<Row>(rows: readonly Row[], columns: Column<Row>[], sort: Sort): Row[] {
  const descending = sort.startsWith('-')
  const valueOf = columns.find((column) => column.key === sort.replace(/^-/, ''))?.sortBy
  if (!valueOf) return [...rows]
  const keyed = rows.map((row) => ({ row, value: valueOf(row) }))
  keyed.sort((a, b) => {
    const missing =
      Number(a.value == null || a.value === '') - Number(b.value == null || b.value === '')
    if (missing !== 0 || a.value == null || b.value == null) return missing
    const order = compareValues(a.value, b.value)
    return descending ? -order : order
  })
  return keyed.map((entry) => entry.row)
}

/** The next sort when a header is pressed: ascending, descending, as delivered. */
export function nextSort(sort: Sort, key: string): Sort {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? '' : key
}

/** Width of a text in em: CJK and full-width signs take one, Latin letters and digits about half. */
export function emsOf(text: string): number {
  let ems = 0
  for (const sign of text) ems += sign.codePointAt(0)! >= 0x2e80 ? 1 : 0.6
  return ems
}

const defaultWidth = 120
const cellPadding = 20 // px, both sides together
const bodySize = 15 / 16 // rem; the header's own size is smaller, so `em` would not line up

/** The widths that all rows share, as CSS. */
export interface GridWidths {
  template: string
  /**
   * The sum of what each column needs. The browser's own `max-content` would be wider: it grants
   * every growing column its share as soon as one of them fills its own.
   */
  least: string
}

export function gridWidths<Row>(
  columns: Column<Row>[],
  rows: readonly Row[],
  /** Columns before the first, in rem: the check marks. */
  lead = 0,
): GridWidths {
  const leasts = columns.map((column) => leastWidth(column, rows))
  const tracks = columns.map(({ grow }, at) =>
    grow ? `minmax(${leasts[at]}, ${grow}fr)` : leasts[at],
  )
  const before = lead > 0 ? [`${lead}rem`] : []
  return {
    template: [...before, ...tracks].join(' '),
    least: `calc(${[...before, ...leasts].join(' + ')})`,
  }
}

function leastWidth<Row>({ width, grow, whole, text }: Column<Row>, rows: readonly Row[]): string {
  // A growing column is cut anyway: in large type it gives way before the table has to scroll.
  const asked = grow ? `${width ?? defaultWidth}px` : `${(width ?? defaultWidth) / 16}rem`
  if (!whole || !text) return asked
  let longest = 0
  for (const row of rows) longest = Math.max(longest, emsOf(text(row)))
  return `max(${asked}, calc(${(longest * bodySize).toFixed(2)}rem + ${cellPadding}px))`
}
