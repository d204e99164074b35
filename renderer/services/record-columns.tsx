import type { ServiceRecordRow } from '@shared/contract/services'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceModeLabel } from '@shared/domain/services/vocabulary'
import type { Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'

const money = (key: 'amount' | 'personPays' | 'voucherPays' | 'subsidy', title: string) => ({
  key,
  title,
  text: (row: ServiceRecordRow) => yuanWords(row[key]),
  width: 84,
  align: 'end' as const,
})

export const recordColumns: Column<ServiceRecordRow>[] = [
  { key: 'date', title: '日期', text: (row) => formatDay(row.date), width: 104 },
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
  { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 100 },
  { key: 'item', title: '项目', text: (row) => row.itemName, width: 100, grow: 1 },
  {
    key: 'quantity',
    title: '数量',
    text: (row) => `${row.quantity} ${row.unit}`,
    width: 70,
    align: 'end',
  },
  {
    key: 'provider',
    title: '谁做的',
    text: (row) => row.providerName ?? serviceModeLabel[row.mode],
    width: 120,
    grow: 1,
  },
  money('amount', '金额'),
  money('personPays', '本人付'),
  money('voucherPays', '用券'),
  money('subsidy', '补贴'),
]
