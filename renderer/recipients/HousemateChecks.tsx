import { Checkbox, Group } from '@mantine/core'
import type { OutputOf } from '../api'

interface HousemateChecksProps {
  household: readonly Pick<
    OutputOf<'recipients.file'>['household'][number],
    'id' | 'name' | 'age'
  >[]
  label: string
  /** Ids of those chosen. */
  value?: number[]
  onChange?: (ids: number[]) => void
  error?: React.ReactNode
}

/** For whom of the home an edit is to hold too; nothing to ask where somebody lives alone. */
export function HousemateChecks(props: HousemateChecksProps): React.ReactElement | null {
  const { household, label, value = [], onChange, error } = props
  if (household.length === 0) return null
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={value.map(String)}
      onChange={(ids) => onChange?.(ids.map(Number))}
    >
      <Group gap="lg" mt={6}>
        {household.map(({ id, name, age }) => (
          <Checkbox key={id} value={String(id)} label={[name, age].filter(Boolean).join(' ')} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
