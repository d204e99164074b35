import type { ReactNode } from 'react'
import classes from './print.module.css'

/** A column of a list on paper: its heading, and its width in millimetres. */
export type PrintColumn = readonly [title: string, millimetres: number]

interface PrintTableProps {
  columns: readonly PrintColumn[]
  /** For lists of many columns. */
  isSmall?: boolean
  /** Its rows, `tr`. */
  children: ReactNode
}

/** The table of a printed list: widths as on paper, its headings repeated on every page. */
export function PrintTable({ columns, isSmall, children }: PrintTableProps): React.ReactElement {
  return (
    <table className={classes.table}>
      <colgroup>
        {columns.map(([title, millimetres]) => (
          <col key={title} style={{ width: `${millimetres}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(([title]) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={isSmall ? classes.small : undefined}>{children}</tbody>
    </table>
  )
}
