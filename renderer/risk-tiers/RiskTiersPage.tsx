import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { proposalKindLabel, type ProposalKind } from '@shared/domain/risk-tiers/propose'
import { codesOf, riskLevelLabel, type RiskLevel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { VillageChoice } from '../contacts/ContactFilters'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import { RiskTierRules } from './RiskTierRules'

type Row = OutputOf<'riskTiers.proposals'>['rows'][number]

const noFilter = { village: '', kind: '', level: '' }
const adoption = { 'riskTiers.adopt': '上一次定级' }

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => [row.villageName, row.groupName].filter(Boolean).join(' '),
    width: 130,
  },
  {
    key: 'now',
    title: '现在',
    text: (row) => (row.now === null ? '未定' : riskLevelLabel[row.now]),
    sortBy: (row) => row.now,
    width: 80,
  },
  {
    key: 'proposed',
    title: '建议',
    text: (row) => riskLevelLabel[row.proposed],
    sortBy: (row) => row.proposed,
    width: 80,
  },
  { key: 'kind', title: '比较', text: (row) => proposalKindLabel[row.kind], width: 90 },
  {
    key: 'reason',
    title: '依据',
    hint: '档案里符合分级条件的内容。缺资料时，可能还够更高一级。',
    cell: (row) => {
      const words =
        row.missing.length > 0 ? `${row.reason}（尚缺${row.missing.join('、')}）` : row.reason
      return <span title={words}>{words}</span>
    },
    width: 300,
    grow: 1,
  },
]

/** 风险分级建议: the level each elder's file proposes, taken over by the clerk for those ticked. */
export function RiskTiersPage(): React.ReactElement {
  const [list, setList] = useListState(noFilter)
  const [chosen, setChosen] = useState<ReadonlySet<RowKey>>(new Set())
  const [editing, setEditing] = useState(false)
  const mayAdopt = useMay('recipients.write')
  const mayRead = useMay('rules.read')
  const adopt = useCommandOp('riskTiers.adopt')
  const proposals = useQueryOp('riskTiers.proposals', {
    villageId: Number(list.village) || undefined,
    kind: (list.kind || undefined) as ProposalKind | undefined,
    level: (list.level || undefined) as RiskLevel | undefined,
  })
  const counts = proposals.data?.counts
  const take = async (): Promise<void> => {
    try {
      const { changed } = await adopt.mutateAsync({ recipientIds: [...chosen].map(Number) })
      setChosen(new Set())
      tellDone(`已按建议给 ${formatCount(changed)} 人定级，从今天起算`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Page
      title="风险分级建议"
      note={proposals.data && `${formatCount(proposals.data.rows.length)} 人`}
      parent="/recipients"
      main={
        mayAdopt
          ? {
              label: chosen.size > 0 ? `采用选中的 ${formatCount(chosen.size)} 人` : '采用选中的',
              icon: <IconChecks size={18} />,
              onClick: () => void take(),
              disabled: chosen.size === 0 || adopt.isPending,
            }
          : undefined
      }
      actions={
        <>
          {mayAdopt && <UndoLast acts={adoption} />}
          {mayRead && (
            <Button variant="default" onClick={() => setEditing(true)}>
              分级条件
            </Button>
          )}
        </>
      }
      filters={
        <FilterBar
          onClear={codesOf(noFilter).some((key) => list[key]) ? () => setList(noFilter) : undefined}
        >
          <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
          <FilterChoice
            label="比较"
            all="所有人"
            value={list.kind}
            onChange={(kind) => setList({ kind })}
            options={codesOf(proposalKindLabel).map((value) => ({
              value,
              label: `${proposalKindLabel[value]}${counts ? ` ${formatCount(counts[value])}` : ''}`,
            }))}
          />
          <FilterChoice
            label="建议"
            all="任一等级"
            value={list.level}
            onChange={(level) => setList({ level })}
            options={codesOf(riskLevelLabel).map((value) => ({
              value,
              label: riskLevelLabel[value],
            }))}
          />
        </FilterBar>
      }
      fill
    >
      <DataTable
        label="风险分级建议"
        columns={columns}
        rows={proposals.data?.rows}
        rowKey={(row) => row.recipientId}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
        selection={mayAdopt ? { selected: chosen, onChange: setChosen } : undefined}
        error={proposals.error ?? undefined}
        onRetry={() => void proposals.refetch()}
        empty={{
          title: '没有符合条件的人',
          hint: '换一个比较看看：还没定级的、建议调高的。建档之后，这里按分级条件给每位在册老人提建议。',
        }}
      />
      {editing && <RiskTierRules onClose={() => setEditing(false)} />}
    </Page>
  )
}
