import { AlignmentType, Paragraph, TabStopType } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { label, run, sheet, value } from './sheet'

/** 花名册 and 结对帮扶登记表, A4 or A3 across: the head repeats on every page, each row keeps together. */

interface Column {
  title: string
  tag: string
  mm: number
  align?: 'left' | 'center'
}

const a4: Column[] = [
  { title: '序号', tag: '序号', mm: 11 },
  { title: '姓名', tag: '姓名', mm: 21 },
  { title: '性别', tag: '性别', mm: 10 },
  { title: '年龄', tag: '年龄', mm: 15 },
  { title: '身份证号', tag: '身份证号', mm: 39 },
  { title: '村', tag: '村', mm: 22 },
  { title: '现住址', tag: '现住址', mm: 39, align: 'left' },
  { title: '联系电话', tag: '联系电话', mm: 27 },
  { title: '对象类别', tag: '对象类别', mm: 30, align: 'left' },
  { title: '赡养人', tag: '赡养人', mm: 33 },
  { title: '帮扶人', tag: '帮扶人', mm: 22 },
]

const a3: Column[] = [
  { title: '序号', tag: '序号', mm: 12 },
  { title: '姓名', tag: '姓名', mm: 23 },
  { title: '性别', tag: '性别', mm: 11 },
  { title: '出生日期', tag: '出生日期', mm: 31 },
  { title: '年龄', tag: '年龄', mm: 15 },
  { title: '身份证号', tag: '身份证号', mm: 42 },
  { title: '村', tag: '村', mm: 23 },
  { title: '现住址', tag: '现住址', mm: 42, align: 'left' },
  { title: '联系电话', tag: '联系电话', mm: 29 },
  { title: '居住', tag: '居住情况', mm: 18 },
  { title: '健康', tag: '健康状况', mm: 14 },
  { title: '自理能力', tag: '自理能力', mm: 20 },
  { title: '对象类别', tag: '对象类别', mm: 36, align: 'left' },
  { title: '救助类别', tag: '救助类别', mm: 24, align: 'left' },
  { title: '外出子女', tag: '子女外出', mm: 30, align: 'left' },
  { title: '帮扶人', tag: '帮扶人', mm: 22 },
]

const pairings: Column[] = [
  { title: '序号', tag: '序号', mm: 11 },
  { title: '姓名', tag: '姓名', mm: 21 },
  { title: '性别', tag: '性别', mm: 10 },
  { title: '年龄', tag: '年龄', mm: 15 },
  { title: '村', tag: '村', mm: 21 },
  { title: '组', tag: '组', mm: 13 },
  { title: '镇督导员', tag: '镇督导员', mm: 20 },
  { title: '村第一责任人', tag: '村第一责任人', mm: 22 },
  { title: '帮扶人', tag: '帮扶人', mm: 24 },
  { title: '帮扶人单位', tag: '帮扶人单位', mm: 30, align: 'left' },
  { title: '帮扶人电话', tag: '帮扶人电话', mm: 27 },
  { title: '方式', tag: '结对方式', mm: 14 },
  { title: '结对日期', tag: '结对日期', mm: 20 },
  { title: '承诺', tag: '帮扶承诺', mm: 25, align: 'left' },
]

function roster(
  title: string,
  columns: Column[],
  sheetMm: { width: number; height: number },
): Promise<Uint8Array> {
  const total = columns.reduce((sum, column) => sum + column.mm, 0)
  const last = columns.length - 1
  const cells = columns.map(({ tag, mm, align = 'center' }, position) =>
    value(mm, `${position === 0 ? '{#名册}' : ''}{${tag}}${position === last ? '{/名册}' : ''}`, {
      align,
      pt: 10.5,
    }),
  )
  const margin = (sheetMm.height - total) / 2
  return templateFile(
    title,
    {
      widthMm: sheetMm.width,
      heightMm: sheetMm.height,
      landscape: true,
      marginMm: { top: 16, bottom: 14, left: margin, right: margin },
      pageNumber: true,
    },
    [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 60 },
        children: [run(`{乡镇}${title}`, { face: 'title' })],
      }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(total) }],
        spacing: { after: 60 },
        children: [
          run('填报单位：{单位名称}　　共 {人数} 人\t{打印日期}', { face: 'note', pt: 11 }),
        ],
      }),
      sheet(
        [
          {
            heightMm: 9,
            header: true,
            cells: columns.map((column) => label(column.mm, column.title, { pt: 10.5 })),
          },
          { heightMm: 8, cells },
        ],
        { paddingMm: 0.6 },
      ),
      new Paragraph({
        spacing: { before: 100 },
        children: [
          run('填表人：　　　　　　　　审核人：　　　　　　　　负责人：', { face: 'note', pt: 11 }),
        ],
      }),
    ],
  )
}

export const rosterA4 = (): Promise<Uint8Array> =>
  roster('关爱对象花名册', a4, { width: 210, height: 297 })
export const rosterA3 = (): Promise<Uint8Array> =>
  roster('关爱对象花名册', a3, { width: 297, height: 420 })
export const pairingRegister = (): Promise<Uint8Array> =>
  roster('结对帮扶登记表', pairings, { width: 210, height: 297 })
