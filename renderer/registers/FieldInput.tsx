import { MultiSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { RegisterField } from '@shared/domain/registers/definition'
import { useQueryOp } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { HelperSelect } from '../helpers/HelperSelect'
import { PartialDateInput } from '../shell/form/domain-inputs'
import type { TypedRow } from './field-values'
import { TableInput } from './TableInput'

export interface FieldInputProps {
  field: RegisterField
  /** As `typedValue` gives it. */
  value: unknown
  onChange: (value: unknown) => void
  error?: React.ReactNode
  /** Must be filled in here, though the definition asks it only later: before a move. */
  required?: boolean
  autoFocus?: boolean
}

/** The input of one field of a register's entry, by its kind. */
export function FieldInput(props: FieldInputProps): React.ReactElement {
  const { field, value, onChange, error, autoFocus } = props
  const { kind, name, hint } = field
  const required = props.required ?? field.required
  const common = {
    label: name,
    required,
    error,
    description: hint ?? undefined,
    'data-autofocus': autoFocus || undefined,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      'label' | 'input' | 'description' | 'error'
    )[],
  }
  switch (kind) {
    case 'person':
      return (
        <PeoplePicker
          label={name}
          description={hint ?? undefined}
          required={required}
          error={error}
          autoFocus={autoFocus}
          value={value as ChosenPerson[]}
          onChange={(people) => onChange(people.slice(-1))}
        />
      )
    case 'helper':
      return <HelperSelect {...common} value={value as number | null} onChange={onChange} />
    case 'village':
      return <VillageSelect {...common} value={value as number | null} onChange={onChange} />
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={choicesOf(field, value as string[])}
          value={value as string[]}
          onChange={onChange}
          searchable
          clearable
        />
      )
    case 'choice':
    case 'yesNo':
      return (
        <Select
          {...common}
          data={kind === 'yesNo' ? ['是', '否'] : choicesOf(field, [value as string])}
          value={(value as string) || null}
          onChange={(code) => onChange(code ?? '')}
          clearable={!required}
          searchable={field.options.length > 8}
        />
      )
    case 'period':
      return <PeriodInput {...common} value={value as Period} onChange={onChange} />
    case 'date':
      return (
        <PartialDateInput
          {...common}
          placeholder="如 2026-11-21、2026-11"
          value={value as string}
          onChange={onChange}
        />
      )
    case 'table':
      return (
        <TableInput
          label={name}
          columns={field.columns}
          rows={value as TypedRow[]}
          onChange={onChange}
          error={error}
        />
      )
    case 'longText':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxLength={4000}
          value={value as string}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    default:
      return (
        <TextInput
          {...common}
          inputMode={kind === 'number' || kind === 'money' ? 'decimal' : undefined}
          rightSection={kind === 'money' ? '元' : undefined}
          placeholder={kind === 'department' ? '如 镇民政办' : undefined}
          value={value as string}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

/** Options in use, and retired ones where they stand. */
const choicesOf = ({ options }: RegisterField, held: readonly string[]) =>
  options
    .filter(({ code, retired }) => !retired || held.includes(code))
    .map(({ code, label }) => ({ value: code, label }))

interface Period {
  from: string
  to: string
}

interface PeriodInputProps {
  label: string
  required: boolean
  error?: React.ReactNode
  description?: string
  value: Period
  onChange: (value: Period) => void
}

function PeriodInput(props: PeriodInputProps): React.ReactElement {
  const { label, required, error, description, value, onChange } = props
  return (
    <SimpleGrid cols={2}>
      <PartialDateInput
        label={`${label}（起）`}
        placeholder="如 2026-11-21、2026-11"
        required={required}
        error={error}
        description={description}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
      />
      <PartialDateInput
        label={`${label}（止）`}
        placeholder="不填就是至今"
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
      />
    </SimpleGrid>
  )
}

interface VillageSelectProps extends Omit<
  React.ComponentProps<typeof Select>,
  'data' | 'value' | 'onChange'
> {
  value: number | null
  onChange: (id: number | null) => void
}

function VillageSelect({ value, onChange, ...rest }: VillageSelectProps): React.ReactElement {
  const villages = useQueryOp('villages.list', {}).data ?? []
  return (
    <Select
      {...rest}
      data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      searchable
      clearable
      nothingFoundMessage="没有这个村（社区）"
    />
  )
}
