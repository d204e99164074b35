import { Anchor, Button, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'wouter'
import { findingMachine } from '@shared/domain/inspections/machine'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { EntryGrid, firstCell } from '../grid/EntryGrid'
import type { Cell } from '../grid/moves'
import { CaseState } from '../ledgers/case-state'
import { ErrorPanel } from '../shell/ErrorPanel'
import { DayInput } from '../shell/form/domain-inputs'
import { useDraft } from '../shell/form/useDraft'
import { formatInstant } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMayForTownship, useSession } from '../shell/session'
import classes from '../visit-sheets/visit-entry.module.css'
import { columnKeys, sheetColumns } from './sheet-columns'
import { entryOf, extraLine, linesOf, problemOf, type Sheet, type SheetLine } from './sheet-lines'

/** 录入督查表: the sheet of one village typed in the order in which it is printed. */
export function InspectionSheetPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const sheet = useQueryOp('inspections.sheet', { id })
  const standards = useQueryOp('inspections.standards', {})
  const error = sheet.error ?? standards.error
  const today = useSession().data?.today
  if (error || sheet.data?.id !== id || !standards.data || today === undefined) {
    return (
      <Page title="督查表" parent="/inspections">
        {error && (
          <ErrorPanel
            error={error}
            onRetry={() => void sheet.refetch()}
            title="这张督查表没有打开"
          />
        )}
      </Page>
    )
  }
  const { revision } = sheet.data
  return (
    <SheetEntry
      key={`${id} ${revision}`}
      sheet={sheet.data}
      days={standards.data.days}
      today={today}
    />
  )
}

interface SheetEntryProps {
  sheet: Sheet
  days: OutputOf<'inspections.standards'>['days']
  today: string
}

interface Typed {
  visitedOn: string
  inspectors: string
  present: string
  note: string
  lines: SheetLine[]
  active: Cell | null
}

