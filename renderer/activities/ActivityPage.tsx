import { Anchor, Button, Group, Tabs } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { activityMachine, type ActivityMove } from '@shared/domain/activities/machine'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { StepForm, stepOf } from '../ledgers/StepForm'
import { StepTrail } from '../ledgers/StepTrail'
import caseClasses from '../ledgers/ledgers.module.css'
import { HistoryTable } from '../recipients/HistoryTab'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { ActivityStanding } from './activity-words'
import { CopyActivity } from './CopyActivity'
import { LinesTab } from './LinesTab'
import { PaperDialog } from './PaperDialog'
import { PeopleTab } from './PeopleTab'
import { PlanTab } from './PlanTab'

/** One activity: its plan, who is invited and came, what it cost, and the next step. */
export function ActivityPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQueryOp('activities.file', { id })
  if (error || !data || data.id !== id) {
    return (
      <Page title="活动" parent="/activities">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这次活动没有打开" />
        )}
      </Page>
    )
  }
  return <Activity key={id} file={data} />
}

function Activity({ file }: { file: OutputOf<'activities.file'> }): React.ReactElement {
  const { id, moves, copiedFrom } = file
  const session = useSession().data
  const mayWrite = useMay('activities.write') && (file.villageId !== null || moves.length > 0)
  const voiding = useCommandOp('activities.void')
  const [moving, setMoving] = useState<ActivityMove | null>(null)
  const [asking, setAsking] = useState<'copy' | 'paper' | null>(null)
  // A closed activity is done: taking its report up again stands among the steps.
  const first = activityMachine.states[file.state].open ? moves[0] : undefined
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这次活动',
      lead: '只用于重复登记。没办成的活动请用“取消”。隐去后名单、预算一并不再列出，变更记录里仍可查到。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/activities')
      },
    })
  return (
    <Page
      title={file.name}
      note={
        <Group gap="sm" component="span">
          <span>{[formatDay(file.heldOn) || '日期未定', file.villageName].join(' · ')}</span>
          <ActivityStanding row={file} today={session?.today ?? ''} />
        </Group>
      }
      parent="/activities"
      main={
        first === undefined
          ? undefined
          : { label: activityMachine.moves[first].label, onClick: () => setMoving(first) }
      }
      actions={
        <Group gap="xs">
          {mayWrite && (
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
          )}
          {mayWrite && (
            <Button variant="default" onClick={() => setAsking('copy')}>
              照此再办一次
            </Button>
          )}
          <Button variant="default" onClick={() => setAsking('paper')}>
            方案和小结
          </Button>
        </Group>
      }
    >
      <Tabs defaultValue="plan" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="plan">方案</Tabs.Tab>
          <Tabs.Tab value="people">名单 {file.invited || ''}</Tabs.Tab>
          <Tabs.Tab value="lines">物资与预算</Tabs.Tab>
          <Tabs.Tab value="files">照片和附件</Tabs.Tab>
          <Tabs.Tab value="history">变更记录</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plan" className={caseClasses.case}>
          <PlanTab file={file} mayWrite={mayWrite} />
          <aside className={caseClasses.side}>
            <h2>下一步</h2>
            <Group gap="xs" mb="md">
              {first === undefined && <span>您没有可做的下一步。</span>}
              {moves.map((move) => (
                <Button
                  key={move}
                  size="compact-md"
                  variant={move === first ? 'filled' : 'default'}
                  onClick={() => setMoving(move)}
                >
                  {activityMachine.moves[move].label}
                </Button>
              ))}
            </Group>
            {copiedFrom && (
              <p>
                照
                <Anchor component={Link} href={`/activities/${copiedFrom.id}`}>
                  {copiedFrom.name}
                </Anchor>
              </p>
            )}
            <h2>经过</h2>
            <StepTrail steps={file.steps} />
          </aside>
        </Tabs.Panel>
        <Tabs.Panel value="people" className={caseClasses.panel}>
          <PeopleTab file={file} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="lines" className={caseClasses.panel}>
          <LinesTab file={file} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="files" className={caseClasses.panel}>
          <Attachments entity="activity" id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={caseClasses.panel}>
          <History id={id} />
        </Tabs.Panel>
      </Tabs>
      {moving && <MoveActivity file={file} move={moving} onClose={() => setMoving(null)} />}
      {asking === 'copy' && <CopyActivity file={file} onClose={() => setAsking(null)} />}
      {asking === 'paper' && <PaperDialog file={file} onClose={() => setAsking(null)} />}
    </Page>
  )
}

interface MoveActivityProps {
  file: OutputOf<'activities.file'>
  move: ActivityMove
  onClose: () => void
}

/** One step of an activity; 登记举办 takes its planned day where that has come. */
function MoveActivity({ file, move, onClose }: MoveActivityProps): React.ReactElement {
  const act = useCommandOp('activities.move')
  const today = useSession().data?.today ?? ''
  const { label, ...known } = activityMachine.moves[move]
  const noteLabel =
    'requires' in known ? (known.requires as Record<string, string>)['note'] : undefined
  const planned = move === 'hold' && file.heldOn !== null && file.heldOn <= today
  return (
    <StepForm
      title={`${file.name}：${label}`}
      label={label}
      note={{ label: noteLabel ?? '说明', required: noteLabel !== undefined }}
      extra={{}}
      initial={planned ? { day: file.heldOn! } : undefined}
      onSubmit={async (step) => {
        await act.mutateAsync({ id: file.id, revision: file.revision, move, ...stepOf(step) })
        tellDone(`${file.name}：${label}`)
      }}
      onClose={onClose}
    />
  )
}

function History({ id }: { id: number }): React.ReactElement {
  const history = useQueryOp('activities.history', { id })
  return (
    <HistoryTable
      entries={history.data}
      error={history.error}
      onRetry={() => void history.refetch()}
    />
  )
}
