import { FilterChoice, FilterText } from '../shell/FilterBar'
import { useCustomFields } from './useCustomFields'

interface CustomFilterProps {
  /** `12` or `12:值`; empty does not restrict. */
  value: string
  onChange: (value: string) => void
}

/** A list's condition on one of the office's own fields; not there while it has none. */
export function CustomFilter({ value, onChange }: CustomFilterProps): React.ReactElement | null {
  const fields = useCustomFields().filter(({ retired }) => !retired)
  if (fields.length === 0) return null
  const { fieldId, wanted } = readCustomFilter(value)
  const field = fields.find(({ id }) => id === fieldId)
  const choices =
    field?.kind === 'yesNo'
      ? [
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
        ]
      : field?.options.map(({ code, label }) => ({ value: code, label }))
  return (
    <>
      <FilterChoice
        label="自定义字段"
        value={field ? String(field.id) : ''}
        onChange={onChange}
        options={fields.map(({ id, name }) => ({ value: String(id), label: name }))}
        all="自定义不限"
      />
      {field && (field.kind === 'choice' || field.kind === 'yesNo') && (
        <FilterChoice
          label={field.name}
          value={wanted}
          onChange={(next) => onChange(next === '' ? `${field.id}` : `${field.id}:${next}`)}
          options={choices ?? []}
          all="已填的"
        />
      )}
      {field && field.kind !== 'choice' && field.kind !== 'yesNo' && (
        <FilterText
          value={wanted}
          onChange={(next) => onChange(next === '' ? `${field.id}` : `${field.id}:${next}`)}
          placeholder={`${field.name}是`}
          own
        />
      )}
    </>
  )
}

export function readCustomFilter(value: string): { fieldId: number | null; wanted: string } {
  const [id = '', ...rest] = value.split(':')
  return { fieldId: /^\d+$/.test(id) ? Number(id) : null, wanted: rest.join(':') }
}
