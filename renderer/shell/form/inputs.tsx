import { ActionIcon, Button, Group, Select, Stack, TextInput, rem } from '@mantine/core'
import type { SelectProps, TextInputProps } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { readPhones } from '@shared/domain/identity/phone'
import { useState } from 'react'

interface DictionarySelectProps<Code extends string> extends Omit<
  SelectProps,
  'data' | 'value' | 'onChange' | 'defaultValue'
> {
  /** A label table of shared/domain/vocabulary. */
  labels: Readonly<Record<Code, string>>
  value?: Code | null
  onChange?: (value: Code | null) => void
}

/** Picks one word of a closed list; may be emptied again unless `required`. */
export function DictionarySelect<Code extends string>(
  props: DictionarySelectProps<Code>,
): React.ReactElement {
  const { labels, value = null, onChange, required, ...rest } = props
  const data = Object.entries<string>(labels).map(([code, label]) => ({ value: code, label }))
  return (
    <Select
      {...rest}
      required={required}
      data={data}
      value={value}
      onChange={(code) => onChange?.(code as Code | null)}
      clearable={!required}
      searchable={data.length > 8}
      nothingFoundMessage="没有这一项"
    />
  )
}

/** The clean value with a word on it, or why the text is not understood. */
export type Parsed = { value: string; note?: string } | { error: string }

interface ParsedTextInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value?: string
  onChange?: (value: string) => void
  /** Reads what was typed, when the field is left. */
  parse: (typed: string) => Parsed
}

/**
 * A field that understands several spellings: what was typed stays as typed while typing, and is
 * replaced by the clean value on leaving. What is not understood stays, with the reason below.
 */
export function ParsedTextInput(props: ParsedTextInputProps): React.ReactElement {
  const { value = '', onChange, parse, error, description, onBlur, ...rest } = props
  const [verdict, setVerdict] = useState<{ of: string; error?: string; note?: string }>()
  const current = verdict?.of === value ? verdict : undefined
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={(event) => {
        onBlur?.(event)
        if (!value.trim()) return setVerdict(undefined)
        const read = parse(value)
        if ('error' in read) return setVerdict({ of: value, error: read.error })
        setVerdict({ of: read.value, note: read.note })
        if (read.value !== value) onChange?.(read.value)
      }}
      error={error ?? current?.error}
      description={current?.note ?? description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}

/** One line of the phones: the first number it holds; 无 empties the line. */
function readPhone(typed: string): Parsed {
  const [reading, second] = readPhones(typed)
  if (second) return { error: '这里写一个号码，其他的请点“再加一个”' }
  if (!reading || reading.state === 'none') return { value: '' }
  return reading.state === 'valid'
    ? { value: reading.number, note: reading.note }
    : { error: reading.message }
}

const labelHeight = rem(26) // the first line carries the label above its field

interface PhonesInputProps {
  label: string
  value?: string[]
  onChange?: (value: string[]) => void
  /** Errors by position. */
  errors?: Record<number, string | undefined>
  /** What each number is, where that is asked: 手机, 办公室. */
  kinds?: { value: readonly string[]; onChange: (kinds: string[]) => void }
}

/** Several phone numbers, the first is called first; none at all is a valid answer. */
export function PhonesInput(props: PhonesInputProps): React.ReactElement {
  const { label, value = [], onChange, errors, kinds } = props
  const lines = value.length > 0 ? value : ['']
  const kindsOf = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => kinds?.value[at] ?? '')
  const set = (index: number, phone: string): void =>
    onChange?.(lines.map((line, at) => (at === index ? phone : line)))
  return (
    <Stack gap={6}>
      {lines.map((phone, index) => (
        <Group key={index} gap={6} align="flex-start" wrap="nowrap">
          <ParsedTextInput
            flex={1}
            label={index === 0 ? label : undefined}
            aria-label={`${label} ${index + 1}`}
            value={phone}
            inputMode="tel"
            onChange={(typed) => set(index, typed)}
            parse={readPhone}
            error={errors?.[index]}
          />
          {kinds && (
            <TextInput
              w={84}
              mt={index === 0 ? labelHeight : 0}
              aria-label={`第 ${index + 1} 个号码是什么`}
              placeholder="手机"
              value={kinds.value[index] ?? ''}
              maxLength={10}
              onChange={(event) =>
                kinds.onChange(kindsOf(lines.length).with(index, event.currentTarget.value))
              }
            />
          )}
          {lines.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              mt={index === 0 ? labelHeight : 0}
              aria-label="去掉这个号码"
              onClick={() => {
                onChange?.(lines.filter((_, at) => at !== index))
                kinds?.onChange(kindsOf(lines.length).filter((_, at) => at !== index))
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
          {index === lines.length - 1 && phone.trim() !== '' && (
            <Button
              variant="subtle"
              px={8}
              mt={index === 0 ? labelHeight : 0}
              leftSection={<IconPlus size={16} />}
              onClick={() => onChange?.([...lines, ''])}
            >
              再加一个
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  )
}
