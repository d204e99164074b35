import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { fontSlots } from '@electron/documents/layout/fonts'
import { halfPoints, twipsOfMm } from '@electron/documents/layout/settings'

/** The faces of forms: labels, filled-in values, the form's name, small print. */
export const faces = {
  title: { font: '方正小标宋简体', pt: 20 },
  label: { font: '黑体', pt: 11 },
  value: { font: '仿宋', pt: 12 },
  note: { font: '宋体', pt: 10 },
} as const
export type Face = keyof typeof faces

export interface TextLook {
  face?: Face
  pt?: number
  bold?: boolean
  color?: string
}

export function run(text: string, look: TextLook = {}): TextRun {
  const face = faces[look.face ?? 'value']
  const size = halfPoints(look.pt ?? face.pt)
  return new TextRun({
    text,
    size,
    sizeComplexScript: size,
    ...(look.bold && { bold: true }),
    ...(look.color && { color: look.color }),
    font: { ...fontSlots(face.font, null), hint: 'eastAsia' },
  })
}

export type Align = 'left' | 'center' | 'right'

const alignment = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** One paragraph per line of text, so that a tag pair may take a line of its own. */
export function lines(text: string, look: TextLook, align: Align, lineTwips?: number): Paragraph[] {
  return text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: alignment[align],
        ...(lineTwips && { spacing: { line: lineTwips, lineRule: 'exact' } }),
        children: [run(line, look)],
      }),
  )
}

export interface Cell extends TextLook {
  /** Width; the widths of every row add up to the table's. */
  mm: number
  text: string
  align?: Align
  top?: boolean
  /** Begins a cell that reaches over the rows below, or goes on with the one above. */
  merge?: 'start' | 'continue'
  lineTwips?: number
  /** Edges drawn as crop marks, in tables that have no rules. */
  marks?: readonly ('top' | 'bottom' | 'left' | 'right')[]
  /** Paragraphs that need more than one look; they stand instead of the text. */
  paragraphs?: Paragraph[]
}

export interface SheetRow {
  heightMm: number
  cells: Cell[]
  /** The height is kept whatever stands inside. */
  exact?: boolean
  header?: boolean
}

export const label = (mm: number, text: string, more: Partial<Cell> = {}): Cell => ({
  mm,
  text,
  face: 'label',
  align: 'center',
  ...more,
})

export const value = (mm: number, text: string, more: Partial<Cell> = {}): Cell => ({
  mm,
  text,
  align: 'center',
  ...more,
})

const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' } as const
const inner = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const hairline = { style: BorderStyle.SINGLE, size: 2, color: '808080' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

export interface SheetLook {
  ruled?: boolean
  paddingMm?: number
}

/**
 * A form table whose rows may divide their width differently: the grid is the union of all their
 * cuts, in exact twips, as WPS needs it.
 */
export function sheet(rows: readonly SheetRow[], look: SheetLook = {}): Table {
  const { ruled = true, paddingMm = 1.4 } = look
  const cuts = [
    ...new Set(
      rows.flatMap((row) => {
        let edge = 0
        return row.cells.map((cell) => twipsOfMm((edge += cell.mm)))
      }),
    ),
  ].sort((a, b) => a - b)
  const padding = twipsOfMm(paddingMm)
  const border = ruled ? inner : none
  const frame = ruled ? outer : none
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cuts.at(-1)!, type: WidthType.DXA },
    columnWidths: cuts.map((cut, position) => cut - (cuts[position - 1] ?? 0)),
    alignment: AlignmentType.CENTER,
    borders: {
      top: frame,
      bottom: frame,
      left: frame,
      right: frame,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map((row) => {
      let edge = 0
      return new TableRow({
        cantSplit: true,
        ...(row.header && { tableHeader: true }),
        height: {
          value: twipsOfMm(row.heightMm),
          rule: row.exact ? HeightRule.EXACT : HeightRule.ATLEAST,
        },
        children: row.cells.map((cell) => {
          const from = twipsOfMm(edge)
          const to = twipsOfMm((edge += cell.mm))
          const span = cuts.filter((cut) => cut > from && cut <= to).length
          return new TableCell({
            width: { size: to - from, type: WidthType.DXA },
            ...(span > 1 && { columnSpan: span }),
            ...(cell.merge && {
              verticalMerge:
                cell.merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
            }),
            verticalAlign: cell.top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
            margins: {
              top: twipsOfMm(0.5),
              bottom: twipsOfMm(0.5),
              left: padding,
              right: padding,
              marginUnitType: WidthType.DXA,
            },
            ...(cell.marks && {
              borders: Object.fromEntries(cell.marks.map((edge) => [edge, hairline])),
            }),
            children:
              cell.paragraphs ?? lines(cell.text, cell, cell.align ?? 'center', cell.lineTwips),
          })
        }),
      })
    }),
  })
}
