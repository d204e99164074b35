import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { categoryLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import type { ChosenPerson } from '../contacts/PeoplePicker'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterText } from '../shell/FilterBar'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'
import { HelperForm } from './HelperForm'
import { PairingForm } from './PairingForm'

type HelperRow = OutputOf<'helpers.list'>[number]
type UnhelpedRow = OutputOf<'pairings.unhelped'>[number]

const name: Column<HelperRow> = {
  key: 'name',
  title: '姓名',
  text: (row) => row.name,
  sortBy: (row) => row.initials,
  width: 84,
  whole: true,
}
const about = (dictionaries: Dictionaries): Column<HelperRow>[] => [
  {
    key: 'kind',
    title: '身份',
    text: (row) => dictionaries.words('helperKind', row.kind),
    sortBy: (row) => row.kind,
    width: 88,
  },
  {
    key: 'unit',
    title: '单位职务',
    text: (row) => [row.unit, row.post].filter(Boolean).join(' '),
    sortBy: (row) => row.unit,
    width: 170,
    grow: 2,
  },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    sortBy: (row) => row.villageName,
    width: 110,
    grow: 1,
  },
  { key: 'phone', title: '电话', text: (row) => row.phones.join('、'), width: 136 },
]

const servingColumns = (dictionaries: Dictionaries): Column<HelperRow>[] => [
  name,
  ...about(dictionaries),
  {
    key: 'caseload',
    title: '帮扶人数',
    hint: '今天在册、由他结对帮扶的人数。',
    text: (row) => String(row.caseload),
    sortBy: (row) => row.caseload,
    width: 96,
    align: 'end',
  },
  {
    key: 'state',
    title: '联系情况',
    hint: '帮扶的人里，逾期几人、到期几人；与工作台是同一个口径。',
    cell: (row) => (
      <>
        {row.overdue > 0 && <StateMark state="overdue">逾期 {row.overdue}</StateMark>}
        {row.overdue > 0 && row.due > 0 && '　'}
        {row.due > 0 && <StateMark state="due">到期 {row.due}</StateMark>}
        {row.caseload > 0 && row.overdue + row.due === 0 && <StateMark state="met" />}
      </>
    ),
    sortBy: (row) => row.overdue * 10_000 + row.due,
    width: 170,
  },
]

const leftColumns = (dictionaries: Dictionaries): Column<HelperRow>[] => [
  name,
  ...about(dictionaries),
  { key: 'to', title: '离任日期', text: (row) => formatDay(row.to), sortBy: (row) => row.to },
  { key: 'reason', title: '原因', text: (row) => row.leftReason ?? '', grow: 1 },
]

const unhelpedColumns: Column<UnhelpedRow>[] = [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.recipientName,
    sortBy: (row) => row.initials,
    width: 84,
    whole: true,
  },
  { key: 'age', title: '年龄', text: (row) => row.age ?? '', width: 90 },
  {
    key: 'categories',
    title: '类别',
    text: (row) => row.categories.map((category) => categoryLabel[category]).join('、'),
    sortBy: (row) => -row.categories.length,
    width: 200,
    grow: 2,
  },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => [row.villageName, row.groupName].filter(Boolean).join(' '),
    sortBy: (row) => row.villageName,
    width: 180,
    grow: 1,
  },
  {
    key: 'last',
    title: '上一位帮扶人',
    text: (row) =>
      row.lastHelper ? `${row.lastHelper}（到 ${formatDay(row.lastUntil)}）` : '从未结对',
    sortBy: (row) => row.lastUntil,
    width: 200,
    grow: 1,
  },
]

