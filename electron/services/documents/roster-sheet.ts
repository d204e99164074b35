import { tagValues } from '@electron/documents/forms/field'
import { personFields } from '@electron/documents/forms/person-fields'
import type { OfficeRecord, RecipientRecord } from '@electron/documents/forms/record'
import type { WorkbookSheet } from '@electron/documents/xlsx/workbook'

/** 花名册 as a workbook: the same words as on paper, one column a tag. */
const columns = [
  { title: '姓名', width: 12, tag: '姓名' },
  { title: '性别', width: 6, tag: '性别', align: 'center' },
  { title: '出生日期', width: 16, tag: '出生日期' },
  { title: '年龄', width: 9, tag: '年龄', align: 'center' },
  { title: '身份证号', width: 21, tag: '身份证号' },
  { title: '村（社区）', width: 12, tag: '村' },
  { title: '组', width: 8, tag: '组' },
  { title: '现住址', width: 24, tag: '现住址' },
  { title: '联系电话', width: 15, tag: '联系电话' },
  { title: '居住情况', width: 10, tag: '居住情况' },
  { title: '健康状况', width: 10, tag: '健康状况' },
  { title: '自理能力', width: 10, tag: '自理能力' },
  { title: '对象类别', width: 20, tag: '对象类别' },
  { title: '救助类别', width: 14, tag: '救助类别' },
  { title: '赡养人', width: 20, tag: '赡养人' },
  { title: '外出子女', width: 22, tag: '子女外出' },
  { title: '紧急联系人', width: 12, tag: '紧急联系人' },
  { title: '紧急联系电话', width: 15, tag: '紧急联系人电话' },
  { title: '帮扶人', width: 12, tag: '帮扶人' },
  { title: '帮扶人电话', width: 15, tag: '帮扶人电话' },
] as const

export function rosterSheet(
  people: readonly RecipientRecord[],
  office: OfficeRecord,
): WorkbookSheet {
  return {
    name: '花名册',
    title: `${office.township}关爱对象花名册（${people.length}人）`,
    paper: 'A3',
    columns: [{ title: '序号', width: 6, align: 'center' }, ...columns],
    rows: people.map((person, position) => {
      const values = tagValues(personFields, { ...person, photo: null })
      return [position + 1, ...columns.map(({ tag }) => values[tag] as string)]
    }),
  }
}
