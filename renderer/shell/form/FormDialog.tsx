import { Button, Group, Modal, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { tellDone } from '../notify'
import { showFailure } from './failure'

interface FormDialogProps<Values extends object> {
  title: string
  form: UseFormReturnType<Values>
  /** The word on the button; 保存 by default. */
  label?: string
  saving: boolean
  /** Saves and answers what to tell the clerk; what it throws is shown beside the fields. */
  save: () => Promise<string>
  onClose: () => void
  size?: 'md' | 'lg'
  /** Only to be looked at. */
  locked?: boolean
  children: React.ReactNode
}

/** A question with a form: Enter saves, Esc leaves, a refusal stands beside its field. */
export function FormDialog<Values extends object>(
  props: FormDialogProps<Values>,
): React.ReactElement {
  const {
    title,
    form,
    label = '保存',
    saving,
    save,
    onClose,
    size = 'md',
    locked,
    children,
  } = props
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    form.clearErrors()
    if (form.validate().hasErrors) return
    try {
      tellDone(await save())
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {locked ? '关闭' : '取消'}
            </Button>
            {!locked && (
              <Button type="submit" loading={saving} title="Enter">
                {label}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
