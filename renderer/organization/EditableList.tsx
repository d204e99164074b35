import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import classes from './EditableList.module.css'

export interface EditableColumn<Row> {
  key: keyof Row & string
  title: string
  /** Share of the width. */
  grow: number
  placeholder?: string
}

interface EditableListProps<Row> {
  label: string
  columns: EditableColumn<Row>[]
  rows: Row[]
  newRow: Row
  onChange: (rows: Row[]) => void
  /** `2.name` → what is wrong with it. */
  errors?: Record<string, string>
  addLabel: string
}

/** A short list typed like a table: add, move up, take away; saved as a whole. */
export function EditableList<Row extends { [Key in keyof Row]: unknown }>(
  props: EditableListProps<Row>,
): React.ReactElement {
  const { label, columns, rows, newRow, onChange, errors = {}, addLabel } = props
  const template = `${columns.map(({ grow }) => `${grow}fr`).join(' ')} 4.5rem`
  const set = (at: number, key: string, value: string): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)))
  const moveUp = (at: number): void => {
    const next = [...rows]
    next.splice(at - 1, 2, rows[at]!, rows[at - 1]!)
    onChange(next)
  }
  return (
    <div role="table" aria-label={label}>
      {rows.length > 0 && (
        <div role="row" className={classes.head} style={{ gridTemplateColumns: template }}>
          {columns.map(({ key, title }) => (
            <span key={key} role="columnheader">
              {title}
            </span>
          ))}
        </div>
      )}
      {rows.map((row, at) => (
        <div key={at} role="row" className={classes.row} style={{ gridTemplateColumns: template }}>
          {columns.map(({ key, title, placeholder }) => (
            <TextInput
              key={key}
              aria-label={`${title} ${at + 1}`}
              placeholder={placeholder}
              value={(row[key] as string | null) ?? ''}
              onChange={(event) => set(at, key, event.currentTarget.value)}
              error={errors[`${at}.${key}`]}
            />
          ))}
          <Group gap={2} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`第 ${at + 1} 行上移`}
              disabled={at === 0}
              onClick={() => moveUp(at)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`去掉第 ${at + 1} 行`}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        </div>
      ))}
      <Button
        variant="subtle"
        px={8}
        mt={4}
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...rows, newRow])}
      >
        {addLabel}
      </Button>
    </div>
  )
}
