import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { recipientSorts, type RecipientRow } from '@shared/contract/recipients'
import { completenessFactLabel } from '@shared/domain/completeness/rules'
import {
  categoryLabel,
  genderLabel,
  recipientGroupLabel,
  recipientStatusLabel,
} from '@shared/domain/vocabulary'
import { useQueryOp, type InputOf } from '../api'
import { markOf } from '../contacts/standing-words'
import { DataTable, type Column, type Sort } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { rememberOrder } from './list-order'
import { QuickLook } from './QuickLook'

const defaults = {
  text: '',
  village: '',
  status: 'active',
  category: '',
  group: '',
  standing: '',
  helper: '',
  missing: '',
  sort: '',
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
const helperOptions = [{ value: 'none', label: '没有帮扶人' }]

type ListInput = InputOf<'recipients.list'>

function inputOf(state: State): ListInput {
  const { text, village, status, category, group, standing, helper, missing } = state
  const filter = {
    text: text || undefined,
    villageId: village ? Number(village) : undefined,
    status: status === 'any' ? undefined : status,
    category: category || undefined,
    group: group || undefined,
    standing: standing || undefined,
    withoutHelper: helper === 'none' || undefined,
    missing: missing || undefined,
  } as ListInput['filter']
  const by = state.sort.replace(/^-/, '')
  const sort = recipientSorts.find((one) => one === by) ?? 'village'
  return { filter, sort, descending: state.sort.startsWith('-') }
}

/** 文书中心 with the people of this list chosen. */
function printAddress(state: State): string {
  return `/documents?${new URLSearchParams({ ...state, paper: 'recipientFile' }).toString()}`
}

/** Its header sorts; the order itself is the core's. */
const sortable = (): null => null

const columns: Column<RecipientRow>[] = [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.name,
    cell: (row) => <strong style={{ fontWeight: 600 }}>{row.name}</strong>,
    sortBy: sortable,
    whole: true,
    width: 92,
  },
  {
    key: 'gender',
    title: '性别',
    text: (row) => (row.gender ? genderLabel[row.gender] : ''),
    width: 54,
  },
  { key: 'age', title: '周岁', text: (row) => row.age ?? '', sortBy: sortable, width: 84 },
  {
    key: 'village',
    title: '村组',
    text: (row) => row.villageName + row.villageGroupName,
    sortBy: sortable,
    whole: true,
    width: 120,
  },
  {
    key: 'categories',
    title: '类别',
    text: (row) => row.categories.map((category) => categoryLabel[category]).join(' '),
    hint: '由档案里的事实算出，打开档案可看每一类的理由；人工认定的以认定为准。',
    width: 150,
    grow: 2,
  },
  {
    key: 'standing',
    title: '走访',
    cell: (row) => {
      const state = markOf(row.standing)
      return state && <StateMark state={state} />
    },
    sortBy: sortable,
    hint: '▲ 逾期：上一个周期没有完成，之后也没有联系。● 到期：本周期还没有完成。',
    width: 92,
  },
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => row.helpers.join('、'),
    width: 90,
    grow: 1,
  },
  {
    key: 'missing',
    title: '待补',
    text: (row) => (row.missing > 0 ? `${row.missing} 项` : ''),
    sortBy: sortable,
    hint: '档案里还有几项该问没问到；打开档案可看是哪几项、怎么问。',
    width: 72,
  },
  { key: 'phone', title: '电话', text: (row) => row.phone ?? '', width: 126 },
  {
    key: 'idTail',
    title: '证件尾号',
    text: (row) => row.idTail ?? '',
    width: 84,
  },
  {
    key: 'status',
    title: '状态',
    text: (row) => recipientStatusLabel[row.status],
    sortBy: sortable,
    width: 84,
  },
]

/** 关爱对象: everybody on file, by a filter that reads as a sentence. */
export function RecipientsPage(): React.ReactElement {
  const [state, set] = useListState(defaults)
  const [typed, setTyped] = useState(state.text)
  const [text] = useDebouncedValue(typed, 120)
  useEffect(() => {
    if (text !== state.text) set({ text })
    // The address follows the field, not the other way round.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])

  const [peeked, setPeeked] = useState<RecipientRow | null>(null)
  const mayWrite = useMay('recipients.write')
  const mayImport = useMay('imports.write')
  const list = useQueryOp('recipients.list', inputOf(state))
  const villages = useQueryOp('villages.list', {}).data ?? []
  const rows = list.data?.rows
  useEffect(() => {
    if (rows) rememberOrder(rows.map(({ id }) => id))
  }, [rows])

  // Beside the quick look there is room for what tells people apart, no more.
  const hidden = peeked
    ? ['phone', 'idTail', 'status', 'gender']
    : state.status === 'active'
      ? ['status']
      : []
  const shownColumns = columns.filter(({ key }) => !hidden.includes(key))

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
        <>
          <Button variant="default" component={Link} href={printAddress(state)}>
            打印
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
      }
      main={
        mayWrite ? { label: '新建档案', icon: <IconPlus size={18} />, onClick: openNew } : undefined
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
          {choice('standing', '走访', '走访不限', standingOptions)}
          {choice('helper', '帮扶人', '帮扶不限', helperOptions)}
          {choice('missing', '信息待补', '信息不限', missingOptions)}
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
        onOpen={(row) => navigate(`/recipients/${row.id}`)}
        onPeek={setPeeked}
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
    </Page>
  )
}
