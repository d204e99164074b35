import { NumberInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { ResponsibleInput } from './ResponsibleInput'
import type { StepValues } from './StepForm'
import { DayInput } from '../shell/form/domain-inputs'

/** What assigning asks besides the step. */
export interface Assignment {
  assigneeId: number | null
  assignee: string
  dueOn: string
}

export function assignmentFields<Values extends StepValues & Assignment>(
  form: UseFormReturnType<Values>,
): React.ReactElement {
  const set = (patch: Partial<Assignment>): void =>
    form.setValues((values) => ({ ...values, ...patch }))
  return (
    <>
      <ResponsibleInput
        helperId={form.values.assigneeId}
        responsible={form.values.assignee}
        onChange={({ helperId, responsible }) =>
          set({ assigneeId: helperId, assignee: responsible })
        }
        error={form.errors['assignee'] ?? form.errors['helperId']}
        autoFocus
      />
      <DayInput
        label="要求办结日期"
        value={form.values.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        error={form.errors['dueOn']}
      />
    </>
  )
}

/** What closing asks besides the step: 元. */
export interface Cost {
  cost: number | ''
}

export function costField<Values extends StepValues & Cost>(
  form: UseFormReturnType<Values>,
): React.ReactElement {
  return (
    <NumberInput
      label="花费（元）"
      min={0}
      decimalScale={2}
      hideControls
      value={form.values.cost}
      onChange={(cost) =>
        form.setValues((values) => ({ ...values, cost: typeof cost === 'number' ? cost : '' }))
      }
      error={form.errors['cost']}
    />
  )
}
