import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { chainLevelLabel, type ChainLevel } from '@shared/domain/pairings/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import { ChainForm } from './ChainForm'

type ChainRow = OutputOf<'chain.list'>[number]

const answererOf = (row: ChainRow, level: ChainLevel): string => {
  const link = row.links.find((one) => one.level === level)
  return link ? [link.name, link.post, link.phone].filter(Boolean).join(' ') : '还没有'
}

const columns: Column<ChainRow>[] = [
  { key: 'village', title: '村（社区）', text: (row) => row.villageName, whole: true },
  ...codesOf(chainLevelLabel).map((level): Column<ChainRow> => ({
    key: level,
    title: chainLevelLabel[level],
    text: (row) => answererOf(row, level),
    sortBy: (row) => row.links.find((one) => one.level === level)?.name,
    width: 230,
    grow: 2,
  })),
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => String(row.helpers),
    sortBy: (row) => row.helpers,
    width: 76,
    align: 'end',
    hint: '今天在本村结对帮扶在册对象的帮扶人，一人计一次。',
  },
  {
    key: 'active',
    title: '在册对象',
    text: (row) => String(row.active),
    sortBy: (row) => row.active,
    width: 92,
    align: 'end',
  },
  {
    key: 'before',
    title: '此前',
    text: (row) =>
      row.others
        .map(({ level, name, to }) => `${chainLevelLabel[level]} ${name}（到 ${formatDay(to)}）`)
        .join('；'),
    width: 150,
    grow: 2,
  },
]

/** 责任链: for every village who supervises from the town, and who answers in the village. */
export function ChainTable(): React.ReactElement {
  const chain = useQueryOp('chain.list', {})
  const mayWrite = useMay('helpers.write')
  const [selected, setSelected] = useState<Set<RowKey>>(new Set())
  const [villages, setVillages] = useState<ChainRow[] | null>(null)
  const chosen = (chain.data ?? []).filter(({ villageId }) => selected.has(villageId))
  return (
    <>
      <Group mb="sm" gap="md">
        <Text size="sm">
          镇督导员 → 村第一责任人 →
          帮扶人。档案和结对登记表上都印这三级；某一位老人另有责任人的，在他的档案里定。
        </Text>
        {mayWrite && (
          <Button
            ml="auto"
            onClick={() => setVillages(chosen)}
            disabled={chosen.length === 0}
            title="先勾选村，再指定"
          >
            {chosen.length > 0 ? `给选中的 ${chosen.length} 个村定责任人` : '勾选村后定责任人'}
          </Button>
        )}
      </Group>
      <DataTable
        label="责任链"
        columns={columns}
        rows={chain.data}
        rowKey={(row) => row.villageId}
        onOpen={mayWrite ? (row) => setVillages([row]) : undefined}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        error={chain.error ?? undefined}
        onRetry={() => void chain.refetch()}
        empty={{ title: '还没有村社区', hint: '先在“设置 · 村社区”里添加。' }}
      />
      {villages && (
        <ChainForm
          of={{ villages }}
          onClose={() => {
            setVillages(null)
            setSelected(new Set())
          }}
        />
      )}
    </>
  )
}
