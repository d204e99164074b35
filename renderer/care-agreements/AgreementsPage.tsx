import { Button, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { agreementMachine, type AgreementState } from '@shared/domain/care-agreements/machine'
import { agreementKindLabel, type AgreementKind } from '@shared/domain/care-agreements/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { RiskTabs } from '../incidents/RiskTabs'
import { CaseFilters, caseQuestion, choices, startingCases } from '../ledgers/CaseFilters'
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
import { NewAgreement } from './AgreementForm'
import { PrintAgreements } from './PrintAgreements'

type Row = OutputOf<'careAgreements.list'>['rows'][number]

const columns = caseColumns<Row>(agreementMachine, [
  { key: 'kind', title: '协议类别', text: (row) => agreementKindLabel[row.kind], width: 124 },
  { key: 'entrustor', title: '委托人', text: (row) => row.entrustor ?? '', width: 80 },
  { key: 'duties', title: '照料内容', text: (row) => row.duties, width: 130, grow: 3 },
])
  .filter(({ key }) => key !== 'openedOn' && key !== 'age')
  .map((column) =>
    column.key === 'responsible'
      ? { ...column, title: '照料人' }
      : column.key === 'dueOn'
        ? { ...column, title: '期满日期', text: (row: Row) => formatDay(row.dueOn) }
        : column,
  )

const starting = { ...startingCases, kind: '', ending: '', owed: '' }

/** 照料协议: who looks after whom by which agreement, and which of them run out. */
export function AgreementsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [dialog, setDialog] = useState<'new' | 'export' | 'print' | null>(null)
  const [selected, setSelected] = useState<Set<string | number>>(new Set())
  const mayWrite = useMay('hazards.write')
  const { filter: common, order } = caseQuestion<AgreementState>(list)
  const filter = {
    ...common,
    kind: (list.kind || undefined) as AgreementKind | undefined,
    endingWithin: list.ending === '' ? undefined : Number(list.ending),
    appraisalOwed: list.owed !== '' || undefined,
  }
  const pages = useCasePages('careAgreements.list', { filter, order })
  const summary = useQueryOp('careAgreements.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const isSet =
    list.state !== 'open' ||
    [list.village, list.text, list.kind, list.ending, list.owed].some(Boolean)
  const close = (): void => setDialog(null)
  return (
    <Page
      title="照料协议"
      note={
        summary.data && (
          <span title={summary.data.basis}>
            履行中 {summary.data.byState.active} 份
            {summary.data.overdue > 0 && ` · ▲ 已期满没有续签 ${summary.data.overdue} 份`}
          </span>
        )
      }
      main={
        mayWrite
          ? {
              label: '起草协议',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('new'),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          {selected.size > 0 && (
            <Button variant="default" onClick={() => setDialog('print')}>
              打印选中的 {selected.size} 份
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('export')}>
            导出 Excel
          </Button>
        </Group>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <RiskTabs at="/care-agreements" />
          <CaseFilters
            machine={agreementMachine}
            list={list}
            onChange={setList}
            counts={summary.data}
            onClear={isSet ? () => setList(starting) : undefined}
          >
            <FilterChoice
              label="协议类别"
              all="全部类别"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={choices(agreementKindLabel)}
            />
            <FilterChoice
              label="期满"
              all="不论哪天期满"
              value={list.ending}
              onChange={(ending) => setList({ ending })}
              options={[
                { value: '30', label: '30 天内期满' },
                { value: '90', label: '90 天内期满' },
              ]}
            />
            <FilterChoice
              label="考核"
              all="不论考核"
              value={list.owed}
              onChange={(owed) => setList({ owed })}
              options={[{ value: 'yes', label: '上季度没有考核的' }]}
            />
          </CaseFilters>
        </Stack>
      }
      fill
    >
      <DataTable
        label="照料协议"
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(agreementMachine, row)}
        sortedByCore
        selection={{ selected, onChange: setSelected }}
        onOpen={(row) => navigate(`/care-agreements/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的协议', hint: '放宽上面的条件再看。' }
            : {
                title: '还没有照料协议',
                hint: '子女外出委托别人照料、特困人员请人照料、兄弟姐妹商定轮流照料，都可以签一份，期满前会提醒。',
                action: mayWrite
                  ? { label: '起草协议', onClick: () => setDialog('new') }
                  : undefined,
              }
        }
      />
      {dialog === 'new' && (
        <NewAgreement onClose={close} onOpened={(id) => navigate(`/care-agreements/${id}`)} />
      )}
      {dialog === 'print' && <PrintAgreements ids={[...selected].map(Number)} onClose={close} />}
      {dialog === 'export' && (
        <ExportCases
          name="careAgreements.export"
          input={{ filter }}
          title="照料协议台账"
          onClose={close}
        />
      )}
    </Page>
  )
}
