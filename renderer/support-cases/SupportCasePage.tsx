import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { useParams } from 'wouter'
import { supportCaseMachine, type SupportCaseMove } from '@shared/domain/support-cases/machine'
import {
  disputeKindLabel,
  disputeOutcomeLabel,
  type DisputeOutcome,
} from '@shared/domain/support-cases/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import { DictionarySelect } from '../shell/form/inputs'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'
import { SupportCaseDialog } from './SupportCaseDialog'

type File = OutputOf<'supportCases.file'>

/** One default of support or dispute: what it is about, every step so far, and the next one. */
export function SupportCasePage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: file, error, refetch } = useQueryOp('supportCases.file', { id })
  const mayWrite = useMay('recipients.write')
  const voiding = useCommandOp('supportCases.void')
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<SupportCaseMove | null>(null)
  if (error || !file || file.id !== id) {
    return (
      <NotOpened
        title="赡养与纠纷"
        parent="/support-cases"
        what="这件纠纷"
        error={error}
        onRetry={refetch}
      />
    )
  }
  return (
    <>
      <CasePage
        machine={supportCaseMachine}
        parent="/support-cases"
        file={file}
        note={`${disputeKindLabel[file.kind]} · ${sideOf(file)} ${file.supporter} · 历时 ${file.ageDays} 天`}
        onMove={setMoving}
        actions={
          mayWrite && (
            <VoidRecord
              what="这件纠纷"
              lead="只用于重复登记或登错了人。隐去后不再列出，变更记录里仍可查到。"
              parent="/support-cases"
              onVoid={(reason) => voiding.mutateAsync({ id, reason })}
            />
          )
        }
        facts={
          <FactsPanel
            title="赡养与纠纷"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            facts={[
              { label: '类别', words: disputeKindLabel[file.kind] },
              { label: sideOf(file), words: file.supporter },
              { label: '情况', words: file.content },
              { label: '诉求', words: file.claim },
              { label: '责任人', words: responsibleWords(file) },
              { label: '登记日期', words: formatDay(file.openedOn) },
              { label: '要求办结', words: formatDay(file.dueOn) },
              { label: '办结方式', words: file.outcome && disputeOutcomeLabel[file.outcome] },
              { label: '结果', words: file.result },
            ]}
          />
        }
        tabs={caseTabs('support_case', id)}
      />
      {editing && (
        <SupportCaseDialog
          person={{ id: file.recipientId, name: file.recipientName }}
          mended={file}
          onClose={() => setEditing(false)}
        />
      )}
      {moving && <MoveCase file={file} move={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

const sideOf = ({ kind }: File): string => (kind === 'support' ? '赡养人' : '对方')

interface MoveCaseProps {
  file: File
  move: SupportCaseMove
  onClose: () => void
}

/** One step: its day and doer, to whom, and how it came out. */
function MoveCase({ file, move, onClose }: MoveCaseProps): React.ReactElement {
  const act = useCommandOp('supportCases.move')
  const { label, requires } = supportCaseMachine.moves[move]
  return (
    <StepForm
      title={`${file.recipientName}的纠纷：${label}`}
      label={label}
      note={{ label: requires?.['note'] ?? '说明', required: requires?.['note'] !== undefined }}
      asks={{ toWhom: true }}
      extra={unended}
      fields={move === 'fulfil' ? outcomeField : undefined}
      onSubmit={async ({ outcome, ...step }) => {
        const { id, revision } = file
        await act.mutateAsync({ id, revision, move, outcome, ...stepOf(step) })
        tellDone(`${file.recipientName}的纠纷：${label}`)
      }}
      onClose={onClose}
    />
  )
}

interface Ending {
  outcome: DisputeOutcome | null
}

const unended: Ending = { outcome: null }

const outcomeField = (form: UseFormReturnType<StepValues & Ending>): React.ReactElement => (
  <DictionarySelect
    label="办结方式"
    required
    data-autofocus
    labels={disputeOutcomeLabel}
    value={form.values.outcome}
    onChange={(outcome) => form.setValues((values) => ({ ...values, outcome }))}
    error={form.errors['outcome']}
  />
)
