import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { outingMachine, type OutingState } from '@shared/domain/outings/machine'
import { absenceScopeLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { CaseFilters, caseQuestion, startingCases } from '../ledgers/CaseFilters'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable } from '../shell/DataTable'
import { FilterChoice } from '../shell/FilterBar'
import { formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { NewOuting } from './NewOuting'

type Row = OutputOf<'outings.list'>['rows'][number]

const columns = caseColumns<Row>(outingMachine, [
  { key: 'member', title: '外出人', text: (row) => row.memberName, width: 80, whole: true },
  {
    key: 'place',
    title: '去向',
    text: (row) => row.place ?? absenceScopeLabel[row.scope],
    width: 100,
    grow: 2,
  },
  { key: 'since', title: '外出起始', text: (row) => formatDay(row.since), width: 104 },
])
  .filter(({ key }) => key !== 'age')
  .map((column) => {
    switch (column.key) {
      case 'openedOn':
        return { ...column, title: '报告日期' }
      case 'name':
        return { ...column, title: '老人' }
      case 'responsible':
        return { ...column, title: '期间谁照看' }
      case 'dueOn':
        return {
          ...column,
          title: '预计返回',
          text: (row: Row) => formatDay(row.dueOn) || (row.expectedReturn ?? ''),
        }
      default:
        return column
    }
  })

const starting = { ...startingCases, returning: '' }

/** 外出报告: who of which family is away, and whose return nobody has told of. */
export function OutingsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [dialog, setDialog] = useState<'new' | 'export' | null>(null)
  const mayWrite = useMay('recipients.write')
  const { filter: common, order } = caseQuestion<OutingState>(list)
  const filter = {
    ...common,
    returningWithin: list.returning === '' ? undefined : Number(list.returning),
  }
  const pages = useCasePages('outings.list', { filter, order })
  const summary = useQueryOp('outings.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const isSet = list.state !== 'open' || [list.village, list.text, list.returning].some(Boolean)
  const close = (): void => setDialog(null)
  return (
    <Page
      title="外出报告"
      parent="/recipients"
      note={
        summary.data && (
          <span title={summary.data.basis}>
            外出中 {summary.data.open} 人
            {summary.data.overdue > 0 && ` · ▲ 过了预计返回未报 ${summary.data.overdue} 人`}
          </span>
        )
      }
      main={
        mayWrite
          ? {
              label: '登记外出',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('new'),
            }
          : undefined
      }
      actions={
        <Button variant="default" onClick={() => setDialog('export')}>
          导出 Excel
        </Button>
      }
      filters={
        <CaseFilters
          machine={outingMachine}
          list={list}
          onChange={setList}
          counts={summary.data}
          onClear={isSet ? () => setList(starting) : undefined}
        >
          <FilterChoice
            label="预计返回"
            all="不论何时返回"
            value={list.returning}
            onChange={(returning) => setList({ returning })}
            options={[
              { value: '7', label: '7 天内返回' },
              { value: '30', label: '30 天内返回' },
            ]}
          />
        </CaseFilters>
      }
      fill
    >
      <DataTable
        label="外出报告"
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(outingMachine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/outings/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的外出报告', hint: '放宽上面的条件再看。' }
            : {
                title: '还没有外出报告',
                hint: '子女外出前后要向村里报告去向、联系方式和谁来照看老人。接到报告在这里登记，档案里的外出情况一起更新。',
                action: mayWrite
                  ? { label: '登记外出', onClick: () => setDialog('new') }
                  : undefined,
              }
        }
      />
      {dialog === 'new' && (
        <NewOuting onClose={close} onOpened={(id) => navigate(`/outings/${id}`)} />
      )}
      {dialog === 'export' && (
        <ExportCases
          name="outings.export"
          input={{ filter }}
          title="外出报告台账"
          onClose={close}
        />
      )}
    </Page>
  )
}
