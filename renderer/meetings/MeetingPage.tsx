import { Button, Group, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { meetingMachine, type MeetingMove } from '@shared/domain/meetings/machine'
import { meetingKindLabel } from '@shared/domain/meetings/vocabulary'
import { taskMachine } from '@shared/domain/tasks/machine'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { Produced } from '../documents/Produced'
import { stateKindOf } from '../ledgers/case-state'
import { FactsPanel } from '../ledgers/FactsPanel'
import { askReason } from '../shell/ask-reason'
import { DataTable } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { goBack, navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { decisionColumns } from '../tasks/task-columns'
import { TaskDialog } from '../tasks/TaskDialog'
import { AgendaEditor } from './AgendaEditor'
import { AttendanceEditor } from './AttendanceEditor'
import { MeetingDialog } from './MeetingDialog'
import { meetingStateKind } from './MeetingsPage'

type Meeting = OutputOf<'meetings.file'>

/** One meeting: its agenda, who came, what it decided, and its minutes. */
export function MeetingPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: meeting, error, refetch } = useQueryOp('meetings.file', { id })
  if (error || !meeting || meeting.id !== id) {
    return (
      <Page title="会议" parent="/meetings">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这次会议没有打开" />
        )}
      </Page>
    )
  }
  return <OpenMeeting meeting={meeting} />
}

function OpenMeeting({ meeting }: { meeting: Meeting }): React.ReactElement {
  const { id, revision, state } = meeting
  const editable = useMay('organization.write') && state !== 'cancelled'
  const act = useCommandOp('meetings.move')
  const voiding = useCommandOp('meetings.void')
  const minutes = useJob('meetings.minutes')
  const [editing, setEditing] = useState(false)
  const [deciding, setDeciding] = useState<{ matterKey: string | null; content: string } | null>(
    null,
  )
  const make = async (move: MeetingMove): Promise<void> => {
    if (move === 'minute') return minutes.start({ id })
    if (move === 'cancel') {
      return askReason({
        title: '取消会议',
        lead: '取消的会议留在列表里，可以重新筹备。',
        label: '取消会议',
        onSubmit: async (note) => {
          await act.mutateAsync({ id, revision, move, note })
          tellDone('会议已取消')
        },
      })
    }
    try {
      await act.mutateAsync({ id, revision, move })
      tellDone(meetingMachine.moves[move].label)
    } catch (error) {
      tellFailure(error)
    }
  }
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这次会议',
      lead: '只用于重复登记。没有开成的会议请用“取消会议”。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/meetings')
      },
    })
  const [first, ...others] = meeting.moves
  const label = (move: MeetingMove): string =>
    move === 'hold' ? '登记为已召开' : meetingMachine.moves[move].label
  const made = minutes.result
  return (
    <Page
      title={meeting.title}
      note={
        <Group gap="sm" component="span">
          <span>{meetingKindLabel[meeting.kind]}</span>
          <StateMark state={meetingStateKind(state)}>
            {meetingMachine.states[state].label}
          </StateMark>
        </Group>
      }
      parent="/meetings"
      main={first && { label: label(first), onClick: () => void make(first) }}
      actions={
        <Group gap="xs">
          {others.map((move) => (
            <Button key={move} variant="default" onClick={() => void make(move)}>
              {label(move)}
            </Button>
          ))}
          {meeting.documentId !== null && (
            <Button variant="default" component={Link} href={`/documents/${meeting.documentId}`}>
              打开存档的纪要
            </Button>
          )}
          {editable && (
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
          )}
        </Group>
      }
    >
      <JobProgress job={minutes} />
      {made && <Produced artifact={made} />}
      {made && made.missing.length > 0 && (
        <Text size="sm" mt="xs">
          纪要里留了空白待填：{made.missing.join('、')}。
        </Text>
      )}
      <FactsPanel
        title="会议"
        onEdit={editable ? () => setEditing(true) : undefined}
        facts={[
          {
            label: '日期',
            words: [formatDay(meeting.day), meeting.time].filter(Boolean).join(' '),
          },
          { label: '地点', words: meeting.place },
          { label: '主持人', words: meeting.chair },
          { label: '记录人', words: meeting.recorder },
          ...(meeting.note === null ? [] : [{ label: '取消的原因', words: meeting.note }]),
        ]}
      />
      <Tabs defaultValue="agenda" mt="sm">
        <Tabs.List>
          <Tabs.Tab value="agenda">议题 {meeting.matters}</Tabs.Tab>
          <Tabs.Tab value="decisions">议定事项 {meeting.decisions}</Tabs.Tab>
          <Tabs.Tab value="attendance">
            参会 {meeting.present}/{meeting.invited}
          </Tabs.Tab>
          <Tabs.Tab value="files">附件</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="agenda" pt="xs">
          <AgendaEditor
            meeting={meeting}
            editable={editable}
            onDecide={
              editable && state !== 'planned'
                ? ({ key, text }) => setDeciding({ matterKey: key, content: text })
                : undefined
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" pt="xs">
          {editable && state !== 'planned' && (
            <Button
              size="compact-md"
              mb="xs"
              onClick={() => setDeciding({ matterKey: null, content: '' })}
            >
              登记议定事项
            </Button>
          )}
          <div style={{ height: '22rem', display: 'flex', flexDirection: 'column' }}>
            <DataTable
              label="议定事项"
              columns={decisionColumns}
              rows={meeting.tasks}
              rowKey={(row) => row.id}
              rowState={(row) => stateKindOf(taskMachine, row)}
              onOpen={(row) => navigate(`/tasks/${row.id}`)}
              empty={{
                title: '还没有议定事项',
                hint: '会议开过以后，在议题旁或这里登记，每一项就是一件有人负责、有期限的任务。',
              }}
            />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="attendance" pt="xs">
          <AttendanceEditor meeting={meeting} editable={editable} />
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="xs">
          <Attachments entity="meeting" id={id} />
        </Tabs.Panel>
      </Tabs>
      {editing && <MeetingDialog meeting={meeting} onClose={() => setEditing(false)} />}
      {deciding && (
        <TaskDialog decision={{ meetingId: id, ...deciding }} onClose={() => setDeciding(null)} />
      )}
    </Page>
  )
}
