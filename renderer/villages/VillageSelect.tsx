import { Select, type SelectProps } from '@mantine/core'
import { useQueryOp } from '../api'

type VillageSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: number | null
  onChange?: (villageId: number | null) => void
}

/** Picks one of the villages that stand today. */
export function VillageSelect({
  value = null,
  onChange,
  ...rest
}: VillageSelectProps): React.ReactElement {
  const villages = useQueryOp('villages.list', {}).data ?? []
  return (
    <Select
      label="村（社区）"
      searchable
      clearable={!rest.required}
      nothingFoundMessage="没有这个村（社区）"
      {...rest}
      data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange?.(id === null ? null : Number(id))}
    />
  )
}
