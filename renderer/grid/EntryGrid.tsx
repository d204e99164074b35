import { Tooltip } from '@mantine/core'
import { moveFrom, startOf, type Cell, type GridShape, type Move } from './moves'
import classes from './EntryGrid.module.css'

/** What an editor is given while its cell is the active one. */
export interface CellEditing<Line> {
  line: Line
  /** Said to screen readers: 第 3 行 日期. */
  label: string
  change: (patch: Partial<Line>) => void
  /** Leaves the cell, with a change made in the same stroke; also straight to a column of the line. */
  leave: (to: Move | { column: string }, by?: Partial<Line>) => void
}

export interface GridColumn<Line> {
  key: string
  title: string
  /** The keys of the column, shown on its head. */
  hint?: string
  /** Width in px at normal type; grows with the large-type switch unless `grow` is given. */
  width: number
  /** Share of the width left over. */
  grow?: number
  align?: 'center'
  /** The cell as it stands while another one is typed into. */
  show: (line: Line) => React.ReactNode
  /** The cell while it is the active one; a column without is only read. */
  edit?: (editing: CellEditing<Line>) => React.ReactElement
  isEmpty: (line: Line) => boolean
  /** May stay empty: Enter goes on to the next line from here. */
  optional?: boolean
  /** Cannot be typed into on this line. */
  closed?: (line: Line) => boolean
  /** What is wrong with it, in words, shown in the cell. */
  problem?: (line: Line) => string | undefined
}

interface EntryGridProps<Line> {
  /** What is entered, for screen readers. */
  label: string
  columns: readonly GridColumn<Line>[]
  lines: readonly Line[]
  lineKey: (line: Line) => string
  /** The active cell lives with the lines, so that a draft is reopened where it stood. */
  active: Cell
  onActive: (cell: Cell) => void
  onChange: (line: number, patch: Partial<Line>) => void
  /** A key went on below the last line. */
  onBeyond?: () => void
  /** Keys the screen has of its own; answers whether it took the key. */
  onKey?: (event: React.KeyboardEvent, cell: Cell) => boolean
  /** A line that is done with and only read. */
  isLocked?: (line: Line) => boolean
}

/** The lines as the keys see them. */
export function shapeOf<Line>(
  columns: readonly GridColumn<Line>[],
  lines: readonly Line[],
  isLocked: (line: Line) => boolean = () => false,
): GridShape {
  return {
    lines: lines.length,
    columns: columns.length,
    canEnter: ({ line, column }) => {
      const { edit, closed } = columns[column]!
      const one = lines[line]!
      return edit !== undefined && !isLocked(one) && !closed?.(one)
    },
    isEmpty: ({ line, column }) => columns[column]!.isEmpty(lines[line]!),
    isOptional: (column) => columns[column]!.optional ?? false,
  }
}

/**
 * A grid for typing without the mouse: one cell is always being edited. Tab and Shift+Tab go from
 * cell to cell, ↑ ↓ from line to line, Enter on to what comes next. What is wrong with a cell
 * stands in it, in words. The screen brings columns with their editors and keeps the lines.
 */
export function EntryGrid<Line>(props: EntryGridProps<Line>): React.ReactElement {
  const { label, columns, lines, lineKey, active, onActive, onChange, isLocked } = props
  const shape = shapeOf(columns, lines, isLocked)

  const go = (move: Move, within: GridShape = shape): void => {
    const to = moveFrom(within, active, move)
    if (to === 'beyond') props.onBeyond?.()
    else if (to) onActive(to)
  }

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const move = props.onKey?.(event, active) ? 'taken' : moveOfKey(event)
    if (move === null) return
    event.preventDefault()
    if (move !== 'taken') go(move)
  }

  const template = columns
    .map(({ width, grow }) => {
      // A growing column wraps its words: in large type it gives way before the grid has to scroll.
      return grow ? `minmax(${width}px, ${grow}fr)` : `${width / 16}rem`
    })
    .join(' ')
  const least = columns
    .map(({ width, grow }) => (grow ? `${width}px` : `${width / 16}rem`))
    .join(' + ')
  return (
    <div
      className={classes.grid}
      role="grid"
      aria-label={label}
      style={{ '--columns': template, '--least': `calc(${least})` } as React.CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head} role="row">
        {columns.map(({ key, title, hint, align }) => (
          <span key={key} role="columnheader" data-align={align}>
            {hint ? (
              <Tooltip label={hint}>
                <span className={classes.hinted}>{title}</span>
              </Tooltip>
            ) : (
              title
            )}
          </span>
        ))}
      </div>
      {lines.map((line, at) => (
        <div
          key={lineKey(line)}
          className={classes.line}
          role="row"
          data-current={at === active.line || undefined}
          data-locked={isLocked?.(line) || undefined}
        >
          {columns.map((column, number) => {
            const cell = { line: at, column: number }
            const isActive = at === active.line && number === active.column
            const trouble = column.problem?.(line)
            const canEnter = shape.canEnter(cell)
            return (
              <div
                key={column.key}
                role="gridcell"
                className={classes.cell}
                data-align={column.align}
                data-active={(isActive && canEnter) || undefined}
                data-open={canEnter || undefined}
                data-wrong={trouble ? true : undefined}
                onMouseDown={(event) => {
                  if (isActive || !canEnter) return
                  event.preventDefault()
                  onActive(cell)
                }}
              >
                {isActive && canEnter && column.edit
                  ? column.edit({
                      line,
                      label: `第 ${at + 1} 行 ${column.title}`,
                      change: (patch) => onChange(at, patch),
                      leave: (to, by = {}) => {
                        onChange(at, by)
                        if (typeof to === 'object') {
                          const wanted = columns.findIndex(({ key }) => key === to.column)
                          return onActive({ line: at, column: wanted })
                        }
                        const after = lines.with(at, { ...line, ...by })
                        go(to, shapeOf(columns, after, isLocked))
                      },
                    })
                  : column.show(line)}
                {trouble && <small className={classes.problem}>{trouble}</small>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** Where the first line that is not done with begins, looked for from line `from` on. */
export function firstCell<Line>(
  columns: readonly GridColumn<Line>[],
  lines: readonly Line[],
  isLocked?: (line: Line) => boolean,
  from = 0,
): Cell {
  const shape = shapeOf(columns, lines, isLocked)
  for (let line = from; line < lines.length; line += 1) {
    const start = startOf(shape, line)
    if (start) return start
  }
  return { line: 0, column: 0 }
}

function moveOfKey(event: React.KeyboardEvent): Move | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  switch (event.key) {
    case 'Tab':
      return event.shiftKey ? 'previous' : 'next'
    case 'Enter':
      return event.shiftKey ? 'up' : 'enter'
    case 'ArrowDown':
      return 'down'
    case 'ArrowUp':
      return 'up'
    case 'ArrowRight':
      return atEdge(event.target, 'end') ? 'next' : null
    case 'ArrowLeft':
      return atEdge(event.target, 'start') ? 'previous' : null
    default:
      return null
  }
}

/** Whether the caret cannot go further that way inside the field. */
function atEdge(target: EventTarget, edge: 'start' | 'end'): boolean {
  if (!(target instanceof HTMLInputElement) || target.readOnly) return true
  const { selectionStart, selectionEnd, value } = target
  if (selectionStart !== selectionEnd) return false
  return selectionStart === (edge === 'start' ? 0 : value.length)
}
