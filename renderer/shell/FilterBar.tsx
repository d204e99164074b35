import { Combobox, TextInput, UnstyledButton, useCombobox } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { Children, useState, type ReactNode } from 'react'
import classes from './FilterBar.module.css'

interface FilterBarProps {
  children: ReactNode
  /** Shown when any condition is set. */
  onClear?: () => void
  /** What stands at the right end: a count, a sort. */
  end?: ReactNode
}

/** The filter as a sentence: 下河村 · 在册 · 留守 · 逾期. */
export function FilterBar({ children, onClear, end }: FilterBarProps): React.ReactElement {
  const parts = Children.toArray(children)
  return (
    <div className={classes.bar} role="search">
      {parts.map((part, index) => (
        <span key={index} className={classes.part}>
          {index > 0 && (
            <span className={classes.dot} aria-hidden>
              ·
            </span>
          )}
          {part}
        </span>
      ))}
      {onClear && (
        <button type="button" className={classes.clear} onClick={onClear}>
          清除条件
        </button>
      )}
      {end && <span className={classes.end}>{end}</span>}
    </div>
  )
}

interface FilterTextProps {
  value: string
  onChange: (value: string) => void
  placeholder: string
  /** A condition beside the list's main one, which alone has the key `/`. */
  own?: boolean
}

/** The search field of a list; `/` jumps here, Enter or ↓ goes on into the table. */
export function FilterText({
  value,
  onChange,
  placeholder,
  own,
}: FilterTextProps): React.ReactElement {
  const enterTable = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    document.querySelector<HTMLElement>('[data-data-table]')?.focus()
  }
  return (
    <TextInput
      data-filter-focus={own ? undefined : true}
      className={classes.text}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={enterTable}
      placeholder={own ? placeholder : `${placeholder}（/）`}
      aria-label={placeholder}
      leftSection={<IconSearch size={16} />}
    />
  )
}

interface FilterChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
  /** The words for "no condition", its value is ''. */
  all: string
}

const searchableFrom = 12 // options

/** One condition of the sentence: a word that opens its choices. */
export function FilterChoice(props: FilterChoiceProps): React.ReactElement {
  const { label, value, onChange, options, all } = props
  const [search, setSearch] = useState('')
  const searchable = options.length >= searchableFrom
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
      combobox.focusTarget()
    },
    onDropdownOpen: () => {
      if (searchable) combobox.focusSearchInput()
      combobox.updateSelectedOptionIndex('active')
    },
  })
  const shown = [{ value: '', label: all }, ...options].filter((option) =>
    option.label.includes(search.trim()),
  )
  return (
    <Combobox
      store={combobox}
      width="max-content"
      position="bottom-start"
      onOptionSubmit={(chosen) => {
        onChange(chosen)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={classes.choice}
          data-set={value !== '' || undefined}
          onClick={() => combobox.toggleDropdown()}
          aria-label={label}
        >
          {options.find((option) => option.value === value)?.label ?? all}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown miw={160}>
        {searchable && (
          <Combobox.Search
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            placeholder="输入名称"
          />
        )}
        <Combobox.Options mah={420} style={{ overflowY: 'auto' }}>
          {shown.map((option) => (
            <Combobox.Option
              key={option.value}
              value={option.value}
              active={option.value === value}
            >
              {option.label}
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>没有这一项</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
