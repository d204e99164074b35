import { Button, Group, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { inspectionMachine, type InspectionMove } from '@shared/domain/inspections/machine'
import { inspectionKindLabel } from '@shared/domain/inspections/vocabulary'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { Produced } from '../documents/Produced'
import { FactsPanel } from '../ledgers/FactsPanel'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { goBack, navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMayForTownship } from '../shell/session'
import { StateMark, type StateKind } from '../shell/StateMark'
import { FindingsTable } from './FindingsTable'
import { InspectionDialog } from './InspectionDialog'
import { findingCounts, inspectionStateKind } from './InspectionsPage'
import { ItemsDialog } from './ItemsDialog'

type Inspection = OutputOf<'inspections.file'>
type Sheet = Inspection['rows'][number]

const sheetKind = ({ visitedOn, overdue, open }: Sheet): StateKind =>
  overdue > 0 ? 'overdue' : visitedOn === null || open > 0 ? 'due' : 'met'

const sheetColumns: Column<Sheet>[] = [
  { key: 'number', title: '表号', text: (row) => String(row.number), width: 60, align: 'end' },
  { key: 'village', title: '村（社区）', text: (row) => row.villageName, width: 110, whole: true },
  { key: 'visitedOn', title: '到村日期', text: (row) => formatDay(row.visitedOn), width: 110 },
  { key: 'inspectors', title: '督查人', text: (row) => row.inspectors ?? '', width: 180, grow: 2 },
  {
    key: 'marked',
    title: '查看',
    hint: '打了记号的项目，其中打×的。',
    text: (row) => (row.visitedOn === null ? '' : `${row.marked} 项，× ${row.problems}`),
    width: 110,
  },
  { key: 'found', title: '问题', text: findingCounts, width: 220, grow: 1 },
  {
    key: 'state',
    title: '状态',
    cell: (row) => (
      <StateMark state={sheetKind(row)}>
        {row.visitedOn === null ? '待收回' : row.open > 0 ? '整改中' : '已了结'}
      </StateMark>
    ),
    width: 100,
  },
]

/** One inspection: a sheet for each village, what they found, and the paper about it. */
export function InspectionPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQueryOp('inspections.file', { id })
  if (error || !data || data.id !== id) {
    return (
      <Page title="督查" parent="/inspections">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这次督查没有打开" />
        )}
      </Page>
    )
  }
  return <OpenInspection inspection={data} />
}

function OpenInspection({ inspection }: { inspection: Inspection }): React.ReactElement {
  const { id, revision, state, rows } = inspection
  const mayWrite = useMayForTownship('organization.write')
  const act = useCommandOp('inspections.move')
  const voiding = useCommandOp('inspections.void')
  const report = useJob('inspections.report')
  const [dialog, setDialog] = useState<'facts' | 'items' | null>(null)
  const editable = mayWrite && state !== 'cancelled'
  const isFresh = rows.every(({ visitedOn }) => visitedOn === null)
  const make = async (move: InspectionMove): Promise<void> => {
    if (move === 'report') return report.start({ id })
    if (move === 'cancel') {
      return askReason({
        title: '取消督查',
        lead: '取消的督查留在列表里，可以恢复。',
        label: '取消督查',
        onSubmit: async (note) => {
          await act.mutateAsync({ id, revision, move, note })
          tellDone('督查已取消')
        },
      })
    }
    try {
      await act.mutateAsync({ id, revision, move })
      tellDone(inspectionMachine.moves[move].label)
    } catch (error) {
      tellFailure(error)
    }
  }
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这次督查',
      lead: '只用于重复登记。没有去成的请用“取消督查”。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/inspections')
      },
    })
  const made = report.result
  const next = rows.find(({ visitedOn }) => visitedOn === null)
  return (
    <Page
      title={inspection.title}
      note={
        <Group gap="sm" component="span">
          <span>{inspectionKindLabel[inspection.kind]}</span>
          <StateMark state={inspectionStateKind(inspection)}>
            {inspectionMachine.states[state].label}
          </StateMark>
        </Group>
      }
      parent="/inspections"
      main={
        editable && next
          ? {
              label: '录入督查表',
              onClick: () => navigate(`/inspections/sheets/${next.id}`),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          <Button variant="default" component={Link} href={`/print/inspections/${id}`}>
            打印督查表
          </Button>
          {inspection.moves
            // Nothing has come back: there is nothing to report, and typing a sheet in begins it.
            .filter((move) => !(isFresh && move === 'report') && move !== 'begin')
            .map((move) => (
              <Button key={move} variant="default" onClick={() => void make(move)}>
                {inspectionMachine.moves[move].label}
              </Button>
            ))}
          {inspection.documentId !== null && (
            <Button variant="default" component={Link} href={`/documents/${inspection.documentId}`}>
              打开存档的通报
            </Button>
          )}
          {mayWrite && isFresh && (
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
          )}
        </Group>
      }
    >
      <JobProgress job={report} />
      {made && <Produced artifact={made} />}
      {made && made.missing.length > 0 && (
        <Text size="sm" mt="xs">
          通报里留了空白待填：{made.missing.join('、')}。
        </Text>
      )}
      <FactsPanel
        title="督查"
        onEdit={editable ? () => setDialog('facts') : undefined}
        facts={[
          {
            label: '时间',
            words: `${formatDay(inspection.from)} 至 ${formatDay(inspection.to)}`,
          },
          { label: '带队领导', words: inspection.leader },
          { label: '督查组成员', words: inspection.members },
          { label: '已到村', words: `${inspection.visited}/${inspection.sheets}` },
          { label: '问题', words: findingCounts(inspection) || '没有' },
          { label: '说明', words: inspection.note },
        ]}
      />
      <Tabs defaultValue="sheets" mt="sm" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="sheets">督查表 {rows.length}</Tabs.Tab>
          <Tabs.Tab value="findings">问题 {inspection.found}</Tabs.Tab>
          <Tabs.Tab value="items">项目 {inspection.checklist.length}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sheets" pt="xs">
          <div style={{ height: '24rem', display: 'flex', flexDirection: 'column' }}>
            <DataTable
              label="督查表"
              columns={sheetColumns}
              rows={rows}
              rowKey={(row) => row.id}
              rowState={sheetKind}
              onOpen={(row) => navigate(`/inspections/sheets/${row.id}`)}
              empty={{ title: '没有督查表', hint: '点“修改”选要去的村。' }}
            />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt="xs">
          <div style={{ height: '24rem', display: 'flex', flexDirection: 'column' }}>
            <FindingsTable filter={{ inspectionId: id }} order="opened" />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="items" pt="xs">
          {editable && isFresh && (
            <Button size="compact-md" mb="xs" onClick={() => setDialog('items')}>
              改这次的项目
            </Button>
          )}
          <ol>
            {inspection.checklist.map(({ key, section, text }) => (
              <li key={key}>
                <Text component="span" c="dimmed">
                  {section}　
                </Text>
                {text}
              </li>
            ))}
          </ol>
        </Tabs.Panel>
      </Tabs>
      {dialog === 'facts' && (
        <InspectionDialog inspection={inspection} onClose={() => setDialog(null)} />
      )}
      {dialog === 'items' && (
        <ItemsDialog inspection={inspection} onClose={() => setDialog(null)} />
      )}
    </Page>
  )
}
