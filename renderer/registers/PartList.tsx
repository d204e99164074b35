import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './registers.module.css'

interface PartListProps<Part extends { code: string }> {
  /** 栏目, 状态 … */
  noun: string
  parts: readonly Part[]
  nameOf: (part: Part) => string
  onChange: (parts: Part[]) => void
  /** A new part of this name, with a code never used. */
  create: (name: string) => Part
  /** The part as it is edited. */
  children: (part: Part, change: (patch: Partial<Part>) => void) => React.ReactNode
}

/** The parts of a definition in their order: renamed in place, moved, taken out, added by name. */
export function PartList<Part extends { code: string }>(
  props: PartListProps<Part>,
): React.ReactElement {
  const { noun, parts, nameOf, onChange, create, children } = props
  const [name, setName] = useState('')
  const add = (): void => {
    if (name.trim() === '') return
    onChange([...parts, create(name.trim())])
    setName('')
  }
  const swap = (at: number, other: number): void =>
    onChange(parts.with(at, parts[other]!).with(other, parts[at]!))
  return (
    <div>
      {parts.map((part, at) => (
        <section key={part.code} className={classes.part} aria-label={`${noun}${nameOf(part)}`}>
          <Group align="flex-start" wrap="nowrap" gap="sm">
            <div style={{ flex: 1, minWidth: 0 }}>
              {children(part, (patch) => onChange(parts.with(at, { ...part, ...patch })))}
            </div>
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === 0}
                aria-label={`上移${nameOf(part)}`}
                onClick={() => swap(at, at - 1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === parts.length - 1}
                aria-label={`下移${nameOf(part)}`}
                onClick={() => swap(at, at + 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`去掉${nameOf(part)}`}
                onClick={() => onChange(parts.filter((_, other) => other !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          </Group>
        </section>
      ))}
      <Group mt="sm" align="flex-end">
        <TextInput
          label={`新的${noun}`}
          placeholder="写名称，按回车"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          加{noun}
        </Button>
      </Group>
    </div>
  )
}
