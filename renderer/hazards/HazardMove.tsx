import { Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { hazardMachine, type HazardMove } from '@shared/domain/hazards/machine'
import { useCommandOp, type OutputOf } from '../api'
import { assignmentFields, costField, type Assignment, type Cost } from '../ledgers/assignee'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import { DayInput } from '../shell/form/domain-inputs'
import { tellDone } from '../shell/notify'

type HazardRow = OutputOf<'hazards.list'>['rows'][number]

interface MoveHazardsProps {
  /** One hazard, or several that make the same move, all of them or none. */
  hazards: readonly HazardRow[]
  move: HazardMove
  onClose: () => void
  onDone?: () => void
}

/** One step of a hazard, or of several at once: its day and doer, and what this step asks besides. */
export function MoveHazards(props: MoveHazardsProps): React.ReactElement {
  const { hazards, move, onClose, onDone } = props
  const one = useCommandOp('hazards.move')
  const many = useCommandOp('hazards.moveMany')
  const { label, ...known } = hazardMachine.moves[move]
  const noteLabel = known.requires && 'note' in known.requires ? known.requires.note : undefined
  const [first] = hazards
  const whose =
    hazards.length === 1 ? `${first?.recipientName}家的隐患` : `${hazards.length} 件隐患`
  return (
    <StepForm
      title={`${whose}：${label}`}
      label={label}
      note={{ label: noteLabel ?? '说明', required: noteLabel !== undefined }}
      extra={startingOf(move, hazards)}
      fields={fieldsOf[move]}
      onSubmit={async ({ assigneeId, assignee, measure, dueOn, cost, ...step }) => {
        const acting = {
          move,
          ...stepOf(step),
          ...(move === 'tell' && { assigneeId, assignee, measure }),
          ...(dueOn && { dueOn }),
          ...(move === 'finish' && cost !== '' && { cost }),
        }
        if (hazards.length === 1) {
          await one.mutateAsync({ id: first!.id, revision: first!.revision, ...acting })
        } else {
          const chosen = hazards.map(({ id, revision }) => ({ id, revision }))
          await many.mutateAsync({ hazards: chosen, ...acting })
        }
        tellDone(`${whose}：${label}`)
        onDone?.()
      }}
      onClose={onClose}
    />
  )
}

interface Extra extends Assignment, Cost {
  measure: string
}

/** What is known of the one hazard stands in the form; several are arranged anew. */
function startingOf(move: HazardMove, hazards: readonly HazardRow[]): Extra {
  const known = hazards.length === 1 && move === 'tell' ? hazards[0] : undefined
  return {
    assigneeId: known?.helperId ?? null,
    assignee: known?.responsible ?? '',
    measure: known?.measure ?? '',
    dueOn: known?.dueOn ?? '',
    cost: '',
  }
}

type Form = UseFormReturnType<StepValues & Extra>

const dayNext = (label: string) => (form: Form) => (
  <DayInput
    label={label}
    value={form.values.dueOn}
    onChange={(dueOn) => form.setValues((values) => ({ ...values, dueOn }))}
    error={form.errors['dueOn']}
  />
)

const recheckDay = dayNext('复查日期')

const fieldsOf: Partial<Record<HazardMove, (form: Form) => React.ReactNode>> = {
  tell: (form) => (
    <>
      {assignmentFields(form)}
      <Textarea
        label="整改措施"
        autosize
        minRows={2}
        value={form.values.measure}
        onChange={({ currentTarget: { value } }) =>
          form.setValues((values) => ({ ...values, measure: value }))
        }
        error={form.errors['measure']}
      />
    </>
  ),
  finish: (form) => (
    <>
      {costField(form)}
      {recheckDay(form)}
    </>
  ),
  fail: dayNext('重新整改期限'),
}
