import { Combobox, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import { call, useQueryOp, type OutputOf } from '../api'
import { markOf } from '../contacts/standing-words'
import { useFocused } from '../grid/cells'
import gridClasses from '../grid/EntryGrid.module.css'
import { StateMark } from '../shell/StateMark'
import type { GridPerson } from './visit-lines'
import classes from './visit-entry.module.css'

type Candidate = OutputOf<'recipients.lookup'>[number]

interface PersonCellProps {
  label: string
  person: GridPerson | null
  onPick: (person: GridPerson) => void
  onClear: () => void
}

const pause = 80 // milliseconds of rest before the core is asked

export function personOfCandidate(candidate: Candidate): GridPerson {
  const { id, name, age, villageName, villageGroupName, standing, housemates } = candidate
  return { id, name, age, place: villageName + villageGroupName, standing, housemates }
}

/** Somebody by two or three letters: the first candidate is taken with Enter or Tab. */
export function PersonCell(props: PersonCellProps): React.ReactElement {
  const { label, person, onPick, onClear } = props
  const [text, setText] = useState<string | null>(null)
  const typed = (text ?? '').trim()
  const [asked] = useDebouncedValue(typed, pause)
  const input = useFocused()
  const combobox = useCombobox()
  const found = useQueryOp('recipients.lookup', { text: asked }, { enabled: asked !== '' })
  const candidates = typed === '' || asked === '' ? [] : (found.data ?? [])
  const answered = asked === typed && found.isSuccess && !found.isPlaceholderData

  const ids = candidates.map(({ id }) => id).join(' ')
  const onAnswer = useEffectEvent(() => combobox.selectFirstOption())
  useEffect(() => {
    if (answered && ids !== '') onAnswer()
  }, [answered, ids])

  /** Enter or Tab pressed before the list came: the first answer is what the list would show. */
  const hurry = async (): Promise<void> => {
    const [first] = await call('recipients.lookup', { text: typed }).catch(() => [])
    if (first) onPick(personOfCandidate(first))
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    if (text === '' && person && event.key === 'Backspace') return onClear()
    if (typed === '' || (event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey) return
    event.preventDefault()
    const at = combobox.getSelectedOptionIndex()
    const chosen = answered ? (candidates[at] ?? candidates[0]) : undefined
    if (chosen) onPick(personOfCandidate(chosen))
    else void hurry()
  }
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width="max-content"
      onOptionSubmit={(id) => {
        const chosen = candidates.find((one) => String(one.id) === id)
        if (chosen) onPick(personOfCandidate(chosen))
      }}
    >
      <Combobox.Target withKeyboardNavigation={typed !== ''}>
        <input
          ref={input}
          className={gridClasses.input}
          aria-label={label}
          placeholder="拼音首字母，如 YCCX"
          value={text ?? person?.name ?? ''}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onKeyDownCapture={onKeyDown}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === ''}>
        <Combobox.Options>
          {candidates.map((candidate) => (
            <Combobox.Option
              key={candidate.id}
              value={String(candidate.id)}
              className={classes.candidate}
            >
              {candidate.name}{' '}
              <small>
                {[
                  candidate.age,
                  candidate.villageName,
                  candidate.villageGroupName,
                  candidate.idTail,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>{' '}
              <Standing of={candidate.standing} />
            </Combobox.Option>
          ))}
          {candidates.length === 0 && answered && (
            <Combobox.Empty>没有叫“{typed}”的在册对象</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** ▲ 逾期 or ● 到期; nothing where nothing is owed. */
export function Standing({ of }: { of: GridPerson['standing'] }): React.ReactElement | null {
  const mark = of === 'due' || of === 'overdue' ? markOf(of) : undefined
  return mark ? <StateMark state={mark} /> : null
}
