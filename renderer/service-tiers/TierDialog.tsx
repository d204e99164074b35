import { Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { chargedTiers, serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { useCommandOp, type InputOf } from '../api'
import { ChangeDialog } from '../recipients/ChangeDialog'
import { DayInput } from '../shell/form/domain-inputs'
import { useSession } from '../shell/session'
import type { PersonTier } from './TierMark'

interface TierDialogProps {
  recipientId: number
  name: string
  tier: PersonTier
  onClose: () => void
}

/** 人工认定服务类别: the office's word from a day on, for good or until a day. */
export function TierDialog(props: TierDialogProps): React.ReactElement {
  const { recipientId, name, tier, onClose } = props
  const today = useSession().data?.today ?? ''
  const override = useCommandOp('serviceTiers.override')
  const form = useForm({
    initialValues: {
      tier: (tier.tier ?? 'none') as InputOf<'serviceTiers.override'>['tier'],
      from: today,
      to: '',
      reason: '',
    },
  })
  const save = async (): Promise<string> => {
    const { to, ...rest } = form.values
    await override.mutateAsync({ recipientId, ...rest, to: to === '' ? null : to })
    return rest.tier === 'rules' ? '已取消认定，服务类别按规则计算' : '服务类别已按您的认定'
  }
  return (
    <ChangeDialog
      title={`认定服务类别：${name}`}
      form={form}
      dayLabel="从哪一天起"
      saving={override.isPending}
      save={save}
      onClose={onClose}
    >
      <Radio.Group label="认定为" {...form.getInputProps('tier')}>
        <Stack gap={6} mt={4}>
          {chargedTiers.map((code) => (
            <Radio key={code} value={code} label={`${serviceTierLabel[code]}服务`} />
          ))}
          <Radio value="none" label="三类都不适用" />
          <Radio value="rules" label="取消认定，按规则计算" disabled={!tier.overridden} />
        </Stack>
      </Radio.Group>
      <DayInput label="到哪一天止（长期的不填）" {...form.getInputProps('to')} />
    </ChangeDialog>
  )
}
