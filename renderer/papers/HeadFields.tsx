import { Checkbox, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { DayInput } from '../shell/form/domain-inputs'
import type { PaperForm } from './form'

/** The head and the end of a paper: title, number, addressee, signature, 版记. */
export function HeadFields({ form }: { form: UseFormReturnType<PaperForm> }): React.ReactElement {
  const field = (name: string) => form.getInputProps(`particulars.${name}`)
  return (
    <Stack gap="sm">
      <TextInput label="标题" {...form.getInputProps('title')} />
      <TextInput label="发文机关（落款）" {...field('issuer')} />
      <DayInput label="成文日期" placeholder="如 2026-12-25" {...field('date')} />
      <TextInput label="发文机关标志（红头）" placeholder="不用红头就空着" {...field('redHead')} />
      <TextInput label="发文字号" placeholder="如 青政发〔2026〕3号" {...field('documentNumber')} />
      <TextInput label="签发人" placeholder="只有上行文要写" {...field('signer')} />
      <TextInput label="主送" {...field('addressee')} />
      <TextInput label="印发机关（版记）" placeholder="不印版记就空着" {...field('printedBy')} />
      <TextInput label="抄送" {...field('copyTo')} />
      <Checkbox
        label="落款盖章（日期上方留出盖章的位置）"
        {...form.getInputProps('particulars.sealed', { type: 'checkbox' })}
      />
    </Stack>
  )
}
