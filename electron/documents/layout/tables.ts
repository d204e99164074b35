import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { TableBlock } from '@shared/domain/papers/model'
import { alignments, type Typesetter } from './typesetter'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const grid = { top: line, bottom: line, left: line, right: line }

/** Exact column widths in twips that add up to the table's width. */
export function columnWidths(weights: readonly number[], width: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const widths = weights.map((weight) => Math.floor((weight / total) * width))
  const rest = width - widths.reduce((sum, value) => sum + value, 0)
  widths[widths.length - 1]! += rest
  return widths
}

/**
 * A ruled table of fixed layout. Widths stand on the grid and on every cell, because WPS collapses
 * columns that have neither; the head repeats on each page and no row is torn.
 */
export function ruledTable(block: TableBlock, width: number, setter: Typesetter): Table {
  const widths = columnWidths(
    block.columns.map((column) => column.weight),
    width,
  )
  const air = block.compact ? 40 : 70
  const cell = (position: number, children: TableCell['options']['children']): TableCell =>
    new TableCell({
      width: { size: widths[position]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: air, bottom: air, left: 60, right: 60, marginUnitType: WidthType.DXA },
      children,
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...grid, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, position) =>
          cell(position, [
            setter.paragraph(block.compact ? 'compactHead' : 'tableHead', column.title),
          ]),
        ),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: block.columns.map((column, position) =>
              cell(position, [
                setter.paragraph(block.compact ? 'compactCell' : 'tableCell', row[position] ?? [], {
                  alignment: alignments[column.align ?? 'left'],
                }),
              ]),
            ),
          }),
      ),
    ],
  })
}
