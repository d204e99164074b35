import { useQueryOp } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatInstant } from '../shell/format'
import { changeWords, operationOf, type HistoryEntry } from './history-words'

interface HistoryLine {
  key: string
  entry: HistoryEntry
  words: string
}

const columns: Column<HistoryLine>[] = [
  { key: 'at', title: '时间', text: ({ entry }) => formatInstant(entry.at), width: 150 },
  {
    key: 'who',
    title: '经办人',
    text: ({ entry }) => entry.operatorName ?? '程序',
    whole: true,
    width: 90,
  },
  { key: 'what', title: '事项', text: ({ entry }) => operationOf(entry), whole: true, width: 100 },
  { key: 'words', title: '内容', text: ({ words }) => words, grow: 1 },
]

/** 变更记录: who changed which field, when, from what to what. */
export function HistoryTab({ recipientId }: { recipientId: number }): React.ReactElement {
  const history = useQueryOp('recipients.history', { id: recipientId })
  const lines = history.data?.flatMap((entry, at) =>
    changeWords(entry).map((words, line) => ({ key: `${at}.${line}`, entry, words })),
  )
  return (
    <DataTable
      label="变更记录"
      columns={columns}
      rows={lines}
      rowKey={(line) => line.key}
      error={history.error}
      onRetry={() => void history.refetch()}
      empty={{ title: '还没有变更' }}
    />
  )
}
