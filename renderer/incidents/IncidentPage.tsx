import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'wouter'
import { incidentMachine } from '@shared/domain/incidents/machine'
import { useJob, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { Produced } from '../documents/Produced'
import { responsibleWords } from '../ledgers/case-state'
import { CaseHistory } from '../ledgers/CaseHistory'
import { CasePage } from '../ledgers/CasePage'
import { FactsPanel } from '../ledgers/FactsPanel'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { DutyList, type DutyStanding } from './DutyList'
import { CorrectIncident } from './IncidentForm'
import { RecordStep, type Recording } from './IncidentSteps'

/** One incident: its clock, what was done and what is missing, and the report to hand in. */
export function IncidentPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQueryOp('incidents.file', { id })
  if (error || !data || data.id !== id) {
    return (
      <Page title="强制报告" parent="/incidents">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这件强制报告没有打开" />
        )}
      </Page>
    )
  }
  return <Incident key={id} incident={data} />
}

/** Steps that are told by the case itself: its facts and moves are corrected elsewhere. */
const fixed: ReadonlySet<string> = new Set([
  'open',
  'correct',
  ...Object.keys(incidentMachine.moves),
])

function Incident({ incident }: { incident: OutputOf<'incidents.file'> }): React.ReactElement {
  const { id } = incident
  const mayWrite = useMay('incidents.write')
  const [editing, setEditing] = useState(false)
  const [recording, setRecording] = useState<Recording | null>(null)
  const [printing, setPrinting] = useState(false)
  const isOpen = incident.state === 'handling'
  const ofDuty =
    (outcome: 'done' | 'skipped') =>
    ({ step, label }: DutyStanding): void =>
      setRecording({ kind: 'step', step, label, outcome })
  return (
    <>
      <CasePage
        machine={incidentMachine}
        parent="/incidents"
        file={incident}
        note={incident.kindLabel}
        onMove={(move) => setRecording({ kind: 'move', move })}
        actions={
          mayWrite && (
            <>
              {isOpen && (
                <Button
                  variant="default"
                  onClick={() =>
                    setRecording({
                      kind: 'step',
                      step: 'progress',
                      label: '处置进展',
                      outcome: 'done',
                    })
                  }
                >
                  记处置进展
                </Button>
              )}
              <Button variant="default" onClick={() => setPrinting(true)}>
                生成报告
              </Button>
            </>
          )
        }
        correction={
          mayWrite
            ? {
                can: ({ step }) => !fixed.has(step),
                open: (step) => setRecording({ kind: 'correction', step }),
              }
            : undefined
        }
        facts={
          <>
            <FactsPanel
              title="情况"
              onEdit={mayWrite ? () => setEditing(true) : undefined}
              editor={
                editing ? (
                  <CorrectIncident incident={incident} onDone={() => setEditing(false)} />
                ) : undefined
              }
              facts={[
                { label: '事件', words: incident.kindLabel },
                {
                  label: '发现时间',
                  words: `${formatDay(incident.openedOn)} ${incident.discoveredAt ?? ''}`,
                },
                { label: '发现人', words: incident.discoveredBy },
                { label: '地点', words: incident.place },
                { label: '责任人', words: responsibleWords(incident) },
                { label: '情况', words: incident.situation },
                { label: '处置结果', words: incident.result },
              ]}
            />
            <section aria-label="时限">
              <h2 style={{ fontSize: '1.0625rem', padding: '10px 0 4px' }}>必做步骤</h2>
              <DutyList
                duties={incident.duties}
                onDone={mayWrite && isOpen ? ofDuty('done') : undefined}
                onSkip={ofDuty('skipped')}
              />
            </section>
          </>
        }
        tabs={[
          { key: 'files', title: '附件', content: <Attachments entity="incident" id={id} /> },
          { key: 'history', title: '变更记录', content: <CaseHistory entity="incident" id={id} /> },
        ]}
      />
      {recording && (
        <RecordStep incident={incident} recording={recording} onClose={() => setRecording(null)} />
      )}
      {printing && <ReportDialog id={id} onClose={() => setPrinting(false)} />}
    </>
  )
}

function ReportDialog({ id, onClose }: { id: number; onClose: () => void }): React.ReactElement {
  const job = useJob('incidents.report')
  const missing = job.result?.missing ?? []
  return (
    <Modal opened onClose={onClose} title="强制报告（Word）" size="lg">
      <p>按现在登记的情况和步骤写成报告，漏报、迟报的步骤会如实写出。</p>
      <JobProgress job={job} />
      {missing.length > 0 && (
        <p>
          缺项 {missing.length}，纸上留了空：{missing.join('、')}。
        </p>
      )}
      {job.result && <Produced artifact={job.result} />}
      <Button
        mt="md"
        data-autofocus
        loading={job.status === 'running'}
        onClick={() => void job.start({ id })}
      >
        生成
      </Button>
    </Modal>
  )
}
