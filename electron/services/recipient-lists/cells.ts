import type { RecipientRow } from '@shared/contract/recipients'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import {
  customKey,
  customWords,
  type CustomField,
  type CustomKey,
} from '@shared/domain/custom-fields/custom-field'
import { factWords } from '@shared/domain/facts/words'
import {
  columnLabel,
  isCustomColumn,
  isListField,
  type ListColumn,
  type RowColumn,
} from '@shared/domain/list-columns'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import {
  categoryLabel,
  genderLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
} from '@shared/domain/vocabulary'
import type { WorkbookSheet } from '@electron/documents/xlsx/workbook'

const standingWords = { overdue: '逾期', due: '到期', met: '已完成', exempt: '豁免', none: '' }

/** The words of the list's own columns, as the screen shows them. */
const rowWords: Record<RowColumn, (row: RecipientRow) => string> = {
  name: ({ name }) => name,
  gender: ({ gender }) => (gender ? genderLabel[gender] : ''),
  age: ({ age }) => age ?? '',
  village: ({ villageName, villageGroupName }) => villageName + villageGroupName,
  categories: ({ categories }) => categories.map((one) => categoryLabel[one]).join('、'),
  standing: ({ standing }) => standingWords[standing],
  helpers: ({ helpers }) => helpers.join('、'),
  missing: ({ missing }) => (missing > 0 ? `${missing} 项` : ''),
  phone: ({ phone }) => phone ?? '',
  idTail: ({ idTail }) => idTail ?? '',
  status: ({ status }) => recipientStatusLabel[status],
  groups: ({ groups }) => groups.map((one) => recipientGroupLabel[one]).join('、'),
  riskLevel: ({ riskLevel }) => (riskLevel ? riskLevelLabel[riskLevel] : ''),
  tier: ({ tier }) => (tier ? serviceTierLabel[tier] : ''),
}

/** What turns the codes of rows into words. */
export interface ListWords {
  dictionaries: Dictionaries
  customFields: readonly CustomField[]
}

/** Words for what must not be told, where the field is sensitive and the values are left out. */
const notTold = '（未导出）'

function customCell(
  row: RecipientRow,
  column: CustomKey,
  customFields: readonly CustomField[],
): string {
  const field = customFields.find((one) => customKey(one) === column)
  if (!field) return ''
  const values = field.isSensitive ? row.sensitiveCustom : row.custom
  return values === null ? notTold : customWords(field, values[field.id])
}

function cellOf(row: RecipientRow, column: ListColumn, words: ListWords): string {
  if (isCustomColumn(column)) return customCell(row, column, words.customFields)
  return isListField(column)
    ? factWords(column, row.facts[column], words.dictionaries)
    : rowWords[column](row)
}

const widths: Partial<Record<ListColumn, number>> = {
  gender: 6,
  age: 9,
  categories: 20,
  idNumber: 21,
  homeAddress: 26,
  householdAddress: 26,
  remark: 26,
}
const usualWidth = 13 // characters

/** The list as a sheet; every cell is text, so that an ID number keeps its digits. */
export function listSheet(
  rows: readonly RecipientRow[],
  columns: readonly ListColumn[],
  title: string,
  words: ListWords,
): WorkbookSheet {
  return {
    name: '关爱对象',
    title,
    paper: columns.length > 12 ? 'A3' : 'A4',
    columns: columns.map((column) => ({
      title: columnLabel(column, words.customFields),
      width: widths[column] ?? usualWidth,
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, words))),
  }
}
