import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { likenessLabel } from '@shared/contract/corrections'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column } from '../shell/DataTable'
import { formatCount, formatDay, formatInstant } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'

type Pair = OutputOf<'recipients.duplicates'>[number]
type Distinct = OutputOf<'recipients.distinctPairs'>[number]

const wordsOf = (person: Pair['one']): string =>
  [
    person.name,
    formatDay(person.birthDate),
    person.villageName + person.villageGroupName,
    person.idTail && `证件尾号 ${person.idTail}`,
    person.status === 'active' ? null : recipientStatusLabel[person.status],
  ]
    .filter(Boolean)
    .join(' · ')

const files: Column<Pick<Pair, 'one' | 'other'>>[] = [
  { key: 'one', title: '先建的档案', text: ({ one }) => wordsOf(one), grow: 1, width: 240 },
  { key: 'other', title: '后建的档案', text: ({ other }) => wordsOf(other), grow: 1, width: 240 },
]

/** A button within a row: neither its click nor its keys open the row. */
function actionColumn<Row>(label: string, nameOf: (row: Row) => string, act: (row: Row) => void) {
  return {
    key: 'action',
    title: '处理',
    width: 120,
    cell: (row: Row) => (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${label}：${nameOf(row)}`}
        onClick={(event) => {
          event.stopPropagation()
          act(row)
        }}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {label}
      </Button>
    ),
  } satisfies Column<Row>
}

const namesOf = ({ one, other }: Pick<Pair, 'one' | 'other'>): string =>
  `${one.name}、${other.name}`

/** 疑似重复: pairs of files that may be one person's, and those found to be two people's. */
export function DuplicatesPage(): React.ReactElement {
  const [shown, setShown] = useState<'alike' | 'distinct'>('alike')
  const pairs = useQueryOp('recipients.duplicates', {})
  const distinct = useQueryOp('recipients.distinctPairs', {})
  return (
    <Page
      title="疑似重复"
      note={pairs.data && `${formatCount(pairs.data.length)} 对`}
      parent="/recipients"
      fill
      actions={
        <>
          <SegmentedControl
            aria-label="看哪一种"
            value={shown}
            onChange={(value) => setShown(value as typeof shown)}
            data={[
              { value: 'alike', label: '待看' },
              {
                value: 'distinct',
                label: `已定不是同一人 ${formatCount(distinct.data?.length ?? 0)}`,
              },
            ]}
          />
          <Button variant="default" component={Link} href="/recipients/corrections">
            更正与合并
          </Button>
        </>
      }
    >
      {shown === 'alike' ? <AlikeTable pairs={pairs} /> : <DistinctTable pairs={distinct} />}
    </Page>
  )
}

function AlikeTable({ pairs }: { pairs: ReturnType<typeof useQueryOp<'recipients.duplicates'>> }) {
  const mark = useCommandOp('recipients.markDistinct')
  const mayWrite = useMay('recipients.write')
  const ask = (pair: Pair): void =>
    askReason({
      title: `不是同一人：${namesOf(pair)}`,
      lead: '两份档案都不动，这一对不再列出；在“已定不是同一人”里可以撤销。',
      label: '不是同一人',
      onSubmit: async (reason) => {
        await mark.mutateAsync({ oneId: pair.one.id, otherId: pair.other.id, reason })
        tellDone(`已记下：${namesOf(pair)}不是同一人`)
      },
    })
  const columns: Column<Pair>[] = [
    {
      key: 'why',
      title: '相似之处',
      text: ({ why }) => likenessLabel[why],
      whole: true,
      width: 180,
    },
    ...files,
    ...(mayWrite ? [actionColumn('不是同一人', namesOf, ask)] : []),
  ]
  return (
    <DataTable
      label="疑似重复"
      columns={columns}
      rows={pairs.data}
      rowKey={({ one, other }) => `${one.id}.${other.id}`}
      onOpen={({ one, other }) => navigate(`/recipients/merge/${one.id}/${other.id}`)}
      error={pairs.error}
      onRetry={() => void pairs.refetch()}
      empty={{
        title: '没有疑似重复的档案',
        hint: '按姓名（含同音）、出生日期、村社区和电话比对；身份证号不同的不算。',
      }}
    />
  )
}

function DistinctTable({
  pairs,
}: {
  pairs: ReturnType<typeof useQueryOp<'recipients.distinctPairs'>>
}) {
  const unmark = useCommandOp('recipients.unmarkDistinct')
  const mayWrite = useMay('recipients.write')
  const ask = (pair: Distinct): void =>
    askReason({
      title: `撤销“不是同一人”：${namesOf(pair)}`,
      lead: '这一对会重新列入待看。',
      label: '撤销',
      onSubmit: async (reason) => {
        await unmark.mutateAsync({ id: pair.id, reason })
        tellDone('已撤销，这一对重新列入待看')
      },
    })
  const columns: Column<Distinct>[] = [
    ...files,
    { key: 'reason', title: '原因', text: ({ reason }) => reason, width: 200 },
    { key: 'who', title: '经办人', text: ({ operatorName }) => operatorName ?? '程序', width: 90 },
    { key: 'at', title: '时间', text: ({ at }) => formatInstant(at), width: 150 },
    ...(mayWrite ? [actionColumn('撤销', namesOf, ask)] : []),
  ]
  return (
    <DataTable
      label="已定不是同一人"
      columns={columns}
      rows={pairs.data}
      rowKey={({ id }) => id}
      onOpen={({ one, other }) => navigate(`/recipients/merge/${one.id}/${other.id}`)}
      error={pairs.error}
      onRetry={() => void pairs.refetch()}
      empty={{
        title: '还没有定下“不是同一人”的',
        hint: '在“待看”里点一对右边的“不是同一人”；导入时说定另有其人的也记在这里。',
      }}
    />
  )
}
