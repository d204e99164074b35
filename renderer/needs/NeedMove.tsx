import { needMachine, type NeedMove } from '@shared/domain/needs/machine'
import { useCommandOp, type OutputOf } from '../api'
import { StepForm, stepOf } from '../ledgers/StepForm'
import { tellDone } from '../shell/notify'
import { assignmentFields, costField } from '../ledgers/assignee'

type NeedFile = OutputOf<'needs.file'>

interface MoveNeedProps {
  need: Pick<NeedFile, 'id' | 'revision' | 'recipientName' | 'helperId' | 'responsible' | 'dueOn'>
  move: NeedMove
  onClose: () => void
}

/** One step of a need: its day and doer, and what this step asks besides. */
export function MoveNeed({ need, move, onClose }: MoveNeedProps): React.ReactElement {
  const act = useCommandOp('needs.move')
  const { label, ...known } = needMachine.moves[move]
  const noteLabel = known.requires?.['note']
  return (
    <StepForm
      title={`${need.recipientName}的需求：${label}`}
      label={label}
      note={{ label: noteLabel ?? '说明', required: noteLabel !== undefined }}
      asks={{ toWhom: move === 'raise' }}
      extra={{
        assigneeId: need.helperId,
        assignee: need.responsible ?? '',
        dueOn: need.dueOn ?? '',
        cost: '' as number | '',
      }}
      fields={move === 'assign' ? assignmentFields : move === 'finish' ? costField : undefined}
      onSubmit={async ({ assigneeId, assignee, dueOn, cost, ...step }) => {
        await act.mutateAsync({
          id: need.id,
          revision: need.revision,
          move,
          ...stepOf(step),
          ...(move === 'assign' && { assigneeId, assignee, dueOn: dueOn || null }),
          ...(move === 'finish' && cost !== '' && { cost }),
        })
        tellDone(`${need.recipientName}的需求：${label}`)
      }}
      onClose={onClose}
    />
  )
}
