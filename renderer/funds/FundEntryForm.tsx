import { Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRef } from 'react'
import { fundDirectionLabel, readYuan, type FundDirection } from '@shared/domain/funds/balance'
import { useCommandOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

interface FundEntryFormProps {
  lines: OutputOf<'funds.year'>['lines']
}

/** 记一笔: one line of fields, Enter enters it and the next begins at the amount. */
export function FundEntryForm({ lines }: FundEntryFormProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const record = useCommandOp('funds.record')
  const amountField = useRef<HTMLInputElement>(null)
  const form = useForm({
    initialValues: {
      lineId: String(lines[0]?.id ?? ''),
      direction: 'out' as FundDirection,
      day: today,
      amount: '',
      purpose: '',
      party: '',
      voucherNo: '',
      overdraftReason: '',
    },
    validate: { amount: (typed) => (readYuan(typed) ? null : '写成 120 或 120.50') },
  })
  const enter = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    form.clearErrors()
    if (form.validate().hasErrors) return
    const { lineId, amount, ...entry } = form.getValues()
    try {
      await record.mutateAsync({ ...entry, lineId: Number(lineId), amount: readYuan(amount) ?? 0 })
      tellDone(`已登记${fundDirectionLabel[entry.direction]} ${amount} 元`)
      form.setValues({ amount: '', purpose: '', party: '', voucherNo: '', overdraftReason: '' })
      amountField.current?.focus()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <form onSubmit={(event) => void enter(event)} aria-label="记一笔">
      <SimpleGrid cols={4} spacing="xs" verticalSpacing={4}>
        <NativeSelect
          label="科目"
          data={lines.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('lineId')}
        />
        <NativeSelect
          label="收支"
          data={choices(fundDirectionLabel)}
          {...form.getInputProps('direction')}
        />
        <DayInput label="日期" required notAfter={today} {...form.getInputProps('day')} />
        <TextInput
          label="金额（元）"
          required
          ref={amountField}
          {...form.getInputProps('amount')}
        />
        <TextInput label="用途或来由" required {...form.getInputProps('purpose')} />
        <TextInput label="来源或收款人" {...form.getInputProps('party')} />
        <TextInput label="凭证号" {...form.getInputProps('voucherNo')} />
        {form.errors['overdraftReason'] || form.values.overdraftReason ? (
          <TextInput label="超支原因" {...form.getInputProps('overdraftReason')} />
        ) : (
          <span />
        )}
      </SimpleGrid>
      <Button type="submit" mt="xs" loading={record.isPending} title="Enter">
        登记
      </Button>
    </form>
  )
}
