import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { VoucherBatchRow, VoucherRow } from '@shared/contract/vouchers'
import { yuanWords } from '@shared/domain/funds/balance'
import { stateLabels } from '@shared/domain/ledgers/machine'
import { voucherMachine, type VoucherState } from '@shared/domain/vouchers/machine'
import { useQueryOp, type OutputOf } from '../api'
import { VillageChoice } from '../contacts/ContactFilters'
import { choices } from '../ledgers/CaseFilters'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { StateMark, type StateKind } from '../shell/StateMark'
import { useMay } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import {
  BatchDialog,
  HandOutDialog,
  IssueDialog,
  NumbersDialog,
  type NumberAct,
} from './VoucherDialogs'

type Handout = OutputOf<'vouchers.handouts'>[number]
type Books = VoucherBatchRow['books']

const states = ['inStock', 'handedOut', 'redeemed', 'voided', 'expired'] as const
const acts = {
  'vouchers.issue': '发行',
  'vouchers.handOut': '发放',
  'vouchers.redeem': '核销',
  'vouchers.giveBack': '退回',
  'vouchers.void': '作废',
} as const

/** Shape beside the word: still to be used, done with, no longer good. */
const markOf: Record<VoucherState, StateKind> = {
  inStock: 'exempt',
  handedOut: 'due',
  redeemed: 'met',
  voided: 'exempt',
  expired: 'exempt',
}

const sumWords = ({ count, value }: Books['issued']): string =>
  count === 0 ? '0' : `${formatCount(count)} 张 ${yuanWords(value)}`

interface BookLine extends Pick<VoucherBatchRow, 'name' | 'books'> {
  /** Null: all batches together. */
  batch: VoucherBatchRow | null
}

const bookColumns: Column<BookLine>[] = [
  { key: 'name', title: '批次', text: (row) => row.name, width: 130, grow: 2 },
  {
    key: 'face',
    title: '面值',
    text: ({ batch }) => (batch ? yuanWords(batch.faceValue) : ''),
    width: 70,
    align: 'end',
  },
  {
    key: 'until',
    title: '有效期至',
    text: ({ batch }) => (batch ? formatDay(batch.expiresOn) || '长期' : ''),
    width: 100,
  },
  {
    key: 'issued',
    title: '发行',
    text: ({ books }) => sumWords(books.issued),
    width: 130,
    align: 'end',
  },
  ...states.map((state) => ({
    key: state,
    title: voucherMachine.states[state].label,
    text: ({ books }: BookLine) => sumWords(books.sums[state]),
    width: 116,
    align: 'end' as const,
  })),
  {
    key: 'difference',
    title: '相差',
    hint: '发行 − 库存 − 已发未用 − 已核销 − 已作废 − 已过期，应当是零。',
    cell: ({ books: { difference } }) =>
      difference.count === 0 && difference.value === 0 ? (
        <StateMark state="met">平</StateMark>
      ) : (
        <StateMark state="overdue">{sumWords(difference)}</StateMark>
      ),
    width: 80,
  },
]

const voucherColumns: Column<VoucherRow>[] = [
  { key: 'number', title: '券号', text: (row) => row.number, width: 120, whole: true },
  {
    key: 'state',
    title: '状态',
    cell: ({ state }) => (
      <StateMark state={markOf[state]}>{voucherMachine.states[state].label}</StateMark>
    ),
    width: 100,
  },
  {
    key: 'face',
    title: '面值',
    text: (row) => yuanWords(row.faceValue),
    width: 80,
    align: 'end',
  },
  { key: 'batch', title: '批次', text: (row) => row.batchName, width: 130, grow: 1 },
  { key: 'holder', title: '领取人', text: (row) => row.recipientName ?? '', width: 80 },
  { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 110 },
  { key: 'handed', title: '发放', text: (row) => formatDay(row.handedOn), width: 104 },
  { key: 'closed', title: '核销或作废', text: (row) => formatDay(row.closedOn), width: 104 },
  { key: 'reason', title: '说明', text: (row) => row.reason ?? '', width: 90, grow: 1 },
]

