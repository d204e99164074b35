import type { SheetGrid } from './grid'
import type { Field } from './fields'
import type { Header } from './header'
import { looksLikeVillage, readPlace, type VillageNames } from './places'
import { compact, headerKey, isDitto } from './wording'

/**
 * What a row of the sheet is for. `continuation` gives more children of the person above;
 * `section` names the village of the rows below; `note` is anything else nobody lives in.
 */
export type RowRole =
  | 'preamble'
  | 'header'
  | 'data'
  | 'continuation'
  | 'blank'
  | 'section'
  | 'numbering'
  | 'example'
  | 'total'
  | 'signature'
  | 'note'

export interface RowReading {
  row: number
  role: RowRole
  /** Of a section row. */
  village?: string
}

const totalWords = /^(合计|小计|总计|累计|共计|汇总|本页小计|本页合计|总人数|合计人数)[:：]?/
const totalCount = /^共计?\d+(人|户|名|条|位|对|次)/
const signatureWords =
  /^(单位|村|社区|镇|乡|主要|分管|直接)?(填表|制表|填报|填写|审核|审批|审批人|负责|经办|经手|复核|校对|统计|报送|录入|联系|主管|包村|签字|签章|盖章|签名|村主任|村支书|书记|主任|制单|采集)(人|员|者|单位|领导|日期|时间|部门|干部|电话|意见|负责人|人员)?(签字|签名|盖章)?(\(.*?\))?[:：]/
const dateLine = /^(联系电话|填表日期|填报日期|填报时间|制表日期|日期|时间|上报时间|报送时间)[:：]/
const noteWords = /^(注|备注|说明|填表说明|填报说明|填写说明|注意|注意事项|温馨提示)\d*[:：]/

/** Tells the rows below the header apart; those above it are its preamble. */
export function readRows(
  sheet: SheetGrid,
  header: Header,
  fieldOf: (column: number) => Field | null,
  known: VillageNames,
): RowReading[] {
  const context = contextOf(sheet, header, fieldOf)
  const readings: RowReading[] = []
  for (let row = 0; row < sheet.rows.length; row++) {
    if (row < header.first) readings.push({ row, role: 'preamble' })
    else if (row <= header.last) readings.push({ row, role: 'header' })
    else readings.push(readRow(sheet, row, context, known))
  }
  return readings
}

interface RowContext {
  titles: ReadonlyMap<number, string>
  fieldOf: (column: number) => Field | null
  nameColumn: number
  /** Rows whose name cell is merged down from the row above. */
  mergedDown: ReadonlySet<number>
  listsChildren: boolean
}

function contextOf(
  sheet: SheetGrid,
  header: Header,
  fieldOf: (column: number) => Field | null,
): RowContext {
  const columns = header.columns.map(({ column }) => column)
  const nameColumn = columns.find((column) => fieldOf(column) === 'recipient.name') ?? -1
  const mergedDown = new Set<number>()
  for (const merge of sheet.merges) {
    if (nameColumn < merge.left || nameColumn > merge.right) continue
    for (let row = merge.top + 1; row <= merge.bottom; row++) mergedDown.add(row)
  }
  return {
    titles: new Map(header.columns.map(({ column, title }) => [column, headerKey(title)])),
    fieldOf,
    nameColumn,
    mergedDown,
    listsChildren: columns.some((column) => fieldOf(column)?.startsWith('child.')),
  }
}

function readRow(
  sheet: SheetGrid,
  row: number,
  context: RowContext,
  known: VillageNames,
): RowReading {
  const cells = (sheet.rows[row] ?? []).flatMap((cell, column) => {
    const text = cell ? compact(cell.text) : ''
    return text === '' ? [] : [{ column, text, copied: cell?.copied === true }]
  })
  if (cells.length === 0) return { row, role: 'blank' }
  const texts = [...new Set(cells.map((cell) => cell.text))]
  const hasIdNumber = texts.some((text) => /\d{14,17}[\dxX]/.test(text))

  if (!hasIdNumber) {
    const apart = roleApartFromPeople(cells, texts, context)
    if (apart) return { row, role: apart }
    const village = texts.length === 1 ? sectionVillage(texts[0] ?? '', known) : undefined
    if (village && cells[0]?.column !== context.nameColumn) return { row, role: 'section', village }
    const isWideNote = texts.length === 1 && (cells.length > 2 || (texts[0] ?? '').length > 12)
    if (isWideNote) return { row, role: 'note' }
  }
  const own = cells.filter(
    ({ column, copied, text }) =>
      !copied && context.fieldOf(column) !== 'record.serial' && !isDitto(text),
  )
  if (continuesPerson(row, cells, own, context)) return { row, role: 'continuation' }
  return { row, role: own.length === 0 ? 'blank' : 'data' }
}

interface TextCell {
  column: number
  text: string
  copied: boolean
}

function roleApartFromPeople(
  cells: TextCell[],
  texts: string[],
  context: RowContext,
): RowRole | undefined {
  const repeated = cells.filter(
    ({ column, text }) => context.titles.get(column) === headerKey(text),
  )
  if (repeated.length >= 2 && repeated.length / cells.length >= 0.6) return 'header'
  const first = texts.find((text) => !/^\d+$/.test(text)) ?? ''
  if (totalWords.test(first) || texts.some((text) => totalCount.test(text))) return 'total'
  if (noteWords.test(first)) return 'note'
  if (texts.some((text) => signatureWords.test(text)) || dateLine.test(first)) return 'signature'
  if (/^\(?(示例|样例|范例|举例|例)\)?[:：]?/.test(first) && first.length <= 6) return 'example'
  if (isNumbering(cells)) return 'numbering'
  return undefined
}

/** 栏次: 1 2 3 4 … or 甲 乙 丙 under the header. */
function isNumbering(cells: TextCell[]): boolean {
  if (cells.length < 3) return false
  const numbers = cells.map(({ text }) => Number(text.replace(/[()]/g, '')))
  if (numbers.slice(1).every((value, i) => value === (numbers[i] ?? 0) + 1)) return true
  const letters = cells.filter(({ text }) => /^[甲乙丙丁戊己庚辛壬癸]$/.test(text))
  return (
    letters.length >= 2 && letters.length + numbers.filter((n) => n > 0).length === cells.length
  )
}

/** “一、下河村（22人）” standing alone is the village of the rows that follow. */
function sectionVillage(text: string, known: VillageNames): string | undefined {
  const bare = text
    .replace(/^(第?[一二三四五六七八九十\d]+[、.．]|\([一二三四五六七八九十\d]+\))/, '')
    .replace(/\(.*\)$|[:：].*$|共?\d+(人|户|名)$/, '')
  const found = known.find(bare)
  if (found) return found
  return looksLikeVillage(bare) ? readPlace(bare, known).village : undefined
}

/** Children listed one per row under their parent, merged or simply left blank on the left. */
function continuesPerson(
  row: number,
  cells: TextCell[],
  own: TextCell[],
  context: RowContext,
): boolean {
  if (!context.listsChildren || own.length === 0) return false
  if (context.mergedDown.has(row)) return true
  const namesChild = own.some(({ column }) => context.fieldOf(column)?.startsWith('child.'))
  const namesPerson = cells.some(({ column }) => {
    const field = context.fieldOf(column)
    return (
      field === 'record.serial' || (field?.startsWith('recipient.') && field !== 'recipient.place')
    )
  })
  return namesChild && !namesPerson
}
