import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { fundDirectionLabel, yuanWords } from '@shared/domain/funds/balance'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { Produced } from '../documents/Produced'
import { FactsPanel } from '../ledgers/FactsPanel'
import { askReason } from '../shell/ask-reason'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatDay } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { useListState } from '../shell/list-state'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { FundEntryForm } from './FundEntryForm'
import { FundLineDialog } from './FundLineDialog'

type Year = OutputOf<'funds.year'>
type Line = Year['lines'][number]
type Entry = Year['entries'][number]

const money = (amount: number) => yuanWords(amount)

const lineColumns: Column<Line>[] = [
  { key: 'name', title: '科目', text: (row) => row.name, width: 180, grow: 2 },
  { key: 'source', title: '来源', text: (row) => row.source ?? '', width: 120, grow: 1 },
  { key: 'budget', title: '预算', text: (row) => money(row.budget), width: 120, align: 'end' },
  { key: 'in', title: '收入', text: (row) => money(row.in), width: 120, align: 'end' },
  { key: 'out', title: '支出', text: (row) => money(row.out), width: 120, align: 'end' },
  {
    key: 'balance',
    title: '余额',
    hint: '收入减去支出。透支的要写明超支原因才能登记。',
    text: (row) => (row.balance < 0 ? `▲ 透支 ${money(-row.balance)}` : money(row.balance)),
    width: 150,
    align: 'end',
  },
]

const entryColumns: Column<Entry>[] = [
  { key: 'day', title: '日期', text: (row) => formatDay(row.day), width: 104 },
  { key: 'line', title: '科目', text: (row) => row.lineName, width: 130, grow: 1 },
  {
    key: 'direction',
    title: '收支',
    text: (row) => fundDirectionLabel[row.direction],
    width: 64,
  },
  { key: 'amount', title: '金额', text: (row) => money(row.amount), width: 110, align: 'end' },
  { key: 'purpose', title: '用途或来由', text: (row) => row.purpose, width: 180, grow: 3 },
  { key: 'party', title: '来源或收款人', text: (row) => row.party ?? '', width: 120, grow: 1 },
  { key: 'voucher', title: '凭证号', text: (row) => row.voucherNo ?? '', width: 90 },
]

/** 经费: the year's budget lines with what came in, what went out and what is left. */
export function FundsPage(): React.ReactElement {
  const thisYear = (useSession().data?.today ?? '2026').slice(0, 4)
  const [list, setList] = useListState({ year: '', line: '' })
  const year = Number(list.year || thisYear)
  const { data, error, refetch } = useQueryOp('funds.year', { year })
  const mayWrite = useMay('organization.write')
  const exporting = useJob('funds.export')
  const [editing, setEditing] = useState<Line | 'new' | null>(null)
  const [peeked, setPeeked] = useState<Entry | null>(null)
  const entries = data?.entries.filter(
    ({ lineId }) => list.line === '' || String(lineId) === list.line,
  )
  return (
    <Page
      title="经费"
      note={
        data &&
        `收入 ${money(data.total.in)} · 支出 ${money(data.total.out)} · 余额 ${money(data.total.balance)} 元`
      }
      main={
        mayWrite
          ? { label: '新科目', icon: <IconPlus size={18} />, onClick: () => setEditing('new') }
          : undefined
      }
      actions={
        <Button variant="default" onClick={() => void exporting.start({ year })}>
          导出 Excel
        </Button>
      }
      filters={
        <OrganizationFilters at="/funds">
          <FilterBar
            onClear={list.year || list.line ? () => setList({ year: '', line: '' }) : undefined}
          >
            <FilterChoice
              label="年度"
              all={`${thisYear} 年`}
              value={list.year}
              onChange={(one) => setList({ year: one, line: '' })}
              options={[-1, 1, 2, 3].map((back) => ({
                value: String(Number(thisYear) - back),
                label: `${Number(thisYear) - back} 年`,
              }))}
            />
            <FilterChoice
              label="科目"
              all="全部科目"
              value={list.line}
              onChange={(line) => setList({ line })}
              options={(data?.lines ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
            />
          </FilterBar>
        </OrganizationFilters>
      }
      drawer={
        peeked
          ? {
              title: peeked.purpose,
              content: <EntryLook entry={peeked} onClose={() => setPeeked(null)} />,
              onClose: () => setPeeked(null),
            }
          : undefined
      }
    >
      <JobProgress job={exporting} />
      {exporting.result && <Produced artifact={exporting.result} printable={false} />}
      <Stack gap="md">
        <div style={{ height: '13rem', display: 'flex', flexDirection: 'column' }}>
          <DataTable
            label="经费科目"
            columns={lineColumns}
            rows={data?.lines}
            rowKey={(row) => row.id}
            rowState={(row) => (row.balance < 0 ? 'overdue' : undefined)}
            onOpen={mayWrite ? setEditing : undefined}
            error={error}
            onRetry={() => void refetch()}
            empty={{
              title: `${year} 年还没有经费科目`,
              hint: '点“新科目”（Ctrl+N），写明用途、来源和预算，再登记收支。',
            }}
          />
        </div>
        {mayWrite && data && data.lines.length > 0 && (
          <FundEntryForm key={`${year}:${data.lines.length}`} lines={data.lines} />
        )}
        <div style={{ height: '20rem', display: 'flex', flexDirection: 'column' }}>
          <DataTable
            label="收支"
            columns={peeked ? entryColumns.slice(0, 5) : entryColumns}
            rows={entries}
            rowKey={(row) => row.id}
            onOpen={setPeeked}
            onPeek={setPeeked}
            empty={{ title: '还没有收支', hint: '选好科目，写上金额和用途，按 Enter 登记一笔。' }}
          />
        </div>
      </Stack>
      {editing && (
        <FundLineDialog
          year={year}
          line={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  )
}

function EntryLook({ entry, onClose }: { entry: Entry; onClose: () => void }): React.ReactElement {
  const mayWrite = useMay('organization.write')
  const voiding = useCommandOp('funds.voidEntry')
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这笔收支',
      lead: '隐去后不再计入余额，变更记录里仍可查到。正确的请重新登记。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id: entry.id, reason })
        tellDone('已隐去')
        onClose()
      },
    })
  return (
    <>
      <FactsPanel
        title="收支"
        facts={[
          { label: '科目', words: entry.lineName },
          {
            label: fundDirectionLabel[entry.direction],
            words: `${money(entry.amount)} 元`,
          },
          { label: '日期', words: formatDay(entry.day) },
          { label: '来源或收款人', words: entry.party },
          { label: '凭证号', words: entry.voucherNo },
          ...(entry.overdraftReason === null
            ? []
            : [{ label: '超支原因', words: entry.overdraftReason }]),
        ]}
      />
      <Text size="sm" mt="sm">
        凭证的照片或扫描件：
      </Text>
      <Attachments entity="fund_entry" id={entry.id} />
      {mayWrite && (
        <Group mt="md">
          <Button variant="subtle" color="gray" onClick={askToVoid}>
            录错更正…
          </Button>
        </Group>
      )}
    </>
  )
}
