import { Button, Checkbox, Skeleton, Stack, Text, Tooltip } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ErrorPanel } from './ErrorPanel'
import { listPlaces } from './list-state'
import { useLargeType } from './preferences'
import { isRowStop, stepInRow } from './row-stops'
import { useDelayed } from './useDelayed'
import classes from './DataTable.module.css'
import { gridWidths, nextSort, sortRows, type Column, type Sort } from './table-columns'
import type { StateKind } from './StateMark'

export type { Column, Sort } from './table-columns'
export type RowKey = string | number

interface DataTableProps<Row> {
  /** What the list holds, for screen readers: 关爱对象. */
  label: string
  columns: Column<Row>[]
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => RowKey
  /** Enter or double click; also a single click where there is no `onPeek`. */
  onOpen?: (row: Row) => void
  /** A quick look: the row became the active one by click or by Space without selection. */
  onPeek?: (row: Row) => void
  selection?: { selected: ReadonlySet<RowKey>; onChange: (selected: Set<RowKey>) => void }
  /** The row the arrows stand on, where the screen beside the table must know it. */
  active?: { key: RowKey | null; onChange: (key: RowKey) => void }
  /** Left edge of the row, for the states of screens.md. */
  rowState?: (row: Row) => StateKind | undefined
  /** Given together when the sort lives in the address. */
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** The rows come sorted (and perhaps cut into pages) from the core. */
  sortedByCore?: boolean
  /** Called when the end comes into sight, to fetch the next page. */
  onNearEnd?: () => void
  error?: unknown
  onRetry?: () => void
  empty: { title: string; hint?: string; action?: { label: string; onClick: () => void } }
}

const checkWidth = 2.5 // rem
const rowHeights = { normal: 36, large: 44 } // px, see screens.md

/**
 * The one table of the program: virtual rows, keyboard, sort, selection; it returns to where it
 * was left. ↑↓ PgUp PgDn Home End move, Enter opens, Space selects, Ctrl+A selects all.
 */