function SheetEntry({ sheet, days, today }: SheetEntryProps): React.ReactElement {
  const { id, revision, inspectionId } = sheet
  const mayWrite = useMayForTownship('organization.write')
  const enter = useCommandOp('inspections.enterSheet')
  const [typed, setTyped] = useState<Typed>(() => ({
    visitedOn: sheet.visitedOn ?? (sheet.from > today ? '' : today),
    inspectors: sheet.inspectors ?? '',
    present: sheet.present ?? '',
    note: sheet.note ?? '',
    lines: linesOf(sheet, []),
    active: null,
  }))
  const [isTouched, setTouched] = useState(false)
  const { lines, visitedOn } = typed
  const columns = useMemo(() => sheetColumns(visitedOn, days), [visitedOn, days])
  const isLocked = (): boolean => !mayWrite
  const active = typed.active ?? firstCell(columns, lines, isLocked)
  const draft = useDraft<Typed>(`inspection-sheet:${id}:${revision}`, {
    values: typed,
    setValues: (kept) => {
      setTouched(true)
      setTyped((now) => ({ ...now, ...kept, lines: linesOf(sheet, kept.lines ?? []) }))
    },
    isDirty: () => isTouched,
  })
  const set = (patch: Partial<Typed>): void => {
    if (Object.keys(patch).some((key) => key !== 'active')) setTouched(true)
    setTyped((now) => ({ ...now, ...patch }))
  }
  const change = (work: (lines: SheetLine[]) => SheetLine[]): void => {
    setTouched(true)
    setTyped((now) => ({ ...now, lines: work(now.lines) }))
  }
  const register = async (): Promise<void> => {
    const wrong = lines.find(
      (line) => problemOf(line, 'content', visitedOn) ?? problemOf(line, 'due', visitedOn),
    )
    if (wrong) {
      const column = problemOf(wrong, 'content', visitedOn) ? 'content' : 'due'
      return set({
        active: {
          line: lines.indexOf(wrong),
          column: columns.findIndex((one) => one.key === column),
        },
      })
    }
    const { inspectors, present, note } = typed
    try {
      const { found } = await enter.mutateAsync({
        id,
        revision,
        visitedOn,
        inspectors,
        present,
        note,
        ...entryOf(lines, visitedOn),
      })
      await draft.discard()
      tellDone(`${sheet.villageName}督查表已登记${found > 0 ? `，问题 ${found} 个` : ''}`)
      goBack(`/inspections/${inspectionId}`)
    } catch (error) {
      tellFailure(error)
    }
  }
  const onKey = (event: React.KeyboardEvent): boolean => {
    if (event.ctrlKey && event.key === 'Enter') {
      if (!enter.isPending) void register()
      return true
    }
    if (event.key !== 'F9') return false
    change((all) =>
      all.map((line) => (line.item && line.mark === null ? { ...line, mark: 'met' } : line)),
    )
    return true
  }
  const column = columns[active.column]
  return (
    <Page
      title={`督查表 ${sheet.number} · ${sheet.villageName}`}
      note={sheet.inspectionTitle}
      parent={`/inspections/${inspectionId}`}
      actions={
        <>
          <Text size="sm" c="dimmed" role="status">
            {draft.savedAt && `✓ 草稿已保存 ${formatInstant(draft.savedAt)}`}
          </Text>
          <Button
            variant="default"
            component={Link}
            href={`/print/inspections/${inspectionId}?sheet=${id}`}
          >
            打印这张
          </Button>
        </>
      }
      // Until it is registered the grid scrolls by itself, its keys in sight below it.
      fill={sheet.visitedOn === null}
    >
      <div className={classes.work}>
        <div className={classes.head}>
          <DayInput
            label="到村日期"
            w={150}
            notAfter={today}
            readOnly={!mayWrite}
            value={visitedOn}
            onChange={(day) => set({ visitedOn: day })}
          />
          <TextInput
            label="督查人"
            w={240}
            maxLength={200}
            readOnly={!mayWrite}
            value={typed.inspectors}
            onChange={({ currentTarget: { value } }) => set({ inspectors: value })}
          />
          <TextInput
            label="村里在场的人"
            w={200}
            maxLength={200}
            readOnly={!mayWrite}
            value={typed.present}
            onChange={({ currentTarget: { value } }) => set({ present: value })}
          />
          <TextInput
            label="其他情况"
            w={300}
            maxLength={1000}
            readOnly={!mayWrite}
            value={typed.note}
            onChange={({ currentTarget: { value } }) => set({ note: value })}
          />
        </div>
        {sheet.stillOpen.length > 0 && <StillOpen findings={sheet.stillOpen} />}
        <EntryGrid
          label="录入督查表"
          columns={columns}
          lines={lines}
          lineKey={({ key }) => key}
          active={active}
          onActive={(cell) => set({ active: cell })}
          onChange={(at, patch) => change((all) => all.with(at, { ...all[at]!, ...patch }))}
          onBeyond={() => {
            const last = lines.at(-1)
            if (last?.item !== null || last.content.trim() === '') return
            const added = [...lines, extraLine()]
            set({ lines: added, active: { line: added.length - 1, column: 2 } })
          }}
          isLocked={isLocked}
          onKey={onKey}
        />
        <div className={classes.keys} aria-live="polite">
          {mayWrite && column && columnKeys[column.key]}
        </div>
        {mayWrite && (
          <div className={classes.foot}>
            <Button onClick={() => void register()} loading={enter.isPending}>
              登记（Ctrl+Enter）
            </Button>
          </div>
        )}
        {sheet.visitedOn !== null && <Attachments entity="inspection_sheet" id={id} />}
      </div>
    </Page>
  )
}

/** What was found here before and is not struck off: to be looked at again on this visit. */
function StillOpen({ findings }: { findings: Sheet['stillOpen'] }): React.ReactElement {
  return (
    <section aria-label="以前没销号的问题">
      <Text fw={600}>以前查出、还没销号的 {findings.length} 个，这次一并复查：</Text>
      {findings.map((row) => (
        <Text size="sm" key={row.id}>
          <Anchor component={Link} href={`/findings/${row.id}`} size="sm">
            {row.content}
          </Anchor>{' '}
          <CaseState machine={findingMachine} row={row} />
        </Text>
      ))}
    </section>
  )
}
