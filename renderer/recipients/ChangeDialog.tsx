import { Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'

/** What every dated change asks: from which day, and why. */
export interface DatedChange {
  from: string
  reason: string
}

interface ChangeDialogProps<Values extends DatedChange> {
  title: string
  form: UseFormReturnType<Values>
  /** Label of the day: 变更日期. */
  dayLabel: string
  saving: boolean
  save: () => Promise<string>
  onClose: () => void
  children: React.ReactNode
}

/** The one shape of a dated change: what, from when, why. */
export function ChangeDialog<Values extends DatedChange>(props: ChangeDialogProps<Values>) {
  const { form, dayLabel, children, ...rest } = props
  const today = useSession().data?.today
  return (
    <FormDialog form={form} size="lg" {...rest}>
      {children}
      <DayInput label={dayLabel} required notAfter={today} {...form.getInputProps('from')} />
      <Textarea label="原因" required autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
