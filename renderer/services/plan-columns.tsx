import type { ServicePlanRow } from '@shared/contract/services'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { planPeriodLabel, serviceModeLabel } from '@shared/domain/services/vocabulary'
import type { Column } from '../shell/DataTable'
import { StateMark } from '../shell/StateMark'

/** `每周 3 餐`. */
export const promiseWords = ({ every, count, unit }: ServicePlanRow): string =>
  `${planPeriodLabel[every]} ${count} ${unit}`

export const planColumns: Column<ServicePlanRow>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
  {
    key: 'village',
    title: '村组',
    text: (row) => [row.villageName, row.villageGroupName].filter(Boolean).join(''),
    width: 130,
  },
  {
    key: 'tier',
    title: '服务类别',
    text: (row) => (row.tier ? serviceTierLabel[row.tier] : '无'),
    width: 80,
  },
  { key: 'item', title: '项目', text: (row) => row.itemName, width: 100, grow: 1 },
  { key: 'promise', title: '计划', text: promiseWords, width: 100 },
  {
    key: 'done',
    title: '本月完成',
    hint: '✓ 已做到计划的数；● 还差的。每周的计划按星期一落在哪个月计算。',
    cell: (row) => (
      <StateMark state={row.done >= row.promised ? 'met' : 'due'}>
        {row.done}/{row.promised}
      </StateMark>
    ),
    sortBy: (row) => row.done - row.promised,
    width: 96,
  },
  {
    key: 'pays',
    title: '本人每次付',
    hint: '无偿的不付，低偿的付低偿价，有偿和没有类别的付全价；志愿和邻里服务不收费。',
    text: (row) => (row.unitPays === null ? '未定价' : yuanWords(row.unitPays)),
    width: 100,
    align: 'end',
  },
  {
    key: 'provider',
    title: '谁来做',
    text: (row) => row.providerName ?? serviceModeLabel[row.mode],
    width: 130,
    grow: 1,
  },
]
