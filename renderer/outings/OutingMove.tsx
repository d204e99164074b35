import { Checkbox } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { outingMachine, type OutingMove } from '@shared/domain/outings/machine'
import { useCommandOp, type OutputOf } from '../api'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import { DayInput } from '../shell/form/domain-inputs'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

interface MoveOutingProps {
  outing: OutputOf<'outings.list'>['rows'][number]
  move: OutingMove
  onClose: () => void
}

interface Told {
  returnedOn: string
  until: string
  updateFacts: boolean
}

/** The return, or that it will be later; the file follows unless the clerk says no. */
export function MoveOuting({ outing, move, onClose }: MoveOutingProps): React.ReactElement {
  const act = useCommandOp('outings.move')
  const today = useSession().data?.today ?? ''
  const { label } = outingMachine.moves[move]
  const title = `${outing.recipientName}家${outing.memberName}：${label}`
  const fields = (form: UseFormReturnType<StepValues & Told>): React.ReactElement => {
    const field = move === 'return' ? 'returnedOn' : 'until'
    return (
      <>
        <DayInput
          label={move === 'return' ? '返回日期' : '新的预计返回日期'}
          required
          data-autofocus
          notAfter={move === 'return' ? today : undefined}
          value={form.values[field]}
          onChange={(day) => form.setValues((values) => ({ ...values, [field]: day }))}
          error={form.errors[field]}
        />
        <Checkbox
          label={move === 'return' ? '档案里的外出到返回前一天为止' : '档案里的“预计返回”一起改'}
          checked={form.values.updateFacts}
          onChange={({ currentTarget: { checked } }) =>
            form.setValues((values) => ({ ...values, updateFacts: checked }))
          }
        />
      </>
    )
  }
  return (
    <StepForm<Told>
      title={title}
      label={label}
      note={{ label: '说明', required: false }}
      extra={{ returnedOn: move === 'return' ? today : '', until: '', updateFacts: true }}
      fields={fields}
      onSubmit={async ({ returnedOn, until, updateFacts, ...step }) => {
        const { id, revision } = outing
        const told = { returnedOn: returnedOn || null, until: until || null, updateFacts }
        await act.mutateAsync({ id, revision, move, ...stepOf(step), ...told })
        tellDone(title)
      }}
      onClose={onClose}
    />
  )
}
