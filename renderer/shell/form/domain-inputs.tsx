import type { TextInputProps } from '@mantine/core'
import { formatPartialDate, isComplete, isPartialDate } from '@shared/domain/calendar/partial-date'
import { readPartialDate } from '@shared/domain/calendar/read-partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { readResidentId, type ResidentIdReading } from '@shared/domain/identity/resident-id'
import { genderLabel } from '@shared/domain/vocabulary'
import { formatDay } from '../format'
import { useSession } from '../session'
import { ParsedTextInput, type Parsed } from './inputs'

type FieldProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value?: string
  onChange?: (value: string) => void
}

type DateInputProps = FieldProps & {
  /** The last day that makes sense; today for births and visits. */
  notAfter?: Day
}

function readDate(typed: string, notAfter: Day | undefined, whole: boolean): Parsed {
  const reading = readPartialDate(typed, { notAfter, monthDay: true })
  switch (reading.state) {
    case 'ok':
      if (whole && !isComplete(reading.date)) return { error: '请写到哪一天，如 2026-11-21' }
      return { value: reading.date, note: reading.note }
    case 'lunar':
      return { error: `${reading.text} 是农历，这里请写公历；农历生日另有一栏` }
    case 'invalid':
      return { error: reading.message }
    case 'missing':
      return { value: '' }
  }
}

/** A yearless date is stored as `--11-03`, which nobody should have to read. */
function shownDate(value: string | undefined): string {
  if (!value?.startsWith('--')) return value ?? ''
  return isPartialDate(value) ? formatPartialDate(value) : value
}

/** A date as far as it is known: 1934-12-21, 1934年12月, 1934, 11月3日 and the other spellings. */
export function PartialDateInput({ notAfter, value, ...rest }: DateInputProps): React.ReactElement {
  return (
    <ParsedTextInput
      placeholder="如 1934-12-21，只知道年份就写 1934"
      {...rest}
      value={shownDate(value)}
      parse={(typed) => readDate(typed, notAfter, false)}
    />
  )
}

/** A whole day, in any of the same spellings. */
export function DayInput({ notAfter, value, ...rest }: DateInputProps): React.ReactElement {
  return (
    <ParsedTextInput {...rest} value={value} parse={(typed) => readDate(typed, notAfter, true)} />
  )
}

type IdNumberInputProps = FieldProps & {
  /** Lets the form take over birth and gender, or offer to keep a wrong check character. */
  onRead?: (reading: ResidentIdReading) => void
}

/** 身份证号: cleaned on leaving, with birth and gender read back so that a slip is seen at once. */
export function IdNumberInput({ onRead, ...rest }: IdNumberInputProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const parse = (typed: string): Parsed => {
    const reading = readResidentId(typed, today)
    onRead?.(reading)
    switch (reading.state) {
      case 'valid': {
        const facts = `${genderLabel[reading.gender]}，${formatDay(reading.birthDay)} 出生`
        return { value: reading.id, note: [facts, reading.warning].filter(Boolean).join('；') }
      }
      case 'invalid': {
        const guess = reading.couldBe && `，会不会是 ${reading.couldBe}？`
        return { error: reading.message + (guess ?? '') }
      }
      case 'missing':
        return { value: '' }
    }
  }
  return <ParsedTextInput spellCheck={false} autoComplete="off" {...rest} parse={parse} />
}
