import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { feedbackWayLabel, ratingLabel } from '@shared/domain/feedback/vocabulary'
import { useCommandOp, useQueryOp, type InputOf, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay } from '../shell/session'
import { FeedbackForm } from './FeedbackForm'

type Row = OutputOf<'feedback.list'>[number]

const columns: Column<Row>[] = [
  { key: 'date', title: '日期', text: (row) => formatDay(row.date), width: 112 },
  { key: 'person', title: '老人', text: (row) => row.recipientName, width: 84, whole: true },
  { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 110 },
  { key: 'helper', title: '帮扶人', text: (row) => row.helperName, width: 84, whole: true },
  { key: 'rating', title: '评价', text: (row) => ratingLabel[row.rating], width: 84 },
  { key: 'words', title: '说的话', text: (row) => row.words ?? '', width: 200, grow: 3 },
  {
    key: 'way',
    title: '怎么问的',
    text: (row) => [feedbackWayLabel[row.way], row.askedBy].filter(Boolean).join(' · '),
    width: 150,
    grow: 1,
  },
]

interface FeedbackListProps {
  filter: InputOf<'feedback.list'>
  /** The column that says the same in every row. */
  hide?: 'person' | 'helper'
}

/** What was said, the latest first; corrected or hidden one by one. */
export function FeedbackList({ filter, hide }: FeedbackListProps): React.ReactElement {
  const list = useQueryOp('feedback.list', filter)
  const mayWrite = useMay('feedback.write')
  const hideFeedback = useCommandOp('feedback.void')
  const [selected, setSelected] = useState<Set<RowKey>>(new Set())
  const [editing, setEditing] = useState<Row | null>(null)
  const chosen = (list.data ?? []).filter(({ id }) => selected.has(id))
  const only = chosen.length === 1 ? chosen[0] : undefined
  const askToHide = ({ id, recipientName }: Row): void =>
    askReason({
      title: '更正：隐去这条反馈',
      lead: `${recipientName}的这条反馈录错了，不再显示，经过留在变更记录里。`,
      label: '隐去',
      onSubmit: async (reason) => {
        await hideFeedback.mutateAsync({ id, reason })
        setSelected(new Set())
        tellDone('已隐去')
      },
    })
  return (
    <>
      {mayWrite && only && (
        <Group mb="sm">
          <Button variant="default" onClick={() => setEditing(only)}>
            修改这条
          </Button>
          <Button variant="default" onClick={() => askToHide(only)}>
            录错了，隐去…
          </Button>
        </Group>
      )}
      <DataTable
        label="反馈"
        columns={columns.filter(
          ({ key }) => key !== hide && (hide !== 'person' || key !== 'village'),
        )}
        rows={list.data}
        rowKey={(row) => row.id}
        onOpen={mayWrite ? setEditing : undefined}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        error={list.error ?? undefined}
        onRetry={() => void list.refetch()}
        empty={{
          title: '还没有反馈',
          hint: '在“结对帮扶 · 满意度反馈”里打印卡片、录入收回的卡片。',
        }}
      />
      {editing && <FeedbackForm row={editing} onClose={() => setEditing(null)} />}
    </>
  )
}
