import { Alert, Button, Checkbox, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { entityLabel } from '@shared/domain/entity-labels'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { goBack } from '../shell/location'
import { tellDone, wordsOf } from '../shell/notify'

interface VoidDialogProps {
  file: OutputOf<'recipients.file'>
  onClose: () => void
}

/** 更正: hides a file that should not exist, with what hangs on it. Nothing is deleted. */
export function VoidDialog({ file, onClose }: VoidDialogProps): React.ReactElement {
  const attached = useQueryOp('recipients.attached', { id: file.id }).data ?? []
  const hide = useCommandOp('recipients.void')
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const [refusal, setRefusal] = useState('')
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return setRefusal('请写明原因')
    try {
      await hide.mutateAsync({ id: file.id, reason, confirmed })
      tellDone(`${file.facts.name}的档案已隐去，可在“更正与合并”里恢复`)
      goBack('/recipients')
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <Modal opened onClose={onClose} title={`录错更正：${file.facts.name}`} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text size="sm">
            只用于录错的档案：隐去后名单、统计和文书里都不再出现，变更记录仍保留。迁出、去世请用“变更状态”；一人两份档案请用“合并”。
          </Text>
          <List size="sm" spacing={2}>
            {attached.map(({ entity, count }) => (
              <List.Item key={entity}>
                {entityLabel[entity] ?? '其他记录'} {count} 条，一并隐去
              </List.Item>
            ))}
          </List>
          <Textarea
            label="原因"
            required
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label="已核对：上面的走访、结对等记录也是录错的，一并隐去"
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
          {refusal && (
            <Alert color="cinnabar" variant="light" role="alert">
              {refusal}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" color="cinnabar" loading={hide.isPending}>
              隐去档案
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
