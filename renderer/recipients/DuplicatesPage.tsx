import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { likenessLabel } from '@shared/contract/corrections'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatCount, formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'

type Pair = OutputOf<'recipients.duplicates'>[number]

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

const columns: Column<Pair>[] = [
  { key: 'why', title: '相似之处', text: ({ why }) => likenessLabel[why], whole: true, width: 180 },
  { key: 'one', title: '先建的档案', text: ({ one }) => wordsOf(one), grow: 1, width: 240 },
  { key: 'other', title: '后建的档案', text: ({ other }) => wordsOf(other), grow: 1, width: 240 },
]

/** 疑似重复: pairs of files that may be one person's. Opening one leads to the two side by side. */
export function DuplicatesPage(): React.ReactElement {
  const pairs = useQueryOp('recipients.duplicates', {})
  return (
    <Page
      title="疑似重复"
      note={pairs.data && `${formatCount(pairs.data.length)} 对`}
      parent="/recipients"
      fill
      actions={
        <Button variant="default" component={Link} href="/recipients/corrections">
          更正与合并
        </Button>
      }
    >
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
    </Page>
  )
}
