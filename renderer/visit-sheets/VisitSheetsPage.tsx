import { Button } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { codesOf } from '@shared/domain/vocabulary'
import { visitSheetStateLabel, type VisitSheetState } from '@shared/domain/visit-sheets/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { recentMonths } from '../contacts/recent-months'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount, formatDay, formatInstant } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import type { StateKind } from '../shell/StateMark'
import { OpenByCode } from './OpenByCode'
import { PrepareSheets } from './PrepareSheets'
import { sheetPeriod, sheetWhose } from './sheet-words'

type Row = OutputOf<'visitSheets.list'>[number]

const columns: Column<Row>[] = [
  {
    key: 'number',
    title: '编号',
    text: (row) => row.number,
    sortBy: (row) => row.number,
    width: 96,
  },
  {
    key: 'whose',
    title: '给谁',
    text: sheetWhose,
    sortBy: (row) => row.helper?.name ?? row.villageName,
    width: 150,
    grow: 2,
  },
  {
    key: 'period',
    title: '期间',
    text: sheetPeriod,
    sortBy: (row) => row.from,
    width: 120,
  },
  {
    key: 'progress',
    title: '已录',
    hint: '已经登记（或写明没遇到）的行数 / 单上的人数',
    text: (row) => `${row.answered}/${row.lines}`,
    sortBy: (row) => row.answered / row.lines,
    width: 72,
    align: 'end',
  },
  {
    key: 'state',
    title: '状态',
    text: (row) =>
      visitSheetStateLabel[row.state] + (row.receivedOn ? ` ${formatDay(row.receivedOn)}` : ''),
    sortBy: (row) => row.state,
    width: 150,
  },
  {
    key: 'missing',
    title: '催收',
    hint: '期间过完多少天还没有收完。打电话催，收到了就录入或点“收回”。',
    text: (row) =>
      row.daysMissing === null ? '' : `过期 ${row.daysMissing} 天　${row.helper?.phone ?? ''}`,
    sortBy: (row) => row.daysMissing,
    width: 100,
    whole: true,
  },
  {
    key: 'printed',
    title: '打印',
    text: (row) => (row.printedOn ? formatDay(row.printedOn) : '还没打印'),
    sortBy: (row) => row.printedOn,
    width: 100,
  },
  {
    key: 'draft',
    title: '草稿',
    hint: '录了一半、还没登记的内容；打开这份单子接着录。',
    text: (row) => (row.draftSavedAt ? formatInstant(row.draftSavedAt) : ''),
    width: 80,
    grow: 1,
  },
]

const stateChoices = [
  { value: 'open', label: '没收完的' },
  { value: 'late', label: '该催的' },
  ...codesOf(visitSheetStateLabel).map((value) => ({ value, label: visitSheetStateLabel[value] })),
]

const rowState = (row: Row): StateKind | undefined => {
  if (row.daysMissing !== null) return 'overdue'
  if (row.state === 'back') return 'met'
  return row.state === 'cancelled' ? 'exempt' : undefined
}

