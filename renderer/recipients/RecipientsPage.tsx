import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import { Link } from 'wouter'
import { recipientSorts, type RecipientRow } from '@shared/contract/recipients'
import { customIdOf, customKey } from '@shared/domain/custom-fields/custom-field'
import {
  defaultColumns,
  isListField,
  rowColumnLabel,
  type ListColumn,
} from '@shared/domain/list-columns'
import { completenessFactLabel } from '@shared/domain/completeness/rules'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { categoryLabel, recipientGroupLabel, recipientStatusLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type InputOf } from '../api'
import { CustomFilter } from '../custom-fields/CustomFilter'
import { useCustomFields } from '../custom-fields/useCustomFields'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { markOf } from '../contacts/standing-words'
import { DataTable, type RowKey, type Sort } from '../shell/DataTable'
import { useEscape } from '../shell/escape'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { BulkEditDialog } from './BulkEditDialog'
import { ColumnsDialog } from './ColumnsDialog'
import { ExportDialog } from './ExportDialog'
import { filterOf, noConditions } from './conditions'
import { columnOf } from './list-columns'
import { ListMenu, type ListTool, type ListView } from './ListMenu'
import { rememberOrder } from './list-order'
import { QuickLook } from './QuickLook'
import { SaveViewDialog } from './SaveViewDialog'

const defaults = {
  ...noConditions,
  sort: '',
  /** The own view the list was opened with: it brings its columns. */
  view: '',
}
type State = typeof defaults

