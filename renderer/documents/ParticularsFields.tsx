import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { HeadFields } from '../papers/HeadFields'
import type { ParticularsForm } from './particulars'

/** What no record holds: who issues the plan, on what it stands, how its head reads. */
export function ParticularsFields({
  form,
}: {
  form: UseFormReturnType<ParticularsForm>
}): React.ReactElement {
  return (
    <HeadFields
      field={(name, options) => form.getInputProps(name, options)}
      basis={form.values.basis}
      onBasis={(basis) => form.setFieldValue('basis', basis)}
    >
      <Textarea
        label="留守老人的认定标准"
        autosize
        minRows={2}
        {...form.getInputProps('definition')}
      />
      <TextInput label="领导小组办公室设在" {...form.getInputProps('officeDepartment')} />
      <TextInput
        label="办公室主任"
        placeholder="空着时取领导小组名单里的办公室主任"
        {...form.getInputProps('officeDirector')}
      />
    </HeadFields>
  )
}
