import { Checkbox, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { codesOf, recipientGroupLabel } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { useSession } from '../shell/session'
import { ChangeDialog } from './ChangeDialog'

interface DialogProps {
  file: OutputOf<'recipients.file'>
  onClose: () => void
}

/** Which of the office's groups somebody belongs to from a day on. */
export function GroupsDialog({ file, onClose }: DialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const setGroups = useCommandOp('recipients.setGroups')
  const form = useForm({ initialValues: { groups: file.groups, from: today, reason: '' } })
  const save = async (): Promise<string> => {
    await setGroups.mutateAsync({ id: file.id, ...form.values })
    return `${file.facts.name}的群体已变更`
  }
  return (
    <ChangeDialog
      title={`变更群体：${file.facts.name}`}
      form={form}
      dayLabel="从哪一天起"
      saving={setGroups.isPending}
      save={save}
      onClose={onClose}
    >
      <Checkbox.Group label="属于哪些群体" required {...form.getInputProps('groups')}>
        <Group mt={4}>
          {codesOf(recipientGroupLabel).map((group) => (
            <Checkbox key={group} value={group} label={recipientGroupLabel[group]} />
          ))}
        </Group>
      </Checkbox.Group>
    </ChangeDialog>
  )
}
