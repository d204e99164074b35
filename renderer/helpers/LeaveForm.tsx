import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { HelperSelect } from './HelperSelect'

interface LeaveFormProps {
  helper: Pick<OutputOf<'helpers.file'>, 'id' | 'name' | 'pairings'>
  onClose: () => void
  /** Who stays without a helper: offered for a new pairing right away. */
  onLeft: (people: { id: number; name: string }[]) => void
}

/** 离任: the last day, why, and who takes over. */
export function LeaveForm(props: LeaveFormProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title={`${props.helper.name} 离任`} size={520}>
      <LeaveFields {...props} />
    </Modal>
  )
}

function LeaveFields({ helper, onClose, onLeft }: LeaveFormProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const leave = useCommandOp('helpers.leave')
  const form = useForm({
    initialValues: { on: today, reason: '', successorId: null as number | null },
  })
  const current = helper.pairings.filter((pairing) => pairing.current)
  const save = async (): Promise<void> => {
    try {
      const { ended, left } = await leave.mutateAsync({ id: helper.id, ...form.getValues() })
      tellDone(`${helper.name} 已离任，${ended} 条结对已结束`)
      onClose()
      if (left.length > 0) {
        onLeft(
          left.map(({ recipientId, recipientName }) => ({ id: recipientId, name: recipientName })),
        )
      }
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <Text size="sm">
        {current.length > 0
          ? `现在帮扶 ${current.length} 人：${current.map(({ recipientName }) => recipientName).join('、')}。离任后这些结对到离任那天结束，档案和走访记录都保留。`
          : '现在没有帮扶对象。档案和走访记录都保留。'}
      </Text>
      <DayInput label="离任日期（最后一天）" required {...form.getInputProps('on')} />
      <TextInput
        label="原因"
        required
        data-autofocus
        placeholder="如 调离、退休、外出务工"
        {...form.getInputProps('reason')}
      />
      {current.length > 0 && (
        <HelperSelect
          label="由谁接手（可以不选，之后再逐个结对）"
          except={helper.id}
          {...form.getInputProps('successorId')}
        />
      )}
      <SaveBar
        label="确认离任"
        onSave={() => void save()}
        onCancel={onClose}
        saving={leave.isPending}
      />
    </Stack>
  )
}
