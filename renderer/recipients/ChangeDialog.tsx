import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { tellDone } from '../shell/notify'
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
  const { title, form, dayLabel, saving, save, onClose, children } = props
  const today = useSession().data?.today
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    form.clearErrors()
    try {
      tellDone(await save())
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {children}
          <DayInput label={dayLabel} required notAfter={today} {...form.getInputProps('from')} />
          <Textarea label="原因" required autosize minRows={2} {...form.getInputProps('reason')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={saving} title="Enter">
              保存
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