const options = (labels: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const statusOptions = [...options(recipientStatusLabel), { value: 'closed', label: '不在册' }]
const standingOptions = [
  { value: 'overdue', label: '▲ 逾期' },
  { value: 'due', label: '● 到期' },
  { value: 'met', label: '✓ 已完成' },
  { value: 'exempt', label: '○ 豁免' },
]
const missingOptions = [
  { value: 'any', label: '信息待补' },
  ...options(completenessFactLabel).map(({ value, label }) => ({ value, label: `缺${label}` })),
]
const tierOptions = [...options(serviceTierLabel), { value: 'undecided', label: '类别待核实' }]
const helperOptions = [{ value: 'none', label: '没有帮扶人' }]

type ListInput = InputOf<'recipients.list'>

function inputOf(state: State): ListInput {
  const by = state.sort.replace(/^-/, '')
  const sort = recipientSorts.find((one) => one === by) ?? 'village'
  return { filter: filterOf(state), sort, descending: state.sort.startsWith('-') }
}

/** 文书中心 with the people of this list chosen. */
function printAddress(state: State): string {
  return `/documents?${new URLSearchParams({ ...state, paper: 'recipientFile' }).toString()}`
}

const hiddenBesideLook: ReadonlySet<ListColumn> = new Set(['phone', 'idTail', 'status', 'gender'])

/** Where several states are mixed the list says which is whose. */
function withStatus(columns: readonly ListColumn[], status: string): readonly ListColumn[] {
  return status === 'active' || columns.includes('status') ? columns : [...columns, 'status']
}

/** What a view keeps: the conditions and the order that differ from an untouched list. */
function conditionsOf(state: State): ListView['conditions'] {
  return Object.fromEntries(
    (Object.keys(defaults) as (keyof State)[])
      .filter((key) => key !== 'view' && state[key] !== defaults[key])
      .map((key) => [key, state[key]]),
  )
}

/** 关爱对象: everybody on file, by a filter that reads as a sentence. */
export function RecipientsPage(): React.ReactElement {
  const dictionaries = useDictionaries()
  const [state, set] = useListState(defaults)
  const [typed, setTyped] = useState(state.text)
  const [text] = useDebouncedValue(typed, 120)
  // The address follows the field, not the other way round.
  const follow = useEffectEvent((wanted: string) => {
    if (wanted !== state.text) set({ text: wanted })
  })
  useEffect(() => follow(text), [text])

  const [peeked, setPeeked] = useState<RecipientRow | null>(null)
  const mayWrite = useMay('recipients.write')
  const mayImport = useMay('imports.write')
  const own = useQueryOp('recipientLists.own', {}).data
  const columns: readonly ListColumn[] =
    own?.views.find(({ name }) => name === state.view)?.columns ?? own?.columns ?? defaultColumns
  const fields = columns.filter(isListField)
  const customFields = useCustomFields()
  const list = useQueryOp('recipients.list', {
    ...inputOf(state),
    fields,
    customFields: columns.flatMap((column) => customIdOf(column) ?? []),
  })
  const villages = useQueryOp('villages.list', {}).data ?? []
  const rows = list.data?.rows
  useEffect(() => {
    if (rows) rememberOrder(rows.map(({ id }) => id))
  }, [rows])

  // Beside the quick look there is room for what tells people apart, no more.
  const shownColumns = (
    peeked
      ? columns.filter((key) => key in rowColumnLabel && !hiddenBesideLook.has(key))
      : withStatus(columns, state.status)
  ).map((column) => columnOf(column, dictionaries, customFields))

  const [dialog, setDialog] = useState<Exclude<ListTool, 'pick'> | 'bulk' | null>(null)
  const close = (): void => setDialog(null)
  /** Who is being picked for a bulk edit; null where nobody is picking. */
  const [picked, setPicked] = useState<Set<RowKey> | null>(null)
  useEscape(() => setPicked(null), picked !== null && dialog === null)
  const openView = ({ name, conditions }: ListView): void => {
    setTyped(conditions['text'] ?? '')
    set({ ...defaults, ...conditions, view: name })
  }
  const openTool = (tool: ListTool): void => {
    if (tool === 'pick') {
      setPeeked(null)
      setPicked(new Set())
    } else setDialog(tool)
  }

  const changed = (Object.keys(defaults) as (keyof State)[]).some(
    (key) => key !== 'sort' && state[key] !== defaults[key],
  )
  const clear = (): void => {
    setTyped('')
    set({ ...defaults, sort: state.sort })
  }
  const openNew = (): void =>
    navigate(state.village ? `/recipients/new?village=${state.village}` : '/recipients/new')

  const choice = (key: keyof State, label: string, all: string, list: typeof statusOptions) => (
    <FilterChoice
      label={label}
      value={state[key]}
      onChange={(value) => set({ [key]: value })}
      options={list}
      all={all}
    />
  )
  return (
    <Page
      title="关爱对象"
      note={list.data && `${formatCount(list.data.total)} 人`}
      fill
      actions={
        picked ? (
          <>
            <span role="status">已选 {formatCount(picked.size)} 人</span>
            <Button variant="default" onClick={() => setPicked(null)}>
              结束（Esc）
            </Button>
            <Button disabled={picked.size === 0} onClick={() => setDialog('bulk')}>
              修改所选
            </Button>
          </>
        ) : (
          <>
            <ListMenu
              title={state.view}
              views={own?.views ?? []}
              onView={openView}
              onTool={openTool}
            />
            <Button variant="default" component={Link} href={printAddress(state)}>
              打印
            </Button>
            <Button variant="default" component={Link} href="/benefits">
              待遇
            </Button>
            <Button variant="default" component={Link} href="/alerts">
              预警
            </Button>
            <Button variant="default" component={Link} href="/assessments">
              评估到期
            </Button>
            {mayImport && (
              <Button variant="default" component={Link} href="/imports">
                导入台账
              </Button>
            )}
          </>
        )
      }
      main={
        mayWrite && !picked
          ? { label: '新建档案', icon: <IconPlus size={18} />, onClick: openNew }
          : undefined
      }
      filters={
        <FilterBar onClear={changed ? clear : undefined}>
          <FilterText value={typed} onChange={setTyped} placeholder="姓名、拼音或尾号" />
          {choice(
            'village',
            '村社区',
            '全部村社区',
            villages.map(({ id, name }) => ({ value: String(id), label: name })),
          )}
          <FilterChoice
            label="状态"
            value={state.status === 'any' ? '' : state.status}
            onChange={(value) => set({ status: value === '' ? 'any' : value })}
            options={statusOptions}
            all="全部状态"
          />
          {choice('group', '群体', '全部群体', options(recipientGroupLabel))}
          {choice('category', '类别', '全部类别', options(categoryLabel))}
          {choice('tier', '服务类别', '服务不限', tierOptions)}
          {choice('standing', '走访', '走访不限', standingOptions)}
          {choice('helper', '帮扶人', '帮扶不限', helperOptions)}
          {choice('missing', '信息待补', '信息不限', [
            ...missingOptions,
            ...customFields
              .filter(({ required, retired }) => required && !retired)
              .map((field) => ({ value: customKey(field), label: `缺${field.name}` })),
          ])}
          <CustomFilter value={state.custom} onChange={(custom) => set({ custom })} />
        </FilterBar>
      }
      drawer={
        peeked
          ? {
              title: peeked.name,
              content: <QuickLook id={peeked.id} />,
              onClose: () => setPeeked(null),
            }
          : undefined
      }
    >
      <DataTable
        label="关爱对象"
        columns={shownColumns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={picked ? undefined : (row) => navigate(`/recipients/${row.id}`)}
        onPeek={picked ? undefined : setPeeked}
        selection={picked ? { selected: picked, onChange: setPicked } : undefined}
        rowState={(row) => markOf(row.standing)}
        sort={state.sort as Sort}
        onSort={(sort) => set({ sort })}
        sortedByCore
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          changed
            ? {
                title: '没有符合条件的人',
                hint: '换一个条件，或清除全部条件再找。',
                action: { label: '清除条件', onClick: clear },
              }
            : {
                title: '还没有关爱对象',
                hint: '可以导入现有台账，也可以先逐人录入。',
                ...(mayImport
                  ? { action: { label: '导入台账', onClick: () => navigate('/imports') } }
                  : mayWrite && { action: { label: '新建档案', onClick: openNew } }),
              }
        }
      />
      {dialog === 'columns' && (
        <ColumnsDialog columns={columns} onSaved={() => set({ view: '' })} onClose={close} />
      )}
      {dialog === 'view' && (
        <SaveViewDialog
          view={{ conditions: conditionsOf(state), columns: [...columns] }}
          taken={(own?.views ?? []).map(({ name }) => name)}
          onSaved={(view) => set({ view })}
          onClose={close}
        />
      )}
      {dialog === 'export' && (
        <ExportDialog
          list={inputOf(state)}
          columns={withStatus(columns, state.status)}
          count={list.data?.total ?? 0}
          onClose={close}
        />
      )}
      {dialog === 'bulk' && picked && (
        <BulkEditDialog
          ids={[...picked].map(Number)}
          onDone={() => {
            close()
            setPicked(null)
          }}
          onClose={close}
        />
      )}
    </Page>
  )
}