/** 走访任务单: what is out, what came back, and whom to chase. */
export function VisitSheetsPage(): React.ReactElement {
  const [list, setList] = useListState({ state: 'open', month: '', village: '', festival: '' })
  const villages = useQueryOp('villages.list', {})
  const mayWrite = useMay('contacts.write')
  const [preparing, setPreparing] = useState(false)
  const [selected, setSelected] = useState<Set<RowKey>>(new Set())
  const answer = useQueryOp('visitSheets.list', {
    state: (list.state || undefined) as VisitSheetState | 'open' | 'late' | undefined,
    month: list.month || undefined,
    villageId: list.village ? Number(list.village) : undefined,
  })
  const rows = answer.data
  const chosen = useMemo(() => (rows ?? []).filter(({ id }) => selected.has(id)), [rows, selected])
  const today = useSession().data?.today ?? ''

  return (
    <Page
      title="走访任务单"
      note={rows && `${formatCount(rows.length)} 份`}
      parent="/contacts"
      main={
        mayWrite
          ? {
              label: '生成任务单',
              icon: <IconPlus size={18} />,
              onClick: () => setPreparing(true),
            }
          : undefined
      }
      actions={
        <>
          <OpenByCode />
          {chosen.length === 0 && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} />}
              onClick={() =>
                navigate(
                  `/print/chase-list?${new URLSearchParams({ month: list.month, village: list.village }).toString()}`,
                )
              }
            >
              催收名单
            </Button>
          )}
          <SelectedActions chosen={chosen} onDone={() => setSelected(new Set())} />
        </>
      }
      filters={
        <FilterBar>
          <FilterChoice
            label="状态"
            all="全部状态"
            value={list.state}
            onChange={(state) => setList({ state })}
            options={stateChoices}
          />
          <FilterChoice
            label="月份"
            all="全部月份"
            value={list.month}
            onChange={(month) => setList({ month })}
            options={recentMonths(today, 13, 1)}
          />
          <FilterChoice
            label="村（社区）"
            all="全部村（社区）"
            value={list.village}
            onChange={(village) => setList({ village })}
            options={(villages.data ?? []).map(({ id, name }) => ({
              value: String(id),
              label: name,
            }))}
          />
        </FilterBar>
      }
      fill
    >
      <DataTable
        label="走访任务单"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowState={rowState}
        onOpen={(row) => navigate(`/visit-entry?sheet=${row.id}`)}
        selection={{ selected, onChange: setSelected }}
        error={answer.error ?? undefined}
        onRetry={() => void answer.refetch()}
        empty={{
          title: list.state === 'late' ? '没有该催的任务单' : '没有这样的任务单',
          hint: '生成任务单，打印出来交给帮扶人；单子收回来，按回车打开照着录入。',
          action: mayWrite ? { label: '生成任务单', onClick: () => setPreparing(true) } : undefined,
        }}
      />
      {(preparing || list.festival !== '') && (
        <PrepareSheets
          festivalKey={list.festival || undefined}
          onClose={() => {
            setPreparing(false)
            setList({ festival: '' })
          }}
        />
      )}
    </Page>
  )
}

function SelectedActions(props: {
  chosen: readonly Row[]
  onDone: () => void
}): React.ReactElement | null {
  const { chosen, onDone } = props
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('contacts.write')
  const receive = useCommandOp('visitSheets.receive')
  const cancel = useCommandOp('visitSheets.cancel')
  if (chosen.length === 0) return null
  const sheets = chosen.map(({ id, revision }) => ({ id, revision }))
  const open = chosen.filter(({ state }) => state === 'out' || state === 'partlyBack')
  const takeBack = async (): Promise<void> => {
    try {
      await receive.mutateAsync({
        sheets: open.map(({ id, revision }) => ({ id, revision })),
        on: today,
      })
      tellDone(`已收回 ${open.length} 份任务单`)
      onDone()
    } catch (error) {
      tellFailure(error)
    }
  }
  const askToCancel = (): void =>
    askReason({
      title: `作废 ${chosen.length} 份任务单`,
      lead: '作废的编号不再使用，已经登记的走访不受影响。',
      label: '作废',
      onSubmit: async (reason) => {
        await cancel.mutateAsync({ sheets, reason })
        tellDone(`已作废 ${chosen.length} 份任务单`)
        onDone()
      },
    })
  return (
    <>
      {mayWrite && (
        <>
          <Button variant="subtle" color="cinnabar" onClick={askToCancel}>
            作废…
          </Button>
          <Button variant="default" disabled={open.length === 0} onClick={() => void takeBack()}>
            收回 {open.length} 份
          </Button>
        </>
      )}
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} />}
        onClick={() => navigate(`/print/visit-sheets?ids=${chosen.map(({ id }) => id).join(',')}`)}
      >
        打印 {chosen.length} 份
      </Button>
    </>
  )
}
