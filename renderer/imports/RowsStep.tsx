import { Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { modals } from '@mantine/modals'
import { useEffect, useRef, useState } from 'react'
import type { ImportRow, ImportState } from '@shared/contract/imports'
import { useCommandOp } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { RowPanel } from './RowPanel'
import { actionsOn, actionsOnMany, type RowAction } from './row-actions'
import { keyOf, openStates, stateSigns, sumOf } from './row-states'
import { wordsOn } from './row-words'
import { RowStateMark, StateChips, type Shown } from './StateChips'
import type { Step } from './StepBar'
import { UpdateRules } from './UpdateRules'
import { useCursor } from './useCursor'
import { useImportRows } from './useImportRows'
import { useRowWord } from './useRowWord'
import classes from './RowsStep.module.css'

interface RowsStepProps {
  state: ImportState
  onChoose: (step: Step) => void
}

const choicesOf = ({ differences }: ImportRow): string =>
  differences.map(({ choice }) => choice).join()

const focusTable = (): void => document.querySelector<HTMLElement>('[data-data-table]')?.focus()

/** Into the first cell that can be mended; where none is wrong, to the fold that holds them all. */
function focusCells(panel: HTMLElement | null): void {
  const wrong = panel?.querySelector<HTMLElement>('[data-cells] input')
  const target = wrong ?? panel?.querySelector<HTMLElement>('[data-cells] button')
  target?.focus()
}

/** ③ 逐行看: what needs a word first; words by single keys, cells mended beside their problem. */
export function RowsStep({ state, onChoose }: RowsStepProps): React.ReactElement {
  const { importId, counts } = state
  const [shown, setShown] = useState<Shown>(sumOf(counts, openStates) > 0 ? 'open' : 'all')
  const [sheet, setSheet] = useState('')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 150)
  const [selected, setSelected] = useState<ReadonlySet<RowKey>>(new Set())

  const list = useImportRows({
    importId,
    ...(shown !== 'all' && { states: shown === 'open' ? [...openStates] : [shown] }),
    ...(sheet !== '' && { sheet: Number(sheet) }),
    ...(text !== '' && { text }),
  })
  const [active, activeKey, setActiveKey] = useCursor(list.rows)
  const say = useRowWord(importId)
  const panel = useRef<HTMLElement>(null)
  useEffect(focusTable, [])

  const chosen = (list.rows ?? []).filter((row) => selected.has(keyOf(row)))
  const actions = chosen.length > 0 ? actionsOnMany : active ? actionsOn(active) : []
  const run = async (action: RowAction): Promise<void> => {
    const rows = chosen.length > 0 ? chosen : active ? [active] : []
    await say(action, rows)
    setSelected(new Set())
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const inTable = event.target instanceof HTMLElement && event.target.matches('[data-data-table]')
    if (!inTable || event.ctrlKey || event.altKey || event.metaKey) return
    const action = actions.find(({ key }) => key === event.key.toUpperCase())
    if (!action) return
    event.preventDefault()
    void run(action)
  }

  const sheets = state.sheets.filter(({ included }) => included)
  const undecided = state.newVillages.filter(
    ({ createAs, useId }) => createAs === null && useId === null,
  )
  const waiting = undecided.reduce((sum, { rows }) => sum + rows, 0)
  const filtered = text !== '' || sheet !== ''
  return (
    <div className={classes.step}>
      <div className={classes.filters}>
        <StateChips counts={counts} shown={shown} onChange={setShown} />
        {sheets.length > 1 && (
          <FilterChoice
            label="工作表"
            value={sheet}
            onChange={setSheet}
            all="全部工作表"
            options={sheets.map(({ index, name }) => ({ value: String(index), label: name }))}
          />
        )}
        <span className={classes.search}>
          <FilterText value={typed} onChange={setTyped} placeholder="姓名、村、电话" />
        </span>
      </div>
      {undecided.length > 0 && (
        <Group gap="sm" className={classes.notice}>
          <span>
            ▲ {undecided.map(({ name }) => name).join('、')}不在村（社区）名单里，有{' '}
            {formatCount(waiting)} 行等着。先定下来，再看余下的行。
          </span>
          <Button size="xs" variant="light" onClick={() => onChoose('header')}>
            去定村（社区）
          </Button>
        </Group>
      )}
      <UpdateRules importId={importId} updates={state.updates} />
      {state.unconfirmed > 0 && chosen.length === 0 && (
        <ConfirmAll importId={importId} rows={state.unconfirmed} />
      )}
      {chosen.length > 0 && (
        <Group gap="xs" role="group" aria-label="选中的行">
          已选 {chosen.length} 行：
          {actionsOnMany.map((action) => (
            <Button key={action.key} size="xs" variant="default" onClick={() => void run(action)}>
              {action.label}（{action.key}）
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => setSelected(new Set())}>
            不选了
          </Button>
        </Group>
      )}
      <div className={classes.work}>
        <div className={classes.table} onKeyDown={onKeyDown}>
          <DataTable
            key={`${shown} ${sheet}`}
            label="要导入的行"
            columns={columnsFor(sheets.length > 1)}
            rows={list.rows}
            rowKey={keyOf}
            rowState={({ state: rowState }) => stateSigns[rowState].edge}
            sortedByCore
            active={{ key: activeKey, onChange: (key) => setActiveKey(String(key)) }}
            selection={{ selected, onChange: setSelected }}
            onOpen={() => focusCells(panel.current)}
            onNearEnd={list.fetchMore}
            error={list.error ?? undefined}
            onRetry={list.refetch}
            empty={emptyWords(shown, filtered, onChoose)}
          />
        </div>
        {active && (
          <RowPanel
            // What was chosen meanwhile for the whole file shows in the row as well.
            key={`${keyOf(active)} ${choicesOf(active)}`}
            ref={panel}
            importId={importId}
            row={active}
            columns={state.sheets[active.sheet]?.columns ?? []}
            onSay={(action) => void say(action, [active])}
            onLeave={focusTable}
            onVillages={() => onChoose('header')}
          />
        )}
      </div>
    </div>
  )
}

function emptyWords(
  shown: Shown,
  filtered: boolean,
  onChoose: (step: Step) => void,
): Parameters<typeof DataTable>[0]['empty'] {
  if (filtered) return { title: '没有符合条件的行', hint: '换一个条件再找。' }
  if (shown === 'open')
    return {
      title: '要看的都看完了',
      hint: '剩下的行都可以入库。',
      action: { label: '下一步：入库', onClick: () => onChoose('apply') },
    }
  if (shown === 'all')
    return {
      title: '没有要导入的行',
      hint: '请在“认表头”里看看表头认得对不对、该导入的工作表选上没有。',
      action: { label: '去认表头', onClick: () => onChoose('header') },
    }
  return { title: '没有这样的行' }
}

function columnsFor(manySheets: boolean): Column<ImportRow>[] {
  return [
    { key: 'state', title: '结果', cell: (row) => <RowStateMark state={row.state} />, width: 92 },
    ...(manySheets
      ? [{ key: 'sheet', title: '工作表', text: (row: ImportRow) => row.sheetName, width: 100 }]
      : []),
    { key: 'line', title: '行', text: (row) => String(row.line), whole: true, width: 52 },
    {
      key: 'name',
      title: '姓名',
      text: (row) => row.name || '（没有姓名）',
      whole: true,
      width: 84,
    },
    {
      key: 'place',
      title: '村组',
      text: (row) => [row.village, row.group].filter(Boolean).join(' '),
      whole: true,
      width: 110,
    },
    {
      key: 'words',
      title: '说明',
      cell: (row) => <span title={wordsOn(row)}>{wordsOn(row)}</span>,
      width: 160,
      grow: 1,
    },
  ]
}

/** 唯一候选全部确认: one act, which says first how many rows it touches. */
function ConfirmAll(props: { importId: string; rows: number }): React.ReactElement {
  const { importId, rows } = props
  const confirm = useCommandOp('imports.confirmAll')
  const ask = (): void =>
    void modals.openConfirmModal({
      title: '唯一候选全部确认',
      children: `有 ${formatCount(rows)} 行各只有一位可能的人，也没有对不上的地方。确认后，这 ${formatCount(rows)} 行都算作那一位；不放心的请先逐行看。入库前可以逐行撤回。`,
      labels: { confirm: `${formatCount(rows)} 行都是同一人`, cancel: '先逐行看' },
      onConfirm: () =>
        confirm.mutate(
          { importId },
          {
            onSuccess: ({ changed }) => tellDone(`已确认 ${formatCount(changed)} 行`),
            onError: tellFailure,
          },
        ),
      onClose: () => window.setTimeout(focusTable),
    })
  return (
    <Group gap="sm" className={classes.notice}>
      <span>
        ● 待确认的行里，有 {formatCount(rows)}{' '}
        行只有一位可能的人，也没有对不上的地方。姓名和村相同不等于同一人，要您点头。
      </span>
      <Button size="xs" variant="light" onClick={ask}>
        唯一候选全部确认（{formatCount(rows)} 行）
      </Button>
    </Group>
  )
}
