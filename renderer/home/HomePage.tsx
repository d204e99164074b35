import { Alert, Button, Group, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import { BackupReminder } from '../backups/BackupReminder'
import { DueList } from '../contacts/DueList'
import { RecordContact } from '../contacts/RecordContact'
import { OverdueReturns } from '../outings/OverdueReturns'
import { EndingAgreements } from '../care-agreements/EndingAgreements'
import { UnmovedPeople } from '../evacuations/UnmovedPeople'
import { PressingHazards } from '../hazards/PressingHazards'
import { PressingIncidents } from '../incidents/PressingIncidents'
import { OverdueFindings } from '../inspections/OverdueFindings'
import { OverdueRegisters } from '../registers/OverdueRegisters'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatToday } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { Birthdays, Festivals } from './Calendar'
import { MonthsCard } from './MonthsCard'
import classes from './HomePage.module.css'
import { ProgressTable } from './ProgressTable'
import { SummaryStrip } from './SummaryStrip'

/** 工作台: who is due and overdue, how this month stands, and what the calendar brings. */
export function HomePage(): React.ReactElement {
  const summary = useQueryOp('home.summary', {})
  const mayRecord = useMay('contacts.write')
  const [list, setList] = useListState({ by: 'village' })
  const [recording, setRecording] = useState(false)
  const data = summary.data
  return (
    <Page
      title={data ? formatToday(data.today) : '工作台'}
      note={data?.lunarToday}
      main={
        mayRecord
          ? {
              label: '记一次走访',
              icon: <IconPlus size={18} />,
              onClick: () => setRecording(true),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          <Button variant="default" component={Link} href="/calendar">
            日历
          </Button>
          <Button variant="default" component={Link} href="/visit-sheets">
            走访任务单
          </Button>
          <Button variant="default" component={Link} href="/registers">
            登记簿
          </Button>
        </Group>
      }
      fill
    >
      {summary.error ? (
        <ErrorPanel error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <div className={classes.columns}>
          <div className={classes.work}>
            <div className={classes.pressing}>
              <PressingIncidents />
              <PressingHazards />
              <UnmovedPeople />
              <OverdueFindings />
              <EndingAgreements />
              <OverdueReturns />
              <OverdueRegisters />
              <BackupReminder />
            </div>
            {data && <SummaryStrip summary={data} />}
            {data?.onFile === 0 && (
              <Alert color="pine" variant="light">
                还没有在册的关爱对象。导入现有台账，或逐人建档，这里就会列出该联系谁。
                <Group mt="sm" gap="xs">
                  <Button component={Link} href="/imports">
                    导入现有台账
                  </Button>
                  <Button variant="default" component={Link} href="/recipients/new">
                    逐人建档
                  </Button>
                </Group>
              </Alert>
            )}
            <div className={classes.tableHead}>
              <h2>到期与逾期</h2>
              <SegmentedControl
                size="sm"
                value={list.by}
                onChange={(by) => setList({ by })}
                transitionDuration={0}
                data={[
                  { value: 'village', label: '按村' },
                  { value: 'helper', label: '按帮扶人' },
                  { value: 'person', label: '按人' },
                ]}
              />
            </div>
            {list.by === 'person' ? (
              <DueList filter={{}} narrow />
            ) : (
              // A table of its own each: helpers' rows never stand under the villages' head.
              <ProgressTable key={list.by} by={list.by === 'helper' ? 'helper' : 'village'} />
            )}
          </div>
          {data && (
            <aside className={classes.side}>
              <Birthdays birthdays={data.birthdays} />
              <Festivals festivals={data.festivals} />
              <MonthsCard />
            </aside>
          )}
        </div>
      )}
      {recording && <RecordContact onClose={() => setRecording(false)} />}
    </Page>
  )
}
