import ExcelJS from 'exceljs'
import {
  coreProperties,
  openPackage,
  partText,
  sealPackage,
  setPartText,
  type PackageProperties,
} from '../package'
import { cleanText } from '../text'

export type CellValue = string | number | null

export interface SheetColumn {
  title: string
  /** Width in characters of the standard font. */
  width: number
  align?: 'left' | 'center' | 'right'
}

export interface WorkbookSheet {
  name: string
  /** Printed large over the table; none for sheets that are read back by programs. */
  title?: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly CellValue[])[]
  paper: 'A4' | 'A3'
}

const paperSizes = { A4: 9, A3: 8 } as const
/** Excel's own limits for the name of a sheet. */
const longestName = 31
const forbiddenInName = /[[\]:*?/\\]/g
const textFormat = '@'
const font = { name: '宋体', size: 11 }
const edge = { style: 'thin' as const }
const border = { top: edge, bottom: edge, left: edge, right: edge }

/**
 * Writes tables as an .xlsx ready to print: across the page, as wide as the paper, the head repeated
 * on every page. Text stays text: an ID number keeps its digits, and what begins with = + - @ is
 * never a formula. The same tables always give the same bytes.
 */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  properties: PackageProperties,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = workbook.modified = new Date(properties.written)
  const names = new Set<string>()
  for (const sheet of sheets) addSheet(workbook, sheet, freeName(sheet.name, names))
  const parts = openPackage(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer))
  setPartText(parts, 'docProps/core.xml', coreProperties(properties))
  // exceljs writes its default font with the elements out of order, and as a theme font.
  setPartText(
    parts,
    'xl/styles.xml',
    partText(parts, 'xl/styles.xml').replace(
      /<font><color theme.*?<\/font>/,
      `<font><sz val="${font.size}"/><name val="${font.name}"/></font>`,
    ),
  )
  return sealPackage(parts)
}

function addSheet(workbook: ExcelJS.Workbook, sheet: WorkbookSheet, name: string): void {
  const headRow = sheet.title ? 2 : 1
  const worksheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: paperSizes[sheet.paper] as ExcelJS.PaperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', ySplit: headRow, xSplit: 0 }],
  })
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }))
  if (sheet.title) {
    const row = worksheet.addRow([cleanText(sheet.title)])
    worksheet.mergeCells(1, 1, 1, Math.max(sheet.columns.length, 1))
    row.height = 32
    row.getCell(1).font = { ...font, size: 18, bold: true }
    row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' }
  }
  const head = worksheet.addRow(sheet.columns.map(({ title }) => cleanText(title)))
  head.height = 24
  head.eachCell((cell) => {
    cell.font = { ...font, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = border
  })
  for (const values of sheet.rows) {
    const row = worksheet.addRow(
      sheet.columns.map((_, position) => {
        const value = values[position] ?? null
        return typeof value === 'string' ? cleanText(value) : value
      }),
    )
    sheet.columns.forEach(({ align = 'left' }, position) => {
      const cell = row.getCell(position + 1)
      cell.font = font
      cell.border = border
      cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true }
      if (typeof values[position] !== 'number') cell.numFmt = textFormat
    })
  }
}

/** A sheet name Excel accepts, no two alike. */
function freeName(wanted: string, taken: Set<string>): string {
  const base = [...cleanText(wanted).replace(forbiddenInName, ' ').trim()].join('') || '表'
  let name = base.slice(0, longestName)
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
    const ending = `（${copy}）`
    name = base.slice(0, longestName - ending.length) + ending
  }
  taken.add(name.toLowerCase())
  return name
}
