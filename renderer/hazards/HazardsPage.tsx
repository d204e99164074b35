import { Button, Group, Menu, Stack } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { hazardMachine, type HazardMove, type HazardState } from '@shared/domain/hazards/machine'
import {
  hazardGradeLabel,
  hazardKindLabel,
  type HazardGrade,
  type HazardKind,
} from '@shared/domain/hazards/vocabulary'
import { movesFrom } from '@shared/domain/ledgers/machine'
import { useQueryOp, type OutputOf } from '../api'
import { RiskTabs } from '../incidents/RiskTabs'
import { CaseFilters, caseQuestion, choices, startingCases } from '../ledgers/CaseFilters'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable } from '../shell/DataTable'
import { FilterChoice } from '../shell/FilterBar'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { NewHazard } from './HazardForm'
import { MoveHazards } from './HazardMove'

type HazardRow = OutputOf<'hazards.list'>['rows'][number]

const columns = caseColumns<HazardRow>(hazardMachine, [
  { key: 'kind', title: '类别', text: (row) => hazardKindLabel[row.kind], width: 64 },
  {
    key: 'grade',
    title: '等级',
    cell: (row) => (row.grade === 'grave' ? <strong>◆ 重大</strong> : hazardGradeLabel[row.grade]),
    text: (row) => hazardGradeLabel[row.grade],
    width: 76,
  },
  { key: 'content', title: '隐患情况', text: (row) => row.content, width: 130, grow: 3 },
]).map((column) =>
  column.key === 'openedOn'
    ? { ...column, title: '检查日期' }
    : column.key === 'dueOn'
      ? { ...column, title: '期限', hint: '还没整改好的是整改期限，待复查的是复查日期。' }
      : column,
)

const starting = { ...startingCases, kind: '', grade: '', pressing: '' }

/** 隐患: what may hurt somebody at home, who mends it, and what still has to be looked at again. */
export function HazardsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [dialog, setDialog] = useState<'new' | 'export' | HazardMove | null>(null)
  const [selected, setSelected] = useState<Set<string | number>>(new Set())
  const mayWrite = useMay('hazards.write')
  const { filter: common, order } = caseQuestion<HazardState>(list)
  const filter = {
    ...common,
    kind: (list.kind || undefined) as HazardKind | undefined,
    grade: (list.grade || undefined) as HazardGrade | undefined,
    pressing: list.pressing === 'yes' || undefined,
  }
  const pages = useCasePages('hazards.list', { filter, order })
  const summary = useQueryOp('hazards.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const chosen = (pages.rows ?? []).filter(({ id }) => selected.has(id))
  const isSet =
    list.state !== 'open' ||
    [list.village, list.text, list.kind, list.grade, list.pressing].some(Boolean)
  const close = (): void => setDialog(null)
  return (
    <Page
      title="隐患"
      note={
        summary.data && (
          <span title={summary.data.basis}>
            未销号 {summary.data.open} 件
            {summary.data.overdue > 0 && ` · ▲ 逾期 ${summary.data.overdue} 件`}
          </span>
        )
      }
      main={
        mayWrite
          ? {
              label: '登记隐患',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('new'),
            }
          : undefined
      }
      actions={
        <Group gap="xs">
          {mayWrite && chosen.length > 0 && <MovesOfMany rows={chosen} onMove={setDialog} />}
          <Button variant="default" onClick={() => setDialog('export')}>
            导出 Excel
          </Button>
        </Group>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <RiskTabs at="/hazards" />
          <CaseFilters
            machine={hazardMachine}
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
              options={choices(hazardKindLabel)}
            />
            <FilterChoice
              label="等级"
              all="全部等级"
              value={list.grade}
              onChange={(grade) => setList({ grade })}
              options={choices(hazardGradeLabel)}
            />
            <FilterChoice
              label="急不急"
              all="不论急不急"
              value={list.pressing}
              onChange={(pressing) => setList({ pressing })}
              options={[{ value: 'yes', label: '重大或逾期' }]}
            />
          </CaseFilters>
        </Stack>
      }
      fill
    >
      <DataTable
        label="隐患"
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(hazardMachine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/hazards/${row.id}`)}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的隐患', hint: '放宽上面的条件再看。' }
            : {
                title: '没有未销号的隐患',
                hint: '检查、走访看到的用火用电、危房、滑坡、洪水等隐患，登记后列在这里，整改到复查合格为止。',
                action: mayWrite
                  ? { label: '登记隐患', onClick: () => setDialog('new') }
                  : undefined,
              }
        }
      />
      {dialog === 'new' && (
        <NewHazard onClose={close} onOpened={(id) => navigate(`/hazards/${id}`)} />
      )}
      {dialog === 'export' && (
        <ExportCases name="hazards.export" input={{ filter }} title="隐患台账" onClose={close} />
      )}
      {dialog !== null && dialog !== 'new' && dialog !== 'export' && (
        <MoveHazards
          hazards={chosen}
          move={dialog}
          onClose={close}
          onDone={() => setSelected(new Set())}
        />
      )}
    </Page>
  )
}

interface MovesOfManyProps {
  rows: readonly HazardRow[]
  onMove: (move: HazardMove) => void
}

/** What can be done with all that are selected; nothing where they stand too differently. */
function MovesOfMany({ rows, onMove }: MovesOfManyProps): React.ReactElement {
  const [first, ...others] = rows.map(({ state }) => movesFrom(hazardMachine, state, () => true))
  const moves = (first ?? []).filter((move) => others.every((one) => one.includes(move)))
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />}>
          办理选中的 {rows.length} 件
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {moves.length === 0 && <Menu.Item disabled>选中的状态不同，没有能一起办的</Menu.Item>}
        {moves.map((move) => (
          <Menu.Item key={move} onClick={() => onMove(move)}>
            {hazardMachine.moves[move].label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