/** 结对帮扶: helpers with their caseload, and whoever nobody helps. */
export function HelpersPage(): React.ReactElement {
  const [list, setList] = useListState({ tab: 'now', text: '' })
  const mayWrite = useMay('helpers.write')
  const unhelped = useQueryOp('pairings.unhelped', {})
  const [creating, setCreating] = useState(false)
  const [pairing, setPairing] = useState<ChosenPerson[] | null>(null)
  const [selected, setSelected] = useState<Set<string | number>>(new Set())
  const isUnhelped = list.tab === 'unhelped'
  const chosen = (unhelped.data ?? [])
    .filter(({ recipientId }) => selected.has(recipientId))
    .map(({ recipientId, recipientName }) => ({ id: recipientId, name: recipientName }))

  return (
    <Page
      title="结对帮扶"
      main={
        !mayWrite
          ? undefined
          : isUnhelped
            ? {
                label: chosen.length > 0 ? `给选中的 ${chosen.length} 人结对` : '结对',
                icon: <IconPlus size={18} />,
                onClick: () => setPairing(chosen),
              }
            : { label: '新帮扶人', icon: <IconPlus size={18} />, onClick: () => setCreating(true) }
      }
      actions={
        mayWrite &&
        !isUnhelped && (
          <Button variant="default" onClick={() => setPairing([])}>
            结对
          </Button>
        )
      }
      filters={
        <FilterBar onClear={list.text === '' ? undefined : () => setList({ text: '' })}>
          <SegmentedControl
            value={list.tab}
            onChange={(tab) => setList({ tab })}
            transitionDuration={0}
            data={[
              { value: 'now', label: '帮扶人' },
              {
                value: 'unhelped',
                label: unhelped.data
                  ? `无帮扶人的对象 ${formatCount(unhelped.data.length)}`
                  : '无帮扶人的对象',
              },
              { value: 'left', label: '已离任' },
            ]}
          />
          <FilterText
            value={list.text}
            onChange={(text) => setList({ text })}
            placeholder={isUnhelped ? '姓名、首字母、村' : '姓名、首字母、单位、村'}
          />
        </FilterBar>
      }
      fill
    >
      {isUnhelped ? (
        <UnhelpedTable
          rows={unhelped.data}
          error={unhelped.error ?? undefined}
          text={list.text}
          selection={{ selected, onChange: setSelected }}
        />
      ) : (
        <HelperTable
          serving={list.tab === 'left' ? 'left' : 'now'}
          text={list.text}
          onCreate={mayWrite ? () => setCreating(true) : undefined}
        />
      )}
      {creating && (
        <HelperForm
          onClose={() => setCreating(false)}
          onCreated={(id) => navigate(`/helpers/${id}`)}
        />
      )}
      {pairing && (
        <PairingForm
          people={pairing}
          onClose={() => {
            setPairing(null)
            setSelected(new Set())
          }}
        />
      )}
    </Page>
  )
}

const fits = (text: string, initials: string, words: (string | null)[]): boolean => {
  const wanted = text.trim()
  return initials.startsWith(wanted.toUpperCase()) || words.some((word) => word?.includes(wanted))
}

interface HelperTableProps {
  serving: 'now' | 'left'
  text: string
  onCreate?: () => void
}

function HelperTable({ serving, text, onCreate }: HelperTableProps): React.ReactElement {
  const helpers = useQueryOp('helpers.list', { serving })
  const dictionaries = useDictionaries()
  const rows = useMemo(
    () =>
      helpers.data?.filter((row) =>
        fits(text, row.initials, [row.name, row.unit, row.villageName]),
      ),
    [helpers.data, text],
  )
  return (
    <DataTable
      label="帮扶人"
      columns={(serving === 'now' ? servingColumns : leftColumns)(dictionaries)}
      rows={rows}
      rowKey={(row) => row.id}
      rowState={(row) => (row.overdue > 0 ? 'overdue' : row.due > 0 ? 'due' : undefined)}
      onOpen={(row) => navigate(`/helpers/${row.id}`)}
      error={helpers.error ?? undefined}
      onRetry={() => void helpers.refetch()}
      empty={
        serving === 'left'
          ? { title: '没有离任的帮扶人' }
          : {
              title: '还没有帮扶人',
              hint: '登记镇村干部、党员、村医、邻里等帮扶人，或者导入结对登记表，再给每位老人结对。',
              action: onCreate && { label: '新帮扶人', onClick: onCreate },
            }
      }
    />
  )
}

interface UnhelpedTableProps {
  rows: UnhelpedRow[] | undefined
  error: unknown
  text: string
  selection: {
    selected: ReadonlySet<string | number>
    onChange: (keys: Set<string | number>) => void
  }
}

function UnhelpedTable({ rows, error, text, selection }: UnhelpedTableProps): React.ReactElement {
  const shown = useMemo(
    () => rows?.filter((row) => fits(text, row.initials, [row.recipientName, row.villageName])),
    [rows, text],
  )
  return (
    <DataTable
      label="无帮扶人的对象"
      columns={unhelpedColumns}
      rows={shown}
      rowKey={(row) => row.recipientId}
      onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
      selection={selection}
      error={error}
      empty={{ title: '人人都有帮扶人', hint: '在册对象都已结对。' }}
    />
  )
}
