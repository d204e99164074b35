import { useMemo, useState } from 'react'
import { callResultLabel } from '@shared/domain/calls/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { HelperChoice, VillageChoice } from '../contacts/ContactFilters'
import { StandingMarks } from '../contacts/StandingMarks'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { CallPanel } from './CallPanel'

export type CallRow = OutputOf<'calls.list'>['rows'][number]

const step = 300 // people fetched at a time

const columns: Column<CallRow>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
  { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 100 },
  {
    key: 'why',
    title: '为什么打',
    hint: '▲ 逾期、● 到期：按频次规则该联系、打电话就算数的任务。约好再打：上次没打通，约了今天以前再打。',
    cell: (row) =>
      row.standings.length > 0 ? <StandingMarks standings={row.standings} /> : '约好再打',
    // The drawer of a call leaves it no more than this in large type at 1366.
    width: 190,
    grow: 1,
  },
  { key: 'phone', title: '本人电话', text: (row) => row.phones[0] ?? '', width: 120 },
  {
    key: 'family',
    title: '家属电话',
    text: ({ family: [first] }) => (first ? `${first.name} ${first.phones[0]}` : ''),
    width: 168,
  },
  {
    key: 'last',
    title: '上次拨打',
    text: ({ last, tries }) =>
      last
        ? `${formatDay(last.day)} ${callResultLabel[last.result]}${tries > 1 ? `（${tries} 次没通）` : ''}`
        : '',
    width: 150,
  },
  { key: 'again', title: '再打', text: (row) => formatDay(row.againOn), width: 104 },
]

/** 电话名单: whom to call today, the panel for the call beside it. */
export function CallsPage(): React.ReactElement {
  const [list, setList] = useListState({ village: '', helper: '', state: '' })
  const [active, setActive] = useState<RowKey | null>(null)
  const [goingOn, setGoingOn] = useState(false)
  const [limit, setLimit] = useState(step)
  const mayWrite = useMay('contacts.write')
  const calls = useQueryOp('calls.list', {
    villageId: list.village === '' ? undefined : Number(list.village),
    helperId: list.helper === '' ? undefined : Number(list.helper),
    state: (list.state || undefined) as CallRow['state'] | undefined,
    limit,
  })
  const rows = calls.data?.rows
  const row = rows?.find(({ recipientId }) => recipientId === active)
  const onNearEnd = useMemo(
    () =>
      calls.data && calls.data.rows.length < calls.data.total
        ? () => setLimit(calls.data.rows.length + step)
        : undefined,
    [calls.data],
  )
  /** The clerk goes down the list: after a call the next person stands ready. */
  const next = (): void => {
    const at = rows?.findIndex(({ recipientId }) => recipientId === active) ?? -1
    setActive(rows?.[at + 1]?.recipientId ?? null)
    setGoingOn(true)
  }
  /** Chosen in the list: the arrows stay with the list. */
  const leaveAt = (key: RowKey | null): void => {
    setActive(key)
    setGoingOn(false)
  }
  return (
    <Page
      title="电话名单"
      parent="/contacts"
      note={calls.data ? `${formatCount(calls.data.total)} 人` : undefined}
      filters={
        <FilterBar
          onClear={
            list.village || list.helper || list.state
              ? () => setList({ village: '', helper: '', state: '' })
              : undefined
          }
        >
          <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
          <HelperChoice value={list.helper} onChange={(helper) => setList({ helper })} withNone />
          <FilterChoice
            label="缘由"
            all="全部缘由"
            value={list.state}
            onChange={(state) => setList({ state })}
            options={[
              { value: 'overdue', label: '▲ 逾期' },
              { value: 'again', label: '约好再打' },
              { value: 'due', label: '● 到期' },
            ]}
          />
        </FilterBar>
      }
      drawer={
        row && {
          title: row.recipientName,
          content: (
            <CallPanel
              key={row.recipientId}
              row={row}
              mayWrite={mayWrite}
              takesFocus={goingOn}
              onDone={next}
            />
          ),
          onClose: () => leaveAt(null),
        }
      }
      fill
    >
      <DataTable
        label="电话名单"
        columns={row ? columns.filter(({ key }) => key !== 'family' && key !== 'last') : columns}
        rows={rows}
        rowKey={({ recipientId }) => recipientId}
        rowState={({ state }) => (state === 'again' ? 'due' : state)}
        sortedByCore
        active={{ key: active, onChange: leaveAt }}
        onPeek={({ recipientId }) => leaveAt(recipientId)}
        onOpen={({ recipientId }) => navigate(`/recipients/${recipientId}`)}
        onNearEnd={onNearEnd}
        error={calls.error ?? undefined}
        onRetry={() => void calls.refetch()}
        empty={{
          title: '眼下没有要打的电话',
          hint: '按频次规则该打电话的人，和约好改天再打的人，会列在这里。',
        }}
      />
    </Page>
  )
}
