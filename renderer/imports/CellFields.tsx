import { Collapse, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ImportRow, SheetSummary } from '@shared/contract/imports'
import { fieldLabel } from '@shared/domain/imports/fields'
import { useCommandOp, useQueryOp } from '../api'
import { wordsOf } from '../shell/notify'
import { openStates } from './row-states'
import classes from './CellFields.module.css'

interface CellFieldsProps {
  importId: string
  row: ImportRow
  columns: SheetSummary['columns']
  /** After a cell was mended and the row needs nothing more. */
  onDone: () => void
}

/** The cells of a row, those with a problem on top with its words; each can be written anew. */
export function CellFields(props: CellFieldsProps): React.ReactElement {
  const { importId, row, columns, onDone } = props
  const { sheet } = row
  const cells = useQueryOp('imports.cells', { importId, sheet, row: row.row })
  const [open, setOpen] = useState(false)
  const loose = row.problems.filter(({ column }) => column === null)
  const wrong = new Set(row.problems.flatMap(({ column }) => column ?? []))
  const shown = columns.filter(({ field }) => field !== null)
  const cell = (column: SheetSummary['columns'][number]): React.ReactElement | null => {
    const found = cells.data?.cells.find((one) => one.column === column.column)
    if (!found || cells.isPlaceholderData) return null
    return (
      <CellField
        key={`${column.column} ${found.text}`}
        importId={importId}
        row={row}
        column={column}
        text={found.text}
        mended={found.mended}
        onDone={onDone}
      />
    )
  }
  return (
    <section className={classes.cells} aria-label="这一行的格" data-cells>
      {loose.map(({ code, message, blocking }) => (
        <Text key={code + message} size="sm" c={blocking ? 'var(--overdue)' : 'var(--ink-soft)'}>
          {blocking ? '▲ ' : ''}
          {message}
        </Text>
      ))}
      {shown.filter(({ column }) => wrong.has(column)).map(cell)}
      <UnstyledButton className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
        {wrong.size > 0 ? '这一行其余的格' : '这一行的各格'}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        <div className={classes.rest}>
          {open && shown.filter(({ column }) => !wrong.has(column)).map(cell)}
        </div>
      </Collapse>
    </section>
  )
}

interface CellFieldProps {
  importId: string
  row: ImportRow
  column: SheetSummary['columns'][number]
  text: string
  mended: boolean
  onDone: () => void
}

function CellField(props: CellFieldProps): React.ReactElement {
  const { importId, row, column, text, mended, onDone } = props
  const fix = useCommandOp('imports.fixCell')
  const [typed, setTyped] = useState(text)
  // Esc leaves the field, and leaving saves: not what was just given up.
  const givenUp = useRef(false)
  const problems = row.problems.filter((one) => one.column === column.column)
  const save = async (): Promise<boolean> => {
    if (typed === text) return false
    const { row: after } = await fix.mutateAsync({
      importId,
      sheet: row.sheet,
      row: row.row,
      column: column.column,
      text: typed,
    })
    return !openStates.includes(after.state)
  }
  const words = [
    ...problems.map(({ message }) => message),
    ...(fix.error ? [wordsOf(fix.error)] : []),
  ]
  const blocking = fix.error !== null || problems.some((one) => one.blocking)
  return (
    <TextInput
      label={column.field && fieldLabel[column.field]}
      description={[
        column.title && `列头“${[column.group, column.title].filter(Boolean).join(' ')}”`,
        mended && '✓ 已改，原文件没有动',
        !blocking && words.join('；'),
      ]
        .filter(Boolean)
        .join('；')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={blocking ? words.join('；') : undefined}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (!givenUp.current) void save().catch(() => {})
        givenUp.current = false
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          givenUp.current = true
          setTyped(text)
        }
        if (event.key === 'Enter')
          void save()
            .then((done) => done && onDone())
            .catch(() => {})
      }}
    />
  )
}
