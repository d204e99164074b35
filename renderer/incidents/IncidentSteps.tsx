import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { incidentMachine, type IncidentMove } from '@shared/domain/incidents/machine'
import { useCommandOp, type OutputOf } from '../api'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import type { Step } from '../ledgers/StepTrail'
import { tellDone } from '../shell/notify'

type IncidentFile = OutputOf<'incidents.file'>

/** What is being recorded: a duty or a progress, a move, or the correction of a step. */
export type Recording =
  | { kind: 'step'; step: string; label: string; outcome: 'done' | 'skipped' }
  | { kind: 'move'; move: IncidentMove }
  | { kind: 'correction'; step: Step }

interface RecordStepProps {
  incident: Pick<IncidentFile, 'id' | 'revision' | 'recipientName'>
  recording: Recording
  onClose: () => void
}

export function RecordStep(props: RecordStepProps): React.ReactElement {
  const { incident, recording, onClose } = props
  const record = useCommandOp('incidents.recordStep')
  const move = useCommandOp('incidents.move')
  const correct = useCommandOp('incidents.correctStep')
  const { id, revision, recipientName } = incident
  switch (recording.kind) {
    case 'step': {
      const { step, label, outcome } = recording
      const isSkipped = outcome === 'skipped'
      return (
        <StepForm
          title={`${recipientName}：${isSkipped ? `不需要${label}` : label}`}
          note={{ label: isSkipped ? '为什么不需要' : '情况', required: isSkipped }}
          asks={{ time: true, toWhom: true }}
          extra={{}}
          onSubmit={async (values) => {
            await record.mutateAsync({ id, step, outcome, ...stepOf(values) })
            tellDone(`已登记：${label}`)
          }}
          onClose={onClose}
        />
      )
    }
    case 'move': {
      const { label, requires } = incidentMachine.moves[recording.move]
      return (
        <StepForm
          title={`${recipientName}的强制报告：${label}`}
          label={label}
          note={{ label: requires?.['note'] ?? '说明', required: true }}
          asks={{ time: true }}
          extra={{}}
          onSubmit={async (values) => {
            await move.mutateAsync({ id, revision, move: recording.move, ...stepOf(values) })
            tellDone(`${recipientName}的强制报告：${label}`)
          }}
          onClose={onClose}
        />
      )
    }
    case 'correction': {
      const { step } = recording
      return (
        <StepForm
          title={`更正：${step.label}`}
          label="更正"
          note={{ label: '情况', required: false }}
          asks={{ time: true, toWhom: true }}
          initial={{
            day: step.day,
            time: step.time ?? '',
            helperId: step.helperId,
            by: step.by ?? '',
            how: step.how ?? '',
            toWhom: step.toWhom ?? '',
            note: step.note ?? '',
          }}
          extra={{ reason: '' }}
          fields={reasonField}
          onSubmit={async ({ reason, ...values }) => {
            const facts = { stepId: step.id, revision: step.revision, reason }
            await correct.mutateAsync({ ...facts, ...stepOf(values) })
            tellDone('已更正，更正前的内容和原因写进了办理经过')
          }}
          onClose={onClose}
        />
      )
    }
  }
}

function reasonField(form: UseFormReturnType<StepValues & { reason: string }>): React.ReactElement {
  return (
    <TextInput
      label="更正原因"
      required
      data-autofocus
      value={form.values.reason}
      onChange={(event) => {
        const { value } = event.currentTarget
        form.setValues((values) => ({ ...values, reason: value }))
      }}
      error={form.errors['reason']}
    />
  )
}