const handoutColumns: Column<Handout>[] = [
  { key: 'day', title: '发放日期', text: (row) => formatDay(row.day), width: 110 },
  { key: 'title', title: '事由', text: (row) => row.title, width: 180, grow: 2 },
  { key: 'batch', title: '批次', text: (row) => row.batchName, width: 160, grow: 1 },
  { key: 'people', title: '人数', text: (row) => formatCount(row.people), width: 80, align: 'end' },
  {
    key: 'vouchers',
    title: '张数',
    text: (row) => formatCount(row.vouchers),
    width: 80,
    align: 'end',
  },
  {
    key: 'value',
    title: '金额（元）',
    text: (row) => yuanWords(row.vouchers * row.faceValue),
    width: 120,
    align: 'end',
  },
  { key: 'by', title: '经办', text: (row) => row.by ?? '', width: 90 },
]

const noFilter = { batch: '', state: '', village: '', number: '' }

/** 服务券: the books of every batch, each voucher by its number, and who signed for which. */
export function VouchersPage(): React.ReactElement {
  const [list, setList] = useListState({ tab: 'books', ...noFilter })
  const [dialog, setDialog] = useState<'issue' | 'handOut' | NumberAct | VoucherBatchRow | null>(
    null,
  )
  const [exporting, setExporting] = useState(false)
  const [selected, setSelected] = useState<Set<string | number>>(new Set())
  const mayWrite = useMay('vouchers.write')
  const books = useQueryOp('vouchers.batches', {})
  const handouts = useQueryOp('vouchers.handouts', {}, { enabled: list.tab === 'handouts' })
  const pages = useCasePages(
    'vouchers.list',
    {
      filter: {
        batchId: list.batch ? Number(list.batch) : undefined,
        state: (list.state || undefined) as VoucherState | undefined,
        villageId: list.village ? Number(list.village) : undefined,
        number: list.number.trim() || undefined,
      },
    },
    { enabled: list.tab === 'vouchers' },
  )
  const batches = books.data?.batches ?? []
  const lines: BookLine[] | undefined = books.data && [
    ...batches.map((batch) => ({ batch, name: batch.name, books: batch.books })),
    ...(batches.length > 1 ? [{ batch: null, name: '合计', books: books.data.total }] : []),
  ]
  const close = (): void => setDialog(null)
  const chosen = (pages.rows ?? []).filter(({ id }) => selected.has(id)).map(({ number }) => number)
  const isSet = [list.batch, list.state, list.village, list.number].some(Boolean)
  const toPrint = list.batch ? batches.find(({ id }) => String(id) === list.batch) : batches[0]
  return (
    <Page
      title="服务券"
      parent="/services"
      note={
        books.data &&
        `发行 ${sumWords(books.data.total.issued)} 元 · 已发未用 ${sumWords(books.data.total.sums.handedOut)} 元`
      }
      main={
        mayWrite
          ? batches.length === 0
            ? {
                label: '发行一批',
                icon: <IconPlus size={18} />,
                onClick: () => setDialog('issue'),
              }
            : { label: '发放', icon: <IconPlus size={18} />, onClick: () => setDialog('handOut') }
          : undefined
      }
      actions={
        <>
          {mayWrite && <UndoLast acts={acts} />}
          {mayWrite && batches.length > 0 && (
            <>
              <Button variant="default" onClick={() => setDialog('redeem')}>
                {chosen.length > 0 ? `核销选中的 ${chosen.length} 张` : '核销'}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={15} />}>
                    更多
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setDialog('issue')}>发行一批</Menu.Item>
                  <Menu.Item onClick={() => setDialog('giveBack')}>退回到库存</Menu.Item>
                  <Menu.Item onClick={() => setDialog('void')}>作废</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
          {toPrint && (
            <Button
              variant="default"
              onClick={() => navigate(`/print/vouchers?batch=${toPrint.id}`)}
            >
              打印券
            </Button>
          )}
          <Button variant="default" onClick={() => setExporting(true)}>
            导出对账表
          </Button>
        </>
      }
      filters={
        <FilterBar onClear={isSet ? () => setList(noFilter) : undefined}>
          <SegmentedControl
            value={list.tab}
            onChange={(tab) => setList({ tab })}
            transitionDuration={0}
            data={[
              { value: 'books', label: '对账' },
              { value: 'vouchers', label: '逐张' },
              { value: 'handouts', label: '发放与签领' },
            ]}
          />
          {list.tab === 'vouchers' && (
            <FilterText
              value={list.number}
              onChange={(number) => setList({ number })}
              placeholder="券号"
            />
          )}
          {list.tab === 'vouchers' && (
            <FilterChoice
              label="批次"
              all="全部批次"
              value={list.batch}
              onChange={(batch) => setList({ batch })}
              options={batches.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
          {list.tab === 'vouchers' && (
            <FilterChoice
              label="状态"
              all="全部状态"
              value={list.state}
              onChange={(state) => setList({ state })}
              options={choices(stateLabels(voucherMachine))}
            />
          )}
          {list.tab === 'vouchers' && (
            <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
          )}
        </FilterBar>
      }
      fill
    >
      {list.tab === 'books' ? (
        <DataTable
          label="服务券对账"
          columns={bookColumns}
          rows={lines}
          rowKey={(row) => row.batch?.id ?? 'total'}
          sortedByCore
          rowState={({ books: { difference } }) =>
            difference.count === 0 && difference.value === 0 ? undefined : 'overdue'
          }
          onOpen={(row) => mayWrite && row.batch && setDialog(row.batch)}
          error={books.error}
          onRetry={() => void books.refetch()}
          empty={{
            title: '还没有发行过服务券',
            hint: '先发行一批：写明面值、张数、券号和有效期，再打印、发放。',
            action: mayWrite ? { label: '发行一批', onClick: () => setDialog('issue') } : undefined,
          }}
        />
      ) : list.tab === 'vouchers' ? (
        <DataTable
          label="服务券"
          columns={voucherColumns}
          rows={pages.rows}
          rowKey={(row) => row.id}
          sortedByCore
          selection={mayWrite ? { selected, onChange: setSelected } : undefined}
          onOpen={(row) =>
            row.recipientId !== null && navigate(`/recipients/${row.recipientId}?tab=living`)
          }
          onNearEnd={pages.onNearEnd}
          error={pages.error}
          onRetry={pages.onRetry}
          empty={{ title: '没有符合条件的服务券', hint: '券号要写全，如 ZL20260001。' }}
        />
      ) : (
        <DataTable
          label="发放与签领"
          columns={handoutColumns}
          rows={handouts.data}
          rowKey={(row) => row.id}
          sortedByCore
          onOpen={(row) => navigate(`/print/voucher-handout/${row.id}`)}
          error={handouts.error}
          onRetry={() => void handouts.refetch()}
          empty={{ title: '还没有发放过', hint: '点“发放”，选好人和张数；回车打开签领表打印。' }}
        />
      )}
      {dialog === 'issue' && <IssueDialog onClose={close} />}
      {dialog === 'handOut' && <HandOutDialog batches={batches} onClose={close} />}
      {(dialog === 'redeem' || dialog === 'giveBack' || dialog === 'void') && (
        <NumbersDialog act={dialog} numbers={chosen} onClose={close} />
      )}
      {typeof dialog === 'object' && dialog !== null && (
        <BatchDialog batch={dialog} onClose={close} />
      )}
      {exporting && (
        <ExportCases
          name="vouchers.export"
          input={{}}
          title="服务券对账表"
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
