import { Button, Group, Modal, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useSaveOver, type EditedRecord } from './useSaveOver'

interface FormDialogProps<Values extends object> {
  title: string
  form: UseFormReturnType<Values>
  /** The word on the button; 保存 by default. */
  label?: string
  saving: boolean
  /** The record that is changed; left out: a new one. */
  record?: EditedRecord<Values>
  /**
   * Saves over `revision` (0: a new record) and answers what to tell the clerk; what it throws is
   * shown beside the fields.
   */
  save: (revision: number) => Promise<string>
  onClose: () => void
  size?: 'md' | 'lg'
  /** Only to be looked at. */
  locked?: boolean
  children: React.ReactNode
}

/**
 * A question with a form: Enter saves, Esc leaves, a refusal stands beside its field, and a save
 * that comes too late shows both values.
 */
export function FormDialog<Values extends object>(
  props: FormDialogProps<Values>,
): React.ReactElement {
  const {
    title,
    form,
    record,
    label = '保存',
    saving,
    save,
    onClose,
    size = 'md',
    locked,
    children,
  } = props
  const { submit, notice } = useSaveOver({ form, record, save, onDone: onClose })
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md">
          {children}
          {notice}
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
