import { Combobox, Pill, PillsInput, Text, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import { call, useQueryOp } from '../api'

export interface ChosenPerson {
  id: number
  name: string
}

interface PeoplePickerProps {
  value?: ChosenPerson[]
  onChange?: (people: ChosenPerson[]) => void
  label?: string
  description?: string
  error?: React.ReactNode
  autoFocus?: boolean
  /** False where there are other ways to answer. */
  required?: boolean
}

const pause = 80 // milliseconds of rest before the core is asked

/** Picks people by name, pinyin or initials: two letters and Enter; Backspace takes the last away. */
export function PeoplePicker(props: PeoplePickerProps): React.ReactElement {
  const {
    value = [],
    onChange,
    label = '关爱对象',
    description,
    error,
    autoFocus,
    required = true,
  } = props
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), pause)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useQueryOp('recipients.lookup', { text: asked }, { enabled: asked !== '' })
  const chosen = new Set(value.map(({ id }) => id))
  const candidates = asked === '' ? [] : (found.data ?? []).filter(({ id }) => !chosen.has(id))

  const add = (person: ChosenPerson): void => {
    onChange?.([...value, { id: person.id, name: person.name }])
    setText('')
    combobox.closeDropdown()
  }
  const choose = (id: string): void => {
    const candidate = candidates.find((one) => String(one.id) === id)
    if (candidate) add(candidate)
  }

  /** Enter pressed before the list came: taken at its word where the answer leaves no doubt. */
  const hurry = async (): Promise<void> => {
    const answers = await call('recipients.lookup', { text: text.trim() }).catch(() => [])
    const left = answers.filter(({ id }) => !chosen.has(id))
    if (left.length === 1) add(left[0]!)
  }

  const answered = asked === text.trim() && found.isSuccess && !found.isPlaceholderData
  const ids = candidates.map(({ id }) => id).join(' ')
  const onAnswer = useEffectEvent(() => combobox.selectFirstOption())
  useEffect(() => {
    if (answered && ids !== '') onAnswer()
  }, [answered, ids])

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start">
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={description}
          error={error}
          required={required}
          onClick={() => combobox.openDropdown()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        >
          <Pill.Group>
            {value.map((person) => (
              <Pill
                key={person.id}
                size="md"
                withRemoveButton
                onRemove={() => onChange?.(value.filter(({ id }) => id !== person.id))}
              >
                {person.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={text}
                autoFocus={autoFocus}
                data-autofocus={autoFocus || undefined}
                placeholder={value.length === 0 ? '姓名或拼音首字母，如 YCCX' : '再加一位'}
                aria-label={label}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  combobox.openDropdown()
                }}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && text.trim() !== '' && !answered) void hurry()
                  if (event.key !== 'Backspace' || text !== '' || value.length === 0) return
                  event.preventDefault()
                  onChange?.(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options>
          {candidates.map((person) => (
            <Combobox.Option key={person.id} value={String(person.id)}>
              {person.name}{' '}
              <Text component="span" size="xs" c="dimmed">
                {[person.age, person.villageName, person.villageGroupName, person.idTail]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Combobox.Option>
          ))}
          {candidates.length === 0 && found.isSuccess && (
            <Combobox.Empty>没有叫“{text.trim()}”的在册对象</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
