import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommandOp, type InputOf } from '../api'
import { tellDone, wordsOf } from '../shell/notify'

type View = InputOf<'recipientLists.saveView'>

interface SaveViewDialogProps {
  view: Omit<View, 'name'>
  taken: readonly string[]
  onSaved: (name: string) => void
  onClose: () => void
}

/** 存为常用名单: the conditions, order and columns of now under a name. */
export function SaveViewDialog({
  view,
  taken,
  onSaved,
  onClose,
}: SaveViewDialogProps): React.ReactElement {
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState('')
  const saveView = useCommandOp('recipientLists.saveView')
  const save = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return setRefusal('请给名单起个名字')
    try {
      await saveView.mutateAsync({ ...view, name })
      tellDone(`已存为常用名单“${name.trim()}”`)
      onSaved(name.trim())
      onClose()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <Modal opened onClose={onClose} title="存为常用名单">
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            记下现在的条件、排序和栏目，下次一点就到。名单里的人随档案变化，不是固定的一批人。
          </Text>
          <TextInput
            label="名字"
            data-autofocus
            required
            maxLength={30}
            placeholder="如 独居缺电话"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            description={
              taken.includes(name.trim()) ? '已有同名的名单，存了就换成现在的' : undefined
            }
            error={refusal || undefined}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={saveView.isPending}>
              存下
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
