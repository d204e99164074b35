import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp } from '../api'
import { ChangeDialog } from '../recipients/ChangeDialog'
import { useSession } from '../shell/session'

interface StopDialogProps {
  name: string
  /** One record, or everything a person who is gone still holds. */
  what:
    | { kind: 'one'; id: number; revision: number; title: string }
    | { kind: 'all'; recipientId: number; count: number }
  /** The last day and the reason to begin with. */
  suggested?: { on: string; reason: string }
  onClose: () => void
}

/** 停发: the last day of what is held, and why. */
export function StopDialog({
  name,
  what,
  suggested,
  onClose,
}: StopDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const one = useCommandOp('benefits.stop')
  const all = useCommandOp('benefits.stopAll')
  const form = useForm({
    initialValues: { from: suggested?.on ?? today, reason: suggested?.reason ?? '' },
  })
  const save = async (): Promise<string> => {
    const { from: on, reason } = form.values
    if (what.kind === 'one') {
      await one.mutateAsync({ id: what.id, revision: what.revision, on, reason })
      return `${name}的${what.title}已停发`
    }
    const { stopped } = await all.mutateAsync({ recipientId: what.recipientId, on, reason })
    return `${name}的 ${stopped} 项待遇已停发`
  }
  return (
    <ChangeDialog
      title={what.kind === 'one' ? `停发${what.title}：${name}` : `全部停发：${name}`}
      form={form}
      dayLabel="享受到哪一天为止"
      saving={one.isPending || all.isPending}
      save={save}
      onClose={onClose}
    >
      <Text size="sm">
        {what.kind === 'all' && `${what.count} 项待遇一起停发。`}
        登记保留在历史里；多发的钱请按规定追回。
      </Text>
    </ChangeDialog>
  )
}