export function DataTable<Row>(props: DataTableProps<Row>): React.ReactElement {
  const { columns, rowKey, selection } = props
  const [ownSort, setOwnSort] = useState<Sort>('')
  const sort = props.sort ?? ownSort
  const setSort = props.onSort ?? setOwnSort

  const rows = useMemo(
    () => (props.sortedByCore ? (props.rows ?? []) : sortRows(props.rows ?? [], columns, sort)),
    [props.rows, props.sortedByCore, columns, sort],
  )
  const hasChecks = selection !== undefined
  const { template, least } = useMemo(
    () => gridWidths(columns, rows, hasChecks ? checkWidth : 0),
    [columns, rows, hasChecks],
  )

  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useLargeType() ? rowHeights.large : rowHeights.normal
  // oxlint-disable-next-line react/incompatible-library -- its methods read live sizes; none is memoized here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Half a dozen more than are seen: every row drawn at the opening holds the window longer.
    overscan: 6,
    // The header is sticky inside the scroller and hides this much of its top.
    scrollPaddingStart: rowHeight,
    paddingStart: rowHeight,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight])

  const hasRows = rows.length > 0
  const [placeKey, setPlaceKey] = usePlace(scroller, hasRows)
  const activeKey = props.active ? props.active.key : placeKey
  const setActiveKey = props.active?.onChange ?? setPlaceKey
  useEffect(() => {
    // A list that opens is ready for the arrows, unless the clerk is already typing somewhere.
    if (hasRows && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  }, [hasRows])
  const activeIndex = useMemo(
    () => (activeKey === null ? -1 : rows.findIndex((row) => rowKey(row) === activeKey)),
    [rows, rowKey, activeKey],
  )

  const given = props.active !== undefined
  useEffect(() => {
    if (given && activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [given, virtual, activeIndex])

  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const { onNearEnd } = props
  useEffect(() => {
    if (onNearEnd && rows.length > 0 && lastShown >= rows.length - 20) onNearEnd()
  }, [onNearEnd, lastShown, rows.length])

  const moveTo = (index: number): void => {
    const target = Math.min(Math.max(index, 0), rows.length - 1)
    const row = rows[target]
    if (row === undefined) return
    setActiveKey(rowKey(row))
    virtual.scrollToIndex(target, { align: 'auto' })
  }

  const toggle = (row: Row): void => {
    if (!selection) return
    const selected = new Set(selection.selected)
    const key = rowKey(row)
    if (!selected.delete(key)) selected.add(key)
    selection.onChange(selected)
  }

  const selectAll = (all: boolean): void =>
    selection?.onChange(new Set(all ? rows.map((row) => rowKey(row)) : []))

  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>): void => {
    const inRow = isRowStop(event.target)
    if ((event.target !== event.currentTarget && !inRow) || event.altKey) return
    if (stepInRow(event, event.currentTarget)) return
    // Enter and Space are the link's own.
    if (inRow && (event.key === 'Enter' || event.key === ' ')) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const active = rows[activeIndex]
    const steps: Record<string, () => void> = {
      ArrowDown: () => moveTo(activeIndex + 1),
      ArrowUp: () => moveTo(activeIndex < 0 ? 0 : activeIndex - 1),
      PageDown: () => moveTo(activeIndex + page),
      PageUp: () => moveTo(activeIndex - page),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      Enter: () => active !== undefined && props.onOpen?.(active),
      ' ': () => active !== undefined && (selection ? toggle(active) : props.onPeek?.(active)),
    }
    const selectsAll = event.ctrlKey && event.key.toLowerCase() === 'a' && selection
    const step = selectsAll ? () => selectAll(true) : steps[event.key]
    if (!step || (event.ctrlKey && !selectsAll)) return
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
    step()
  }

  const loading = props.rows === undefined && props.error == null
  const allSelected = rows.length > 0 && rows.every((row) => selection?.selected.has(rowKey(row)))
  if (props.error != null)
    return (
      <div className={classes.notice}>
        <ErrorPanel error={props.error} onRetry={props.onRetry} title="列表没有读出来" />
      </div>
    )
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-busy={loading}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={activeIndex >= 0 ? `row-${activeKey}` : undefined}
      onKeyDown={onKeyDown}
      data-data-table
    >
      <div className={classes.body} style={{ height: virtual.getTotalSize(), minWidth: least }}>
        <div
          className={classes.header}
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template }}
        >
          {selection && (
            <span role="columnheader" className={classes.check}>
              <Checkbox
                tabIndex={-1}
                aria-label="全选"
                checked={allSelected}
                indeterminate={!allSelected && selection.selected.size > 0}
                onChange={(event) => selectAll(event.currentTarget.checked)}
              />
            </span>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={setSort} />
          ))}
        </div>
        {items.map((item) => {
          const row = rows[item.index]!
          const key = rowKey(row)
          return (
            <div
              key={key}
              id={`row-${key}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selection ? selection.selected.has(key) : item.index === activeIndex}
              className={classes.row}
              data-active={item.index === activeIndex || undefined}
              data-state={props.rowState?.(row)}
              style={{
                gridTemplateColumns: template,
                height: item.size,
                transform: `translateY(${item.start}px)`,
              }}
              onClick={() => {
                setActiveKey(key)
                ;(props.onPeek ?? props.onOpen)?.(row)
              }}
              onDoubleClick={() => props.onPeek && props.onOpen?.(row)}
            >
              {selection && (
                <span
                  role="gridcell"
                  className={classes.check}
                  onClick={(event) => event.stopPropagation()}
                >
                  <Checkbox
                    tabIndex={-1}
                    aria-label="选择这一行"
                    checked={selection.selected.has(key)}
                    onChange={() => {
                      toggle(row)
                      // The arrows go on from here.
                      setActiveKey(key)
                      scroller.current?.focus()
                    }}
                  />
                </span>
              )}
              {columns.map((column) => (
                <span
                  key={column.key}
                  role="gridcell"
                  className={classes.cell}
                  data-align={column.align}
                  data-whole={column.whole || undefined}
                >
                  {column.cell ? column.cell(row) : column.text?.(row)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
      {loading && <LoadingRows />}
      {!loading && rows.length === 0 && <EmptyState {...props.empty} />}
    </div>
  )
}

interface HeaderCellProps<Row> {
  column: Column<Row>
  sort: Sort
  onSort: (sort: Sort) => void
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>): React.ReactElement {
  const direction = sort === column.key ? 'up' : sort === `-${column.key}` ? 'down' : undefined
  const words = <span className={column.hint ? classes.hinted : undefined}>{column.title}</span>
  const title = column.hint ? <Tooltip label={column.hint}>{words}</Tooltip> : words
  return (
    <span
      role="columnheader"
      className={classes.cell}
      data-align={column.align}
      aria-sort={direction && (direction === 'up' ? 'ascending' : 'descending')}
    >
      {column.sortBy ? (
        <button
          type="button"
          tabIndex={-1}
          className={classes.sorter}
          onClick={() => onSort(nextSort(sort, column.key))}
        >
          {title}
          <span className={classes.arrow} aria-hidden>
            {direction === 'up' ? '↑' : direction === 'down' ? '↓' : ''}
          </span>
        </button>
      ) : (
        title
      )}
    </span>
  )
}

/** Restores scroll and active row once rows are there; keeps both while the clerk moves about. */
function usePlace(
  scroller: React.RefObject<HTMLDivElement | null>,
  hasRows: boolean,
): [RowKey | null, (key: RowKey | null) => void] {
  const [path] = useLocation()
  const search = useSearch()
  const list = search ? `${path}?${search}` : path
  const [activeKey, setActiveKey] = useState<RowKey | null>(
    () => listPlaces.recall(list)?.activeKey ?? null,
  )
  const restoredFor = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (!hasRows || restoredFor.current === list) return
    // A changed filter or sort starts at the top, unless this very list was left before.
    restoredFor.current = list
    scroller.current?.scrollTo({ top: listPlaces.recall(list)?.scrollTop ?? 0 })
  }, [scroller, hasRows, list])

  useEffect(() => {
    const element = scroller.current
    if (!element || !hasRows) return
    const keep = (): void => listPlaces.keep(list, { scrollTop: element.scrollTop, activeKey })
    keep()
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [scroller, hasRows, list, activeKey])

  return [activeKey, setActiveKey]
}

function LoadingRows(): React.ReactElement | null {
  if (!useDelayed(200)) return null
  return (
    <Stack gap={14} p="md" aria-hidden>
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton key={index} height={14} width={`${88 - ((index * 17) % 30)}%`} animate={false} />
      ))}
    </Stack>
  )
}

type EmptyStateProps = DataTableProps<unknown>['empty']

export function EmptyState({ title, hint, action }: EmptyStateProps): React.ReactElement {
  return (
    <Stack className={classes.empty} align="center" gap="xs">
      <Text fw={600}>{title}</Text>
      {hint && (
        <Text c="dimmed" ta="center" maw={440}>
          {hint}
        </Text>
      )}
      {action && (
        <Button mt="xs" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </Stack>
  )
}
