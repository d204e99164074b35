import { Select } from '@mantine/core'
import { useMemo } from 'react'
import type { SheetSummary } from '@shared/contract/imports'
import { benefitColumns, type BenefitColumn } from '@shared/domain/imports/benefit-columns'
import {
  fieldLabel,
  fieldsOf,
  mayRepeat,
  subjectOf,
  type Field,
  type LedgerKind,
  type Subject,
} from '@shared/domain/imports/fields'
import { useQueryOp, type Job, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import classes from './SheetPicture.module.css'

interface SheetPictureProps {
  importId: string
  sheet: SheetSummary
  mapping: Job<'imports.setMapping'>
  remember: boolean
}

type Grid = OutputOf<'imports.grid'>
type SheetColumn = SheetSummary['columns'][number]

const shownRows = 60
const sureFrom = 0.8 // below, a clerk should look (see the contract)
const notImported = 'none'

const subjectLabel: Record<Subject, string> = {
  record: '登记',
  recipient: '本人',
  carer: '照料人',
  doctor: '家庭医生',
  child: '子女',
  guardian: '监护人',
  spouse: '配偶',
  father: '父亲',
  mother: '母亲',
  emergency: '紧急联系人',
  helper: '帮扶人',
  visitor: '走访人',
  pairing: '结对',
  contact: '走访',
  flag: '是或否的列',
  stranger: '其他人',
  supervisor: '责任链',
  firstResponsible: '责任链',
  ...(Object.fromEntries(benefitColumns.map((column) => [column, '待遇'])) as Record<
    BenefitColumn,
    string
  >),
}

/** The first rows as they stand in the file; above each column what it was taken for. */
export function SheetPicture(props: SheetPictureProps): React.ReactElement {
  const { importId, sheet, mapping, remember } = props
  const grid = useQueryOp('imports.grid', { importId, sheet: sheet.index, rows: shownRows })
  const busy = mapping.status === 'running'

  const choose = (column: number, field: Field | null): void => {
    // A fact that stands in one column only leaves the column that had it before.
    const given = field && !mayRepeat(field) ? field : null
    const before = sheet.columns.filter((one) => one.field === given && one.column !== column)
    void mapping.start({
      importId,
      sheet: sheet.index,
      remember,
      fields: [
        { column, field },
        ...(given ? before.map((one) => ({ column: one.column, field: null })) : []),
      ],
    })
  }

  if (grid.error) return <ErrorPanel error={grid.error} onRetry={() => void grid.refetch()} />
  if (!grid.data) return <div className={classes.scroller} aria-busy />
  const { rows, total } = grid.data
  const width = Math.max(
    ...rows.map((row) => row.length),
    ...sheet.columns.map(({ column }) => column + 1),
    1,
  )
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    meaning: sheet.columns.find((one) => one.column === column),
  }))
  const headerLast = sheet.header?.last ?? -1
  return (
    <div
      className={classes.scroller}
      tabIndex={0}
      role="region"
      aria-label={`${sheet.name}的前几行`}
      aria-busy={busy}
      data-left-out={(sheet.kind !== null && !sheet.included) || undefined}
    >
      <table className={classes.sheet}>
        <thead>
          <tr>
            <th className={classes.corner} />
            {columns.map(({ column, meaning }) => (
              <th key={column} scope="col" data-certainty={certaintyOf(meaning)}>
                {sheet.kind && meaning ? (
                  <MeaningSelect
                    kind={sheet.kind}
                    letter={letterOf(column)}
                    meaning={meaning}
                    disabled={busy}
                    onChange={(field) => choose(column, field)}
                  />
                ) : (
                  <span className={classes.letter}>{letterOf(column)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <PictureRows
            grid={grid.data}
            columns={columns}
            header={sheet.header}
            onPoint={(headerRow) =>
              void mapping.start({ importId, sheet: sheet.index, remember, headerRow })
            }
          />
        </tbody>
      </table>
      {total > rows.length && (
        <p className={classes.more}>
          共 {total} 行，这里只看前 {rows.length} 行
          {headerLast >= rows.length && `；表头在第 ${headerLast + 1} 行`}。
        </p>
      )}
    </div>
  )
}

type Certainty = 'sure' | 'unsure' | 'none'

function certaintyOf(meaning: SheetColumn | undefined): Certainty {
  if (!meaning?.field) return 'none'
  return meaning.confidence >= sureFrom ? 'sure' : 'unsure'
}

const certaintyWords: Record<Certainty, string> = {
  sure: '✓ 已认出',
  unsure: '● 请核对',
  none: '○ 不导入',
}

interface MeaningSelectProps {
  kind: LedgerKind
  letter: string
  meaning: SheetColumn
  disabled: boolean
  onChange: (field: Field | null) => void
}

function MeaningSelect(props: MeaningSelectProps): React.ReactElement {
  const { kind, letter, meaning, disabled, onChange } = props
  const options = useMemo(() => optionsOf(kind), [kind])
  return (
    <>
      <Select
        aria-label={`${letter} 列 ${meaning.title} 是`}
        classNames={{ input: classes.meaning, section: classes.arrow }}
        searchable
        // What stands there is replaced by typing, not written on.
        onFocus={(event) => event.currentTarget.select()}
        onClick={(event) => event.currentTarget.select()}
        disabled={disabled}
        data={options}
        value={meaning.field ?? notImported}
        onChange={(value) => onChange(value === notImported ? null : (value as Field))}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
        maxDropdownHeight={340}
        nothingFoundMessage="没有这一项"
      />
      <span className={classes.certainty}>{certaintyWords[certaintyOf(meaning)]}</span>
    </>
  )
}

function optionsOf(kind: LedgerKind): {
  group: string
  items: { value: string; label: string }[]
}[] {
  const fields = fieldsOf(kind)
  return [
    { group: '不要', items: [{ value: notImported, label: '（不导入这一列）' }] },
    ...[...new Set(fields.map(subjectOf))].map((subject) => ({
      group: subjectLabel[subject],
      items: fields
        .filter((field) => subjectOf(field) === subject)
        .map((field) => ({ value: field, label: fieldLabel[field] })),
    })),
  ]
}

interface PictureRowsProps {
  grid: Grid
  columns: { column: number; meaning: SheetColumn | undefined }[]
  header: SheetSummary['header']
  onPoint: (row: number) => void
}

function PictureRows({ grid, columns, header, onPoint }: PictureRowsProps): React.ReactElement {
  const { rows, merges } = grid
  const { spans, covered } = useMemo(() => spansOf(merges, rows.length), [merges, rows.length])
  const roleOf = (row: number): 'above' | 'header' | 'data' => {
    if (!header || row > header.last) return header ? 'data' : 'above'
    return row >= header.first ? 'header' : 'above'
  }
  return (
    <>
      {rows.map((cells, row) => (
        <tr key={row} data-role={roleOf(row)}>
          <th scope="row" className={classes.number}>
            {/* By keyboard the header row is typed above: sixty stops of the Tab key help nobody. */}
            <button
              type="button"
              tabIndex={-1}
              title={`第 ${row + 1} 行是表头`}
              onClick={() => onPoint(row)}
            >
              {row + 1}
            </button>
          </th>
          {columns.map(({ column, meaning }) => {
            const place = `${row}:${column}`
            if (covered.has(place)) return null
            const span = spans.get(place)
            return (
              <td
                key={column}
                rowSpan={span?.rows}
                colSpan={span?.columns}
                data-certainty={certaintyOf(meaning)}
                data-wide={(span && span.columns > 1) || undefined}
              >
                <span className={classes.text}>{cells[column] ?? ''}</span>
              </td>
            )
          })}
        </tr>
      ))}
    </>
  )
}

/** Merged ranges as the spans of an HTML table, cut at the last row shown. */
function spansOf(
  merges: Grid['merges'],
  shown: number,
): { spans: Map<string, { rows: number; columns: number }>; covered: Set<string> } {
  const spans = new Map<string, { rows: number; columns: number }>()
  const covered = new Set<string>()
  for (const { top, left, bottom, right } of merges) {
    const last = Math.min(bottom, shown - 1)
    spans.set(`${top}:${left}`, { rows: last - top + 1, columns: right - left + 1 })
    for (let row = top; row <= last; row++)
      for (let column = left; column <= right; column++)
        if (row !== top || column !== left) covered.add(`${row}:${column}`)
  }
  return { spans, covered }
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheets name columns. */
function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : letterOf(rest - 1) + letter
}
