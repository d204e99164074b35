import type { RecipientRow } from '@shared/contract/recipients'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { factWords } from '@shared/domain/facts/words'
import {
  columnLabel,
  isCustomColumn,
  isListField,
  type ListColumn,
  type ListField,
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
import { wordsOn } from '../custom-fields/file-values'
import type { CustomFieldRow } from '../custom-fields/useCustomFields'
import { markOf } from '../contacts/standing-words'
import type { Column } from '../shell/DataTable'
import { StateMark } from '../shell/StateMark'

/** Its header sorts; the order itself is the core's. */
const sortable = (): null => null

type Look = Omit<Column<RecipientRow>, 'key' | 'title'>

/** The list's own columns. */
const looks: Record<RowColumn, Look> = {
  name: {
    text: (row) => row.name,
    cell: (row) => <strong style={{ fontWeight: 600 }}>{row.name}</strong>,
    sortBy: sortable,
    whole: true,
    width: 92,
  },
  gender: { text: (row) => (row.gender ? genderLabel[row.gender] : ''), width: 54 },
  age: { text: (row) => row.age ?? '', sortBy: sortable, width: 84 },
  village: {
    text: (row) => row.villageName + row.villageGroupName,
    sortBy: sortable,
    whole: true,
    width: 120,
  },
  categories: {
    text: (row) => row.categories.map((category) => categoryLabel[category]).join(' '),
    hint: '由档案里的事实算出，打开档案可看每一类的理由；人工认定的以认定为准。',
    width: 150,
    grow: 2,
  },
  standing: {
    cell: (row) => {
      const state = markOf(row.standing)
      return state && <StateMark state={state} />
    },
    sortBy: sortable,
    hint: '▲ 逾期：上一个周期没有完成，之后也没有联系。● 到期：本周期还没有完成。',
    width: 92,
  },
  helpers: { text: (row) => row.helpers.join('、'), width: 90, grow: 1 },
  missing: {
    text: (row) => (row.missing > 0 ? `${row.missing} 项` : ''),
    sortBy: sortable,
    hint: '档案里还有几项该问没问到；打开档案可看是哪几项、怎么问。',
    width: 72,
  },
  phone: { text: (row) => row.phone ?? '', width: 126 },
  idTail: { text: (row) => row.idTail ?? '', width: 84 },
  status: { text: (row) => recipientStatusLabel[row.status], sortBy: sortable, width: 84 },
  groups: {
    text: (row) => row.groups.map((group) => recipientGroupLabel[group]).join(' '),
    width: 110,
  },
  riskLevel: { text: (row) => (row.riskLevel ? riskLevelLabel[row.riskLevel] : ''), width: 84 },
  tier: {
    text: (row) => (row.tier ? serviceTierLabel[row.tier] : ''),
    hint: '无偿、低偿、有偿中符合的最好一档；都不符合而满 60 周岁的为志愿。打开档案可看依据。',
    width: 92,
  },
}

const fieldWidths: Partial<Record<ListField, number>> = {
  idNumber: 180,
  homeAddress: 190,
  householdAddress: 190,
  remark: 190,
}

export function columnOf(
  column: ListColumn,
  dictionaries: Dictionaries,
  customFields: readonly CustomFieldRow[],
): Column<RecipientRow> {
  const title = columnLabel(column, customFields)
  if (isCustomColumn(column)) {
    const field = customFields.find((one) => customKey(one) === column)
    return { key: column, title, text: (row) => (field ? wordsOn(row, field) : ''), width: 120 }
  }
  if (!isListField(column)) return { key: column, title, ...looks[column] }
  return {
    key: column,
    title,
    text: (row) => factWords(column, row.facts[column], dictionaries),
    width: fieldWidths[column] ?? 120,
  }
}
