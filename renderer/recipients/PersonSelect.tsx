import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useQueryOp } from '../api'

interface PersonSelectProps extends Pick<SelectProps, 'label' | 'required' | 'error'> {
  value: number | null
  onChange: (id: number | null) => void
  /** Who cannot be chosen. */
  except?: number
  'data-autofocus'?: boolean
}

/** Picks a person on file by name, pinyin or initials. */
export function PersonSelect({ value, onChange, except, ...rest }: PersonSelectProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 80)
  const found = useQueryOp('recipients.lookup', { text: asked }, { enabled: asked !== '' })
  const chosen = useQueryOp('recipients.file', { id: value ?? 0 }, { enabled: value !== null })
  const candidates = (asked === '' ? [] : (found.data ?? [])).filter(({ id }) => id !== except)
  const data = candidates.map((one) => ({
    value: String(one.id),
    label: [one.name, one.age, one.villageName + one.villageGroupName].filter(Boolean).join(' · '),
  }))
  if (value !== null && chosen.data && !candidates.some(({ id }) => id === value)) {
    data.push({ value: String(value), label: chosen.data.facts.name })
  }
  return (
    <Select
      {...rest}
      searchable
      clearable
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      searchValue={text}
      onSearchChange={setText}
      data={data}
      filter={({ options }) => options}
      placeholder="姓名或拼音首字母"
      nothingFoundMessage={asked === '' ? '输入姓名或首字母' : '没有这位在册对象'}
    />
  )
}
