import ExcelJS from 'exceljs'
import { rowStates } from '@shared/contract/imports'
import type { SheetGrid } from '@shared/domain/imports/grid'
import { fileStem } from '@shared/domain/file-name'
import type { Header } from '@shared/domain/imports/header'
import type { Evaluation } from './evaluation'
import type { EvaluatedRow } from './office'
import type { StagedImport } from './staging'

export interface LeftOut {
  rows: number
  file: { name: string; bytes: Uint8Array } | null
}

/**
 * The rows that do not go on file, in the columns of the clerk's own file, with the reason first:
 * to be mended there and imported again. All cells are text, so that no number is rounded and
 * nothing a village typed becomes a formula.
 */
export async function leftOutWorkbook(
  { rows }: Evaluation,
  { sheets, fileName, work }: StagedImport,
): Promise<LeftOut> {
  const rest = rows.filter(({ state }) => state !== 'new' && state !== 'same')
  if (rest.length === 0) return { rows: 0, file: null }
  const workbook = new ExcelJS.Workbook()
  for (const { index, sheet, recognition } of sheets) {
    const own = rest.filter((row) => row.sheet === index)
    if (own.length === 0 || !recognition) continue
    const textAt: TextAt = (row, column) =>
      work.fixes[`${index}:${row}:${column}`] ?? sheet.rows[row]?.[column]?.text ?? ''
    writeSheet(workbook, nameOf(workbook, sheet, index), recognition.header, textAt, own)
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return { rows: rest.length, file: { name: `${stemOf(fileName)}-未入库.xlsx`, bytes } }
}

/** What a cell says, mended where the clerk mended it. */
type TextAt = (row: number, column: number) => string

function writeSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  header: Header,
  textAt: TextAt,
  own: readonly EvaluatedRow[],
): void {
  const target = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  const titles = header.columns.map(({ title, group }) =>
    group === '' || group === title ? title : `${group}-${title}`,
  )
  addTextRow(target, ['原行号', '状态', '原因', ...titles]).font = { bold: true }
  for (const { row, state, parsed, ...rest } of own)
    for (const line of parsed.rows)
      addTextRow(target, [
        String(line + 1),
        line === row ? rowStates[state] : '（同上一人）',
        line === row ? reasonOf({ state, ...rest }) : '',
        ...header.columns.map(({ column }) => textAt(line, column)),
      ])
  target.getColumn(3).width = 48
  target.getColumn(3).alignment = { wrapText: true }
}

function addTextRow(sheet: ExcelJS.Worksheet, texts: string[]): ExcelJS.Row {
  const row = sheet.addRow(texts)
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.numFmt = '@'
  })
  return row
}

/** Why a row stays out, as the screen says it. */
export function reasonOf({
  state,
  problems,
  candidates,
  differences,
  duplicateOf,
}: Pick<
  EvaluatedRow,
  'state' | 'problems' | 'candidates' | 'differences' | 'duplicateOf'
>): string {
  switch (state) {
    case 'error':
      return problems
        .filter(({ blocking }) => blocking)
        .map(({ message }) => message)
        .join('；')
    case 'duplicate':
      return `与第 ${(duplicateOf?.row ?? 0) + 1} 行是同一人或同一条`
    case 'pending':
      return candidates.length === 0
        ? '在册名单里找不到这个人'
        : `同名的有 ${candidates.length} 人，没有确认是哪一位`
    case 'conflict':
      return `与档案不一致，没有决定以哪个为准：${differences
        .filter(({ choice }) => choice === null)
        .map(({ label, onFile, inLedger }) => `${label}档案“${onFile}”，台账“${inLedger}”`)
        .join('；')}`
    case 'skipped':
      return '经办人选择不导入'
    default:
      return ''
  }
}

/** Excel allows 31 characters, none of []:*?/\, and each name once. */
function nameOf(workbook: ExcelJS.Workbook, { name }: SheetGrid, index: number): string {
  const clean = name.replace(/[[\]:*?/\\']/g, '').slice(0, 28) || `工作表${index + 1}`
  return workbook.getWorksheet(clean) ? `${clean}-${index + 1}` : clean
}

const stemOf = (fileName: string): string => fileStem(fileName.replace(/\.[^.]{1,5}$/, ''), '台账')
