import { ActionIcon, Button, Input, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { RegisterColumn } from '@shared/domain/registers/definition'
import { emptyRow, type TypedRow } from './field-values'
import classes from './registers.module.css'

interface TableInputProps {
  label: string
  columns: readonly RegisterColumn[]
  rows: readonly TypedRow[]
  onChange: (rows: TypedRow[]) => void
  error?: React.ReactNode
}

/** 明细表 of an entry: a line each, Enter in the last one begins the next. */
export function TableInput(props: TableInputProps): React.ReactElement {
  const { label, columns, rows, onChange, error } = props
  const add = (): void => onChange([...rows, emptyRow(columns)])
  const set = (at: number, code: string, value: string): void =>
    onChange(rows.map((row, line) => (line === at ? { ...row, [code]: value } : row)))
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <table className={classes.lines} aria-label={label}>
        {rows.length > 0 && (
          <thead>
            <tr>
              {columns.map(({ code, name, kind }) => (
                <th key={code} scope="col">
                  {kind === 'money' ? `${name}（元）` : name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            // Lines have no identity of their own; each input is controlled.
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.code}>
                  <CellInput
                    column={column}
                    label={`第 ${at + 1} 行${column.name}`}
                    value={row[column.code] ?? ''}
                    onChange={(value) => set(at, column.code, value)}
                    onEnter={at === rows.length - 1 ? add : undefined}
                  />
                </td>
              ))}
              <td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`去掉第 ${at + 1} 行`}
                  onClick={() => onChange(rows.filter((_, line) => line !== at))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
        加一行
      </Button>
    </Input.Wrapper>
  )
}

interface CellInputProps {
  column: RegisterColumn
  label: string
  value: string
  onChange: (value: string) => void
  onEnter?: () => void
}

function CellInput(props: CellInputProps): React.ReactElement {
  const { column, label, value, onChange, onEnter } = props
  const { kind, options } = column
  if (kind === 'choice' || kind === 'yesNo') {
    const offered =
      kind === 'yesNo'
        ? ['是', '否']
        : options
            .filter(({ code, retired }) => !retired || code === value)
            .map((option) => ({ value: option.code, label: option.label }))
    return (
      <NativeSelect
        aria-label={label}
        data={[{ value: '', label: '' }, ...offered]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      aria-label={label}
      value={value}
      inputMode={kind === 'number' || kind === 'money' ? 'decimal' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !onEnter) return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}
