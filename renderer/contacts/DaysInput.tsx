import { TextInput, type TextInputProps } from '@mantine/core'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import { readDayEntry } from '@shared/domain/contacts/day-entry'

interface DaysInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value?: string
  onChange?: (typed: string) => void
  today: Day
}

/** `2026年11月3日` without the year where it is this one. */
function spoken(date: PartialDate, today: Day): string {
  return formatPartialDate(date).replace(`${today.slice(0, 4)}年`, '') || formatPartialDate(date)
}

/** The date cell: several days side by side, read back below as they will be recorded. */
export function DaysInput(props: DaysInputProps): React.ReactElement {
  const { value = '', onChange, today, error, autoFocus, ...rest } = props
  const { dates, problems } = readDayEntry(value, today)
  const read = dates.map((date) => spoken(date, today)).join('、')
  const trouble = problems.map(({ text, message }) => `${text}：${message}`).join('；')
  return (
    <TextInput
      {...rest}
      data-autofocus={autoFocus || undefined}
      label="日期"
      required
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      placeholder="3 10 17、昨、-1、10.5"
      description={
        read
          ? `将登记：${read}${dates.length > 1 ? `，共 ${dates.length} 天` : ''}`
          : '几天可以写在一起，中间空格：3 10 17 是本月三天，昨、-1 是前一天，10.5 是 10 月 5 日'
      }
      error={error ?? (trouble || undefined)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}
