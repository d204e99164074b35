import { useMemo } from 'react'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { DataTable, type Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { StateMark } from '../shell/StateMark'
import { Caseload } from './Caseload'
import { fitsText } from './fits-text'

type HelperRow = OutputOf<'helpers.list'>[number]

const about = (dictionaries: Dictionaries): Column<HelperRow>[] => [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.name,
    sortBy: (row) => row.initials,
    width: 84,
    whole: true,
  },
  {
    key: 'kind',
    title: '身份',
    text: (row) => dictionaries.words('helperKind', row.kind),
    sortBy: (row) => row.kind,
    width: 80,
  },
  {
    key: 'unit',
    title: '单位职务',
    text: (row) => [row.unit, row.post].filter(Boolean).join(' '),
    sortBy: (row) => row.unit,
    width: 160,
    grow: 2,
  },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) =>
      [row.villageName, ...row.servedVillages.map(({ name }) => name)].filter(Boolean).join('、'),
    sortBy: (row) => row.villageName,
    width: 104,
    grow: 1,
    hint: '所在村在前，其后是还服务的村。',
  },
  { key: 'phone', title: '电话', text: (row) => row.phones.join('、'), width: 124 },
]

const servingColumns = (dictionaries: Dictionaries): Column<HelperRow>[] => [
  ...about(dictionaries),
  {
    key: 'teams',
    title: '队伍',
    text: (row) => row.teams.map(({ name }) => name).join('、'),
    sortBy: (row) => row.teams[0]?.name,
    width: 104,
    grow: 1,
  },
  {
    key: 'caseload',
    title: '帮扶人数/最多',
    hint: '今天在册、由他结对帮扶的人数，和最多能帮扶的人数。最多人数按身份类别在设置里定，也可以给某一位单独定。',
    cell: (row) => <Caseload {...row} />,
    sortBy: (row) => (row.capacity === 0 ? row.caseload * 1000 : row.caseload / row.capacity),
    width: 184,
  },
  {
    key: 'state',
    title: '联系情况',
    hint: '帮扶的人里，逾期几人、到期几人；与工作台是同一个口径。',
    cell: (row) => (
      <>
        {row.overdue > 0 && <StateMark state="overdue">逾期 {row.overdue}</StateMark>}
        {row.overdue > 0 && row.due > 0 && '　'}
        {row.due > 0 && <StateMark state="due">到期 {row.due}</StateMark>}
        {row.caseload > 0 && row.overdue + row.due === 0 && <StateMark state="met" />}
      </>
    ),
    sortBy: (row) => row.overdue * 10_000 + row.due,
    width: 160,
  },
]

const leftColumns = (dictionaries: Dictionaries): Column<HelperRow>[] => [
  ...about(dictionaries),
  { key: 'to', title: '离任日期', text: (row) => formatDay(row.to), sortBy: (row) => row.to },
  { key: 'reason', title: '原因', text: (row) => row.leftReason ?? '', grow: 1 },
]

/** The conditions of the list, '' where there is none. */
export interface HelperFilter {
  text: string
  kind: string
  village: string
  team: string
  /** `over` above, `full` at, `free` below the capacity. */
  load: string
}

export const loadChoices = [
  { value: 'free', label: '还有名额' },
  { value: 'full', label: '已满' },
  { value: 'over', label: '超过最多人数' },
]

function fits(row: HelperRow, { text, kind, village, team, load }: HelperFilter): boolean {
  const side = row.caseload < row.capacity ? 'free' : row.caseload > row.capacity ? 'over' : 'full'
  const goesTo = [row.villageId, ...row.servedVillages.map(({ id }) => id)]
  return (
    fitsText(text, row.initials, [row.name, row.unit, row.villageName]) &&
    (kind === '' || row.kind === kind) &&
    (village === '' || goesTo.includes(Number(village))) &&
    (team === '' || row.teams.some(({ id }) => id === Number(team))) &&
    (load === '' || side === load)
  )
}

interface HelperTableProps {
  serving: 'now' | 'left'
  filter: HelperFilter
  onCreate?: () => void
}

/** Helpers with what they carry, or those who left. */
export function HelperTable({ serving, filter, onCreate }: HelperTableProps): React.ReactElement {
  const helpers = useQueryOp('helpers.list', { serving })
  const dictionaries = useDictionaries()
  const rows = useMemo(
    () => helpers.data?.filter((row) => fits(row, filter)),
    [helpers.data, filter],
  )
  return (
    <DataTable
      label="帮扶人"
      columns={(serving === 'now' ? servingColumns : leftColumns)(dictionaries)}
      rows={rows}
      rowKey={(row) => row.id}
      rowState={(row) => (row.overdue > 0 ? 'overdue' : row.due > 0 ? 'due' : undefined)}
      onOpen={(row) => navigate(`/helpers/${row.id}`)}
      error={helpers.error ?? undefined}
      onRetry={() => void helpers.refetch()}
      empty={
        (helpers.data?.length ?? 0) > 0
          ? { title: '没有符合条件的帮扶人', hint: '放宽或清除条件再看。' }
          : serving === 'left'
            ? { title: '没有离任的帮扶人' }
            : {
                title: '还没有帮扶人',
                hint: '登记镇村干部、党员、村医、邻里等帮扶人，或者导入结对登记表，再给每位老人结对。',
                action: onCreate && { label: '新帮扶人', onClick: onCreate },
              }
      }
    />
  )
}
