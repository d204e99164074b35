import { NumberInput, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { PartialDateInput } from '../shell/form/domain-inputs'
import type { CustomFieldRow } from './useCustomFields'

interface CustomInputProps<Values extends object> {
  form: UseFormReturnType<Values>
  field: CustomFieldRow
}

/** The input of one 自定义字段; its value lies in the form under `custom.<id>`. */
export function CustomInput<Values extends object>({
  form,
  field,
}: CustomInputProps<Values>): React.ReactElement {
  const { id, name, kind, options, retired, required } = field
  const bound = form.getInputProps(`custom.${id}` as never) as {
    value: unknown
    onChange: (value: unknown) => void
    error?: React.ReactNode
  }
  // Of a new file the form holds nothing yet for a field.
  const own = { ...bound, value: bound.value ?? '' }
  const common = {
    label: retired ? `${name}（已停用）` : name,
    disabled: retired,
    withAsterisk: required && !retired,
  }
  switch (kind) {
    case 'number':
      return <NumberInput {...common} {...own} value={own.value as number | string} hideControls />
    case 'date':
      return (
        <PartialDateInput
          {...common}
          {...own}
          value={own.value as string}
          placeholder="如 2026-11-21"
        />
      )
    case 'yesNo':
      return (
        <Select
          {...common}
          error={own.error}
          value={own.value === '' ? null : own.value ? 'yes' : 'no'}
          onChange={(code) => own.onChange(code === null ? '' : code === 'yes')}
          data={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
          placeholder="未问"
          clearable
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          error={own.error}
          value={own.value === '' ? null : String(own.value)}
          onChange={(code) => own.onChange(code ?? '')}
          data={options
            .filter((option) => !option.retired || option.code === own.value)
            .map(({ code, label }) => ({ value: code, label }))}
          searchable={options.length > 8}
          clearable
        />
      )
    case 'text':
      return <TextInput {...common} {...own} value={own.value as string} />
  }
}
