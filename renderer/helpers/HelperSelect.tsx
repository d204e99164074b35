import { Select, type SelectProps } from '@mantine/core'
import { useQueryOp, type OutputOf } from '../api'

type HelperRow = OutputOf<'helpers.list'>[number]

interface HelperSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  value?: number | null
  onChange?: (id: number | null) => void
  /** Somebody who cannot be chosen here: the one who leaves. */
  except?: number
}

const describe = ({ name, unit, villageName, caseload }: HelperRow): string =>
  `${name}${unit || villageName ? `（${unit ?? villageName}）` : ''}· 现帮扶 ${caseload} 人`

/** Picks a serving helper by name, unit or pinyin initials. */
export function HelperSelect(props: HelperSelectProps): React.ReactElement {
  const { value = null, onChange, except, ...rest } = props
  const helpers = (useQueryOp('helpers.list', {}).data ?? []).filter(({ id }) => id !== except)
  const initials = new Map(helpers.map((helper) => [String(helper.id), helper.initials]))
  return (
    <Select
      searchable
      clearable
      placeholder="姓名或拼音首字母"
      nothingFoundMessage="没有这位在任的帮扶人"
      limit={50}
      {...rest}
      data={helpers.map((helper) => ({ value: String(helper.id), label: describe(helper) }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange?.(id === null ? null : Number(id))}
      filter={({ options, search }) => {
        const text = search.trim()
        return options.filter(
          (option) =>
            'value' in option &&
            (option.label.includes(text) ||
              initials.get(option.value)?.startsWith(text.toUpperCase())),
        )
      }}
    />
  )
}
