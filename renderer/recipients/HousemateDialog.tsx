import { Input, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, type OutputOf } from '../api'
import { useSession } from '../shell/session'
import { ChangeDialog } from './ChangeDialog'
import { PersonSelect } from './PersonSelect'

export interface Housemate {
  id: number
  name: string
}

interface HousemateDialogProps {
  file: OutputOf<'recipients.file'>
  /** Who it is; null where that is still to be chosen. */
  housemate: Housemate | null
  onClose: () => void
}

/** 登记同户: from which day somebody lives in this home. */
export function HousemateDialog({ file, housemate, onClose }: HousemateDialogProps) {
  const today = useSession().data?.today ?? ''
  const join = useCommandOp('households.join')
  const form = useForm({
    initialValues: { memberIds: housemate?.id ?? null, from: today, reason: '' },
    validate: { memberIds: (value) => (value === null ? '请选择同户的人' : null) },
  })
  const save = async (): Promise<string> => {
    const { memberIds, ...rest } = form.values
    await join.mutateAsync({ id: file.id, memberIds: memberIds ? [memberIds] : [], ...rest })
    return '已登记为同户'
  }
  return (
    <ChangeDialog
      title={`与${file.facts.name}同户的人`}
      form={form}
      dayLabel="从哪一天起住在一起"
      saving={join.isPending}
      save={save}
      onClose={onClose}
    >
      {housemate ? (
        <Input.Wrapper label="同户的人" error={form.errors['memberIds']}>
          <Text>{housemate.name}</Text>
        </Input.Wrapper>
      ) : (
        <PersonSelect
          label="同户的人"
          required
          data-autofocus
          except={file.id}
          value={form.values.memberIds}
          onChange={(id) => form.setFieldValue('memberIds', id)}
          error={form.errors['memberIds']}
        />
      )}
    </ChangeDialog>
  )
}
