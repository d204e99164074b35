import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import {
  checkBlockLabel,
  checkMarkLabel,
  codesOf,
  contactKindLabel,
} from '@shared/domain/vocabulary'
import { call, type CallError, type InputOf, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatDay, formatInstant } from '../shell/format'
import { EditContact, type ContactRow } from './EditContact'

type Page = OutputOf<'contacts.list'>
type Filter = Omit<InputOf<'contacts.list'>, 'after' | 'limit'>

interface ContactListProps {
  filter: Filter
  /** Leaves out the column that every row would repeat. */
  hide?: 'recipient' | 'helper'
  empty: { title: string; hint?: string; action?: { label: string; onClick: () => void } }
}

const pageSize = 200

/** `健康√ 安全×`, only what was looked at. */
function checksText(checks: ContactRow['checks']): string {
  if (!checks) return ''
  return codesOf(checkBlockLabel)
    .filter((block) => checks[block] && checks[block] !== 'unseen')
    .map((block) => checkBlockLabel[block] + checkMarkLabel[checks[block]!])
    .join(' ')
}

function enteredWords({ lateDays, enteredAt }: ContactRow): string {
  if (lateDays === null) return formatInstant(enteredAt)
  return lateDays === 0 ? '当天' : `${lateDays} 天后补录`
}

const columns: (Column<ContactRow> & { about?: ContactListProps['hide'] })[] = [
  { key: 'date', title: '日期', text: (row) => formatDay(row.date), width: 112 },
  {
    key: 'recipient',
    about: 'recipient',
    title: '姓名',
    text: (row) => row.recipientName,
    width: 80,
    whole: true,
  },
  {
    key: 'village',
    about: 'recipient',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    width: 96,
  },
  { key: 'kind', title: '方式', text: (row) => contactKindLabel[row.kind], width: 84 },
  {
    key: 'visitor',
    about: 'helper',
    title: '走访人',
    text: (row) => row.helperName ?? row.visitor ?? '',
    width: 90,
    whole: true,
  },
  { key: 'checks', title: '查看五项', text: (row) => checksText(row.checks), width: 150, grow: 1 },
  {
    key: 'problem',
    title: '问题与处理',
    text: (row) => [row.summary, row.problem, row.outcome].filter(Boolean).join(' → '),
    width: 180,
    grow: 3,
  },
  {
    key: 'entered',
    title: '录入',
    hint: '录入的时间；走访当天之后才录入的是补录，照常计入走访那天。',
    text: enteredWords,
    width: 110,
  },
]

/** Contacts, latest first; the next page is fetched as the end comes into sight. */
export function ContactList({ filter, hide, empty }: ContactListProps): React.ReactElement {
  const list = useInfiniteQuery<Page, CallError, { pages: Page[] }, unknown[], Page['next']>({
    queryKey: ['contacts.list', filter, 'pages'],
    queryFn: ({ pageParam }) =>
      call('contacts.list', { ...filter, limit: pageSize, after: pageParam ?? undefined }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows), [list.data])
  const [opened, setOpened] = useState<ContactRow | null>(null)
  const shown = useMemo(() => columns.filter(({ about }) => !about || about !== hide), [hide])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <>
      <DataTable
        label="走访记录"
        columns={shown}
        rows={rows}
        rowKey={(row) => row.id}
        sortedByCore
        onOpen={setOpened}
        onNearEnd={onNearEnd}
        error={list.error ?? undefined}
        onRetry={() => void list.refetch()}
        empty={empty}
      />
      {opened && <EditContact key={opened.id} contact={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
