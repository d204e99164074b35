import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, Redirect } from 'wouter'
import { stateLabels } from '@shared/domain/ledgers/machine'
import { meetingMachine, type MeetingState } from '@shared/domain/meetings/machine'
import { meetingKindLabel, type MeetingKind } from '@shared/domain/meetings/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay, useReach, useSession } from '../shell/session'
import { StateMark, type StateKind } from '../shell/StateMark'
import { MeetingDialog } from './MeetingDialog'

type Row = OutputOf<'meetings.list'>[number]

/** A meeting still to be held or to be written down waits for somebody. */
export const meetingStateKind = (state: MeetingState): StateKind => {
  const { open, dropped } = meetingMachine.states[state]
  return open ? 'due' : dropped ? 'exempt' : 'met'
}

const columns: Column<Row>[] = [
  { key: 'day', title: '日期', text: (row) => formatDay(row.day), width: 104 },
  { key: 'title', title: '会议', text: (row) => row.title, width: 240, grow: 4 },
  { key: 'kind', title: '类别', text: (row) => meetingKindLabel[row.kind], width: 88 },
  { key: 'chair', title: '主持人', text: (row) => row.chair ?? '', width: 80 },
  { key: 'matters', title: '议题', text: (row) => String(row.matters), width: 60, align: 'end' },
  {
    key: 'present',
    title: '到会',
    hint: '到会人数和通知的人数。',
    text: (row) => `${row.present}/${row.invited}`,
    width: 72,
    align: 'end',
  },
  {
    key: 'decisions',
    title: '议定事项',
    hint: '议定的任务，和其中还没有办结的。',
    text: (row) =>
      row.decisions === 0
        ? ''
        : `${row.decisions} 项` + (row.openDecisions > 0 ? `，${row.openDecisions} 项未办结` : ''),
    width: 150,
  },
  {
    key: 'state',
    title: '状态',
    cell: (row) => (
      <StateMark state={meetingStateKind(row.state)}>
        {meetingMachine.states[row.state].label}
      </StateMark>
    ),
    text: (row) => meetingMachine.states[row.state].label,
    width: 110,
  },
]

/** 组织会议: meetings are the township's; whoever answers for some villages begins with theirs. */
export function MeetingsPage(): React.ReactElement {
  const reach = useReach()
  if (reach === undefined) return <></>
  return reach === 'township' ? <Meetings /> : <Redirect to="/findings" replace />
}

/** Meetings called and held, what they decided and how far it is. */
function Meetings(): React.ReactElement {
  const thisYear = Number((useSession().data?.today ?? '2026').slice(0, 4))
  const [list, setList] = useListState({ year: '', kind: '', state: '' })
  const [calling, setCalling] = useState(false)
  const mayWrite = useMay('organization.write')
  const meetings = useQueryOp('meetings.list', {
    year: list.year === '' ? undefined : Number(list.year),
    kind: (list.kind || undefined) as MeetingKind | undefined,
    state: (list.state || undefined) as MeetingState | undefined,
  })
  const tasks = useQueryOp('tasks.summary', {}).data
  const isSet = Object.values(list).some(Boolean)
  return (
    <Page
      title="组织会议"
      note={
        tasks &&
        `任务在办 ${tasks.open} 件` + (tasks.overdue > 0 ? ` · ▲ 逾期 ${tasks.overdue} 件` : '')
      }
      main={
        mayWrite
          ? { label: '召集会议', icon: <IconPlus size={18} />, onClick: () => setCalling(true) }
          : undefined
      }
      actions={
        <Button variant="default" component={Link} href="/settings?part=organization">
          领导小组与责任
        </Button>
      }
      filters={
        <OrganizationFilters at="/meetings">
          <FilterBar onClear={isSet ? () => setList({ year: '', kind: '', state: '' }) : undefined}>
            <FilterChoice
              label="年度"
              all="各年度"
              value={list.year}
              onChange={(year) => setList({ year })}
              options={[0, 1, 2, 3].map((back) => ({
                value: String(thisYear - back),
                label: `${thisYear - back} 年`,
              }))}
            />
            <FilterChoice
              label="类别"
              all="全部类别"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={choices(meetingKindLabel)}
            />
            <FilterChoice
              label="状态"
              all="全部状态"
              value={list.state}
              onChange={(state) => setList({ state })}
              options={choices(stateLabels(meetingMachine))}
            />
          </FilterBar>
        </OrganizationFilters>
      }
      fill
    >
      <DataTable
        label="会议"
        columns={columns}
        rows={meetings.data}
        rowKey={(row) => row.id}
        rowState={(row) => meetingStateKind(row.state)}
        onOpen={(row) => navigate(`/meetings/${row.id}`)}
        error={meetings.error}
        onRetry={() => void meetings.refetch()}
        empty={{
          title: isSet ? '没有符合条件的会议' : '还没有会议',
          hint: '点“召集会议”，程序把逾期未走访、上报的需求、未办结的决定等列成议题，逐条留下或去掉。',
        }}
      />
      {calling && (
        <MeetingDialog
          onClose={() => setCalling(false)}
          onCreated={(id) => navigate(`/meetings/${id}`)}
        />
      )}
    </Page>
  )
}
