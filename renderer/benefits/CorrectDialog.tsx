import { NumberInput, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, type OutputOf } from '../api'
import { FormDialog } from '../shell/form/FormDialog'

type BenefitRecord = NonNullable<OutputOf<'benefits.person'>['benefits'][number]['record']>

interface CorrectDialogProps {
  name: string
  title: string
  record: BenefitRecord
  onClose: () => void
}

/** 更正待遇登记: an amount or certificate number that was written wrongly; its days stay. */
export function CorrectDialog({ name, title, record, onClose }: CorrectDialogProps) {
  const correct = useCommandOp('benefits.correct')
  const form = useForm({
    initialValues: {
      amount: record.amount ?? ('' as number | string),
      certificateNo: record.certificateNo ?? '',
    },
  })
  const save = async (revision: number): Promise<string> => {
    const { amount, certificateNo } = form.values
    await correct.mutateAsync({
      id: record.id,
      revision,
      amount: typeof amount === 'number' ? amount : null,
      certificateNo,
    })
    return `${name}的${title}已更正`
  }
  return (
    <FormDialog
      title={`更正：${name}的${title}`}
      form={form}
      record={{
        what: '这项待遇的登记',
        revision: record.revision,
        fields: [
          { key: 'amount', label: '每次金额（元）' },
          { key: 'certificateNo', label: '证号' },
        ],
      }}
      saving={correct.isPending}
      save={save}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        这里只改写错的金额和证号。标准变了请用“变更”，不再享受请用“停发”。
      </Text>
      <NumberInput
        label="每次金额（元）"
        min={0}
        decimalScale={2}
        data-autofocus
        {...form.getInputProps('amount')}
      />
      <TextInput label="证号" {...form.getInputProps('certificateNo')} />
    </FormDialog>
  )
}
