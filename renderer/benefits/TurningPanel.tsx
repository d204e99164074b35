import { MultiSelect } from '@mantine/core'
import { addDays, isDay, startOf } from '@shared/domain/calendar/days'
import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { DayInput } from '../shell/form/domain-inputs'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { useSession } from '../shell/session'
import classes from './BenefitsPage.module.css'
import { MakeButton } from '../documents/MakeButton'

type Row = OutputOf<'benefits.turning'>[number]

const usualAges = [60, 65, 70, 80, 90, 100]

const columns: Column<Row>[] = [
  { key: 'on', title: '日期', text: (row) => formatDay(row.on), width: 112 },
  { key: 'turns', title: '将满', text: (row) => `${row.turns} 周岁`, width: 84 },
  {
    key: 'name',
    title: '姓名',
    cell: (row) => <strong style={{ fontWeight: 600 }}>{row.name}</strong>,
    text: (row) => row.name,
    whole: true,
    width: 92,
  },
  {
    key: 'village',
    title: '村组',
    text: (row) => row.villageName + row.villageGroupName,
    whole: true,
    width: 120,
  },
  {
    key: 'due',
    title: '届时应享',
    hint: '从这一天起按待遇目录新享受的，或金额改变的；出生日期不全的不列。',
    text: (row) => row.due.join('、'),
    width: 300,
    grow: 1,
  },
]

/** 满龄名单: who turns 60, 65, 80 … in a period, and what becomes due with it. */
export function TurningPanel(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const first = today && startOf('month', today)
  const [state, set] = useListState({
    ages: '60,65,80,90,100',
    from: first,
    to: first && addDays(startOf('month', addDays(first, 92)), -1),
    village: '',
  })
  const villages = useQueryOp('villages.list', {}).data ?? []
  const ages = [...new Set(state.ages.split(',').map(Number))].filter(
    (age) => age > 0 && age <= 120,
  )
  const input = {
    ages,
    from: state.from,
    to: state.to,
    villageId: state.village ? Number(state.village) : undefined,
  }
  const isWhole = ages.length > 0 && isDay(state.from) && isDay(state.to)
  const turning = useQueryOp('benefits.turning', input, { enabled: isWhole })
  return (
    <>
      <div className={classes.bar}>
        <FilterBar end={turning.data && `${formatCount(turning.data.length)} 人`}>
          <MultiSelect
            aria-label="年龄"
            w={330}
            size="xs"
            data={[...new Set([...usualAges, ...ages])]
              .sort((a, b) => a - b)
              .map((age) => ({ value: String(age), label: `${age}岁` }))}
            value={ages.map(String)}
            onChange={(next) => set({ ages: next.join(',') })}
          />
          <DayInput
            label=""
            aria-label="从哪一天"
            value={state.from}
            onChange={(from) => set({ from })}
          />
          <DayInput
            label=""
            aria-label="到哪一天"
            value={state.to}
            onChange={(to) => set({ to })}
          />
          <FilterChoice
            label="村社区"
            value={state.village}
            onChange={(village) => set({ village })}
            options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            all="全部村社区"
          />
        </FilterBar>
        <MakeButton
          label="导出 Excel"
          printable={false}
          job="benefits.exportTurning"
          input={input}
          disabled={!isWhole || !turning.data?.length}
        />
      </div>
      <DataTable
        label="满龄名单"
        columns={columns}
        rows={turning.data}
        rowKey={(row) => `${row.recipientId} ${row.turns}`}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}?tab=living`)}
        sortedByCore
        error={turning.error}
        onRetry={() => void turning.refetch()}
        empty={{ title: '这一段时间没有人满所选年龄', hint: '换一段时间，或多选几个年龄。' }}
      />
    </>
  )
}
