import { Button, Group, Text } from '@mantine/core'
import { useCommandOp, useQueryOp } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { DataTable, type Column } from '../shell/DataTable'
import { formatInstant } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { changeWords, operationOf, type HistoryEntry, type HistoryWords } from './history-words'

interface HistoryLine extends HistoryWords {
  key: string
  entry: HistoryEntry
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
]

const wordsColumn = (onRestore: ((line: HistoryLine) => void) | null): Column<HistoryLine> => ({
  key: 'words',
  title: '内容',
  text: (line) => line.words,
  cell: (line) => (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" truncate title={line.words}>
        {line.words}
      </Text>
      {line.restore && onRestore && (
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ flexShrink: 0 }}
          onClick={() => onRestore(line)}
          title="作为一次新的修改保存，原有记录不变"
        >
          恢复为“{line.restore.before}”
        </Button>
      )}
    </Group>
  ),
  grow: 1,
})

/** 变更记录: who made or changed what, when, from what to what; an old value can be given back. */
export function HistoryTab({ recipientId }: { recipientId: number }): React.ReactElement {
  const history = useQueryOp('recipients.history', { id: recipientId, limit: 500 })
  const restore = useCommandOp('recipients.restoreValue')
  const mayWrite = useMay('recipients.write')
  const giveBack = ({ entry, restore: value }: HistoryLine): void => {
    if (!value) return
    restore
      .mutateAsync({ id: recipientId, changeId: entry.id, field: value.field })
      .then(() => tellDone(`已恢复为“${value.before}”`), tellFailure)
  }
  return (
    <HistoryTable
      entries={history.data}
      onRestore={mayWrite ? giveBack : null}
      error={history.error}
      onRetry={() => void history.refetch()}
    />
  )
}

interface HistoryTableProps {
  entries: HistoryEntry[] | undefined
  onRestore?: ((line: HistoryLine) => void) | null
  error: unknown
  onRetry: () => void
}

/** Changes in words, the latest first: of a person's file or of a single case. */
export function HistoryTable(props: HistoryTableProps): React.ReactElement {
  const { entries, onRestore = null, error, onRetry } = props
  const dictionaries = useDictionaries()
  const lines = entries?.flatMap((entry) =>
    changeWords(entry, dictionaries).map((words, line) => ({
      key: `${entry.id}.${line}`,
      entry,
      ...words,
    })),
  )
  return (
    <DataTable
      label="变更记录"
      columns={[...columns, wordsColumn(onRestore)]}
      rows={lines}
      rowKey={(line) => line.key}
      error={error}
      onRetry={onRetry}
      empty={{ title: '还没有变更' }}
    />
  )
}
