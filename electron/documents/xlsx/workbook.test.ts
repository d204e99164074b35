import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { openPackage, partText } from '../package'
import { validationErrors } from '../proof'
import { writeWorkbook, type WorkbookSheet } from './workbook'

const properties = { title: '花名册', author: '青石镇', written: '2026-03-05T00:00:00Z' }

const sheet: WorkbookSheet = {
  name: '下河村/名册?',
  title: '关爱对象花名册',
  paper: 'A3',
  columns: [
    { title: '姓名', width: 12 },
    { title: '身份证号', width: 22 },
    { title: '备注', width: 30 },
    { title: '次数', width: 8, align: 'right' },
  ],
  rows: [
    ['𬭚桂𫖯', '610999193412210023', '=HYPERLINK("http://x","点")', 4],
    ['解旺', '610999193412210024', '@SUM(1)\u0000+1-2', null],
  ],
}

async function read(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook.worksheets[0]!
}

describe('a workbook', () => {
  it('keeps ID numbers as text and formulas as words', async () => {
    const bytes = await writeWorkbook([sheet], properties)
    const worksheet = await read(bytes)
    expect(worksheet.getCell('B3').value).toBe('610999193412210023')
    expect(worksheet.getCell('C3').value).toBe('=HYPERLINK("http://x","点")')
    expect(worksheet.getCell('C3').numFmt).toBe('@')
    expect(worksheet.getCell('C4').value).toBe('@SUM(1)+1-2')
    expect(worksheet.getCell('D3').value).toBe(4)
    const xml = partText(openPackage(bytes), 'xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f>')
  })

  it('prints across A3, as wide as the paper, with the head on every page', async () => {
    const worksheet = await read(await writeWorkbook([sheet], properties))
    expect(worksheet.name).toBe('下河村 名册')
    expect(worksheet.pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(worksheet.pageSetup.printTitlesRow).toBe('2:2')
  })

  it('gives sheets of one name different names', async () => {
    const long = { ...sheet, name: '很长的名字'.repeat(10) }
    const bytes = await writeWorkbook([long, long, { ...sheet, name: '' }], properties)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    expect(new Set(workbook.worksheets.map(({ name }) => name)).size).toBe(3)
    expect(await validationErrors(bytes, 'xlsx')).toEqual([])
  })

  it('is the same bytes for the same tables, and valid', async () => {
    const first = await writeWorkbook([sheet], properties)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect(Buffer.compare(first, await writeWorkbook([sheet], properties))).toBe(0)
    expect(await validationErrors(first, 'xlsx')).toEqual([])
  })
})
