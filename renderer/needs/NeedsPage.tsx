import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { needMachine, type NeedState } from '@shared/domain/needs/machine'
import {
  needLedgerKindLabel,
  needLevelLabel,
  urgencyLabel,
  type NeedLedgerKind,
  type NeedLevel,
  type Urgency,
} from '@shared/domain/needs/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { CaseFilters, caseQuestion, choices, startingCases } from '../ledgers/CaseFilters'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { AssignMany } from './AssignMany'
import { NewNeed } from './NeedForm'
import { NeedLook } from './NeedLook'

export type NeedRow = OutputOf<'needs.list'>['rows'][number]

const columns = caseColumns<NeedRow>(needMachine, [
  { key: 'kind', title: '类别', text: (row) => needLedgerKindLabel[row.kind], width: 84 },
  { key: 'content', title: '需求内容', text: (row) => row.content, width: 130, grow: 3 },
  { key: 'urgency', title: '紧急', text: (row) => urgencyLabel[row.urgency], width: 56 },
  { key: 'level', title: '层级', text: (row) => needLevelLabel[row.level], width: 84 },
])
/** Beside an open drawer the row keeps what tells it apart. */
const narrowColumns: Column<NeedRow>[] = columns.filter(({ key }) =>
  ['openedOn', 'name', 'content', 'state'].includes(key),
)

const starting = { ...startingCases, kind: '', urgency: '', level: '' }

/** 需求服务: what people asked for, who takes care of it, and how long it has been open. */
export function NeedsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [opening, setOpening] = useState(false)
  const [exporting, setExporting] = useState(false)
  const [assigning, setAssigning] = useState(false)
  const [peeked, setPeeked] = useState<NeedRow | null>(null)
  const [selected, setSelected] = useState<Set<string | number>>(new Set())
  const mayWrite = useMay('needs.write')
  const { filter: common, order } = caseQuestion<NeedState>(list)
  const own = {
    kind: (list.kind || undefined) as NeedLedgerKind | undefined,
    urgency: (list.urgency || undefined) as Urgency | undefined,
    level: (list.level || undefined) as NeedLevel | undefined,
  }
  const filter = { ...common, ...own }
  const pages = useCasePages('needs.list', { filter, order })
  const summary = useQueryOp('needs.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const chosen = (pages.rows ?? []).filter(({ id }) => selected.has(id))
  const isSet =
    list.state !== 'open' ||
    [list.village, list.text, list.kind, list.urgency, list.level].some(Boolean)

  return (
    <Page
      title="需求服务"
      note={summary.data && <Standing summary={summary.data} />}
      main={
        mayWrite
          ? {
              label: '登记需求',
              icon: <IconPlus size={18} />,
              onClick: () => setOpening(true),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          {chosen.length > 0 && mayWrite && (
            <Button variant="default" onClick={() => setAssigning(true)}>
              分派选中的 {chosen.length} 件
            </Button>
          )}
          <Button variant="default" onClick={() => setExporting(true)}>
            导出 Excel
          </Button>
          <Button variant="default" component={Link} href="/services">
            服务
          </Button>
          <Button variant="default" component={Link} href="/vouchers">
            服务券
          </Button>
        </Group>
      }
      filters={
        <CaseFilters
          machine={needMachine}
          list={list}
          onChange={setList}
          counts={summary.data}
          onClear={isSet ? () => setList(starting) : undefined}
        >
          <FilterChoice
            label="类别"
            all="全部类别"
            value={list.kind}
            onChange={(kind) => setList({ kind })}
            options={choices(needLedgerKindLabel)}
          />
          <FilterChoice
            label="紧急程度"
            all="不限紧急程度"
            value={list.urgency}
            onChange={(urgency) => setList({ urgency })}
            options={choices(urgencyLabel)}
          />
          <FilterChoice
            label="办理层级"
            all="各级"
            value={list.level}
            onChange={(level) => setList({ level })}
            options={choices(needLevelLabel)}
          />
        </CaseFilters>
      }
      drawer={
        peeked
          ? {
              title: peeked.recipientName,
              content: <NeedLook key={peeked.id} id={peeked.id} />,
              onClose: () => setPeeked(null),
            }
          : undefined
      }
      fill
    >
      <DataTable
        label="需求"
        columns={peeked ? narrowColumns : columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(needMachine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/needs/${row.id}`)}
        onPeek={setPeeked}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的需求', hint: '放宽上面的条件再看。' }
            : {
                title: '没有在办的需求',
                hint: '走访、来电里提到的需要，登记后列在这里，办到本人确认为止。',
                action: mayWrite
                  ? { label: '登记需求', onClick: () => setOpening(true) }
                  : undefined,
              }
        }
      />
      {opening && (
        <NewNeed onClose={() => setOpening(false)} onOpened={(id) => navigate(`/needs/${id}`)} />
      )}
      {exporting && (
        <ExportCases
          name="needs.export"
          input={{ filter }}
          title="需求台账"
          onClose={() => setExporting(false)}
        />
      )}
      {assigning && (
        <AssignMany
          needs={chosen}
          onClose={() => setAssigning(false)}
          onDone={() => setSelected(new Set())}
        />
      )}
    </Page>
  )
}

function Standing({ summary }: { summary: OutputOf<'needs.summary'> }): React.ReactElement {
  const { open, overdue, oldestDays, basis } = summary
  const words = [
    `在办 ${formatCount(open)} 件`,
    overdue > 0 && `▲ 逾期 ${formatCount(overdue)} 件`,
    oldestDays !== null && `最久 ${oldestDays} 天`,
  ]
  return <span title={basis}>{words.filter(Boolean).join(' · ')}</span>
}
