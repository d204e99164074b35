import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { benefitStateLabel, type BenefitState } from '@shared/domain/benefits/vocabulary'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'

interface RecordDialogProps {
  people: readonly { id: number; name: string }[]
  benefit: {
    code: string
    title: string
    amount: number | null
    certificateNo?: string | null
    level?: string | null
  }
  state?: BenefitState
  onClose: () => void
}

/** 登记待遇 of one person, or of several at once: held, applied for or not held, from a day on. */
export function RecordDialog(props: RecordDialogProps): React.ReactElement {
  const { people, benefit, onClose } = props
  const today = useSession().data?.today ?? ''
  const one = useCommandOp('benefits.record')
  const many = useCommandOp('benefits.recordMany')
  const single = people.length === 1 ? people[0]! : null
  const form = useForm({
    initialValues: {
      state: props.state ?? ('held' as BenefitState),
      from: today,
      reason: '',
      amount: single ? (benefit.amount ?? '') : ('' as number | string),
      certificateNo: benefit.certificateNo ?? '',
      level: benefit.level ?? '',
    },
  })
  const { state } = form.values
  const save = async (): Promise<string> => {
    const { amount, certificateNo, level, ...rest } = form.values
    const begin = {
      benefit: benefit.code,
      ...rest,
      amount: typeof amount === 'number' ? amount : undefined,
    }
    if (single) await one.mutateAsync({ recipientId: single.id, ...begin, certificateNo, level })
    else await many.mutateAsync({ recipientIds: people.map(({ id }) => id), ...begin })
    const whose = single ? single.name : `${people.length} 人`
    return `${whose}的${benefit.title}已登记为${benefitStateLabel[state]}`
  }
  return (
    <FormDialog
      title={`${benefit.title}：${single ? single.name : `${people.length} 人`}`}
      form={form}
      size="lg"
      saving={one.isPending || many.isPending}
      save={save}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        data-autofocus
        aria-label="享受情况"
        data={Object.entries(benefitStateLabel).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('state')}
      />
      {state === 'held' && (
        <NumberInput
          label="每次金额（元）"
          description={single ? undefined : '不填的各按规定标准'}
          min={0}
          decimalScale={2}
          {...form.getInputProps('amount')}
        />
      )}
      {state === 'held' && single && (
        <>
          <TextInput label="证号" {...form.getInputProps('certificateNo')} />
          <TextInput
            label="等级"
            placeholder="如 A类、二档"
            maxLength={20}
            {...form.getInputProps('level')}
          />
        </>
      )}
      <DayInput
        label={state === 'held' ? '从哪一天起享受' : '从哪一天起'}
        required
        notAfter={today}
        {...form.getInputProps('from')}
      />
      <TextInput
        label={state === 'notHeld' ? '未享原因' : '说明'}
        required={state === 'notHeld'}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
