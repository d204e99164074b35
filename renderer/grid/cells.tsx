import { useEffect, useRef } from 'react'
import classes from './EntryGrid.module.css'

interface TextCellProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength?: number
}

/** Free text; what was there is selected, so that typing replaces it. */
export function TextCell(props: TextCellProps): React.ReactElement {
  const { label, value, onChange, placeholder, maxLength } = props
  const input = useFocused()
  return (
    <input
      ref={input}
      className={classes.input}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface KeyCellProps<Value> {
  label: string
  /** The value in words. */
  shown: string
  /** What each key means; letters in either case. */
  keys: Readonly<Record<string, Value>>
  /** A key was pressed; the cell is left at once. */
  onPick: (value: Value) => void
  onClear: () => void
}

/**
 * One key is the whole answer. The field takes no text, so that a Chinese input method does not
 * swallow the letter.
 */
export function KeyCell<Value>(props: KeyCellProps<Value>): React.ReactElement {
  const { label, shown, keys, onPick, onClear } = props
  const input = useFocused()
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      return onClear()
    }
    const value = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (value === undefined) return
    event.preventDefault()
    onPick(value)
  }
  return (
    <input
      ref={input}
      className={classes.input}
      aria-label={label}
      readOnly
      value={shown}
      onKeyDown={onKeyDown}
    />
  )
}

/** The active cell has the focus, its text selected. */
export function useFocused(): React.RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return input
}
