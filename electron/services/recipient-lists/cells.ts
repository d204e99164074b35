import type { RecipientRow } from '@shared/contract/recipients'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { factWords } from '@shared/domain/facts/words'
import {
  columnLabel,
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

function cellOf(row: RecipientRow, column: ListColumn, dictionaries: Dictionaries): string {
  return isListField(column)
    ? factWords(column, row.facts[column], dictionaries)
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
  dictionaries: Dictionaries,
): WorkbookSheet {
  return {
    name: '关爱对象',
    title,
    paper: columns.length > 12 ? 'A3' : 'A4',
    columns: columns.map((column) => ({
      title: columnLabel(column),
      width: widths[column] ?? usualWidth,
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, dictionaries))),
  }
}
