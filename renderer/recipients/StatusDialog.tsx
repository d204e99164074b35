import { Alert, SegmentedControl } from '@mantine/core'
import { useForm } from '@mantine/form'
import { recipientStatusLabel, type RecipientStatus } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { useSession } from '../shell/session'
import { ChangeDialog } from './ChangeDialog'

interface DialogProps {
  file: OutputOf<'recipients.file'>
  onClose: () => void
}

const consequences: Record<RecipientStatus, string> = {
  active: '重新在册：从这一天起重新计算走访要求。',
  movedOut: '迁出：档案保留，不再计算走访要求，现有结对同时结束。',
  institution: '入住机构：档案保留，不再计算走访要求，结对保留。',
  childrenReturned: '子女返乡：档案保留，不再计算走访要求，再外出时可以重新在册。',
  deceased: '死亡：从这一天起不再计算走访要求，现有结对同时结束。',
  cancelled: '注销：档案保留备查，现有结对同时结束。',
}

/** Closes a file with its reason, or opens it again; nothing is deleted. */
export function StatusDialog({ file, onClose }: DialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const change = useCommandOp('recipients.changeStatus')
  const first = file.status === 'active' ? 'childrenReturned' : 'active'
  const form = useForm({
    initialValues: { status: first as RecipientStatus, from: today, reason: '' },
  })
  const save = async (): Promise<string> => {
    const { endedPairings, benefitsToStop } = await change.mutateAsync({
      id: file.id,
      ...form.values,
    })
    const ended = endedPairings > 0 ? `，结束结对 ${endedPairings} 对` : ''
    const toStop = benefitsToStop > 0 ? `；还有 ${benefitsToStop} 项待遇要停发，见“生活与待遇”` : ''
    return `${file.facts.name}：${recipientStatusLabel[form.values.status]}${ended}${toStop}`
  }
  return (
    <ChangeDialog
      title={`变更状态：${file.facts.name}（现在${recipientStatusLabel[file.status]}）`}
      form={form}
      dayLabel="从哪一天起"
      saving={change.isPending}
      save={save}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        data-autofocus
        data={Object.entries(recipientStatusLabel).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('status')}
      />
      <Alert variant="light" color={form.values.status === 'deceased' ? 'cinnabar' : 'pine'}>
        {form.errors['status'] ?? consequences[form.values.status]}
      </Alert>
    </ChangeDialog>
  )
}
