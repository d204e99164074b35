import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { tellDone } from '../shell/notify'
import type { Attachment } from './Attachments'

interface AttachmentDialogProps {
  attachment: Attachment
  onClose: () => void
}

/** What an attachment is called, of which day it is, and a word on it. */
export function AttachmentDialog({
  attachment,
  onClose,
}: AttachmentDialogProps): React.ReactElement {
  const update = useCommandOp('attachments.update')
  const form = useForm({
    initialValues: {
      name: attachment.name,
      day: attachment.day ?? '',
      note: attachment.note ?? '',
    },
    validate: { name: (name) => (name.trim() ? null : '请给附件起个名字') },
  })
  const submit = form.onSubmit(async ({ name, day, note }) => {
    try {
      const { id, revision } = attachment
      await update.mutateAsync({ id, revision, name, day: day || null, note })
      tellDone('已保存')
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  })
  return (
    <Modal opened onClose={onClose} title="附件说明">
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="名称"
            required
            data-autofocus
            description="后缀由文件内容决定"
            {...form.getInputProps('name')}
          />
          <DayInput
            label="日期"
            description="文件上写的日期，可不填"
            {...form.getInputProps('day')}
          />
          <TextInput label="说明" {...form.getInputProps('note')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={update.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
