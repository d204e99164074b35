import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useParams } from 'wouter'
import { contactKindLabel } from '@shared/domain/vocabulary'
import { warningKindLabel } from '@shared/domain/warnings/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { RecordContact } from '../contacts/RecordContact'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'

type Row = OutputOf<'warnings.file'>['people'][number]

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 84, whole: true },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    sortBy: (row) => row.villageName,
    width: 130,
  },
  { key: 'phone', title: '电话', text: (row) => row.phones[0] ?? '无电话', width: 130 },
  {
    key: 'helpers',
    title: '帮扶人',
    text: (row) => row.helpers.map(({ name }) => name).join('、') || '无帮扶人',
    width: 120,
  },
  {
    key: 'reached',
    title: '联系情况',
    text: ({ reached }) =>
      reached
        ? [formatDay(reached.date), contactKindLabel[reached.kind], reached.by]
            .filter(Boolean)
            .join(' ')
        : '● 还没联系上',
    sortBy: ({ reached }) => reached?.date ?? '',
    width: 240,
    grow: 1,
  },
]

/** One warning: who was reached, when and by whom, and who is still left. */
export function WarningPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const file = useQueryOp('warnings.file', { id })
  const takeBack = useCommandOp('warnings.void')
  const mayWrite = useMay('contacts.write')
  const [chosen, setChosen] = useState<ReadonlySet<RowKey>>(new Set())
  const [recording, setRecording] = useState(false)
  const people = useMemo(
    () =>
      (file.data?.people ?? []).toSorted(
        (a, b) => Number(a.reached !== null) - Number(b.reached !== null),
      ),
    [file.data],
  )
  const picked = people.filter(({ recipientId }) => chosen.has(recipientId))
  const undo = (): void =>
    askReason({
      title: '撤销这次预警',
      lead: '由它生成、还没做的任务一并撤销；已经登记的走访联系不动。',
      label: '撤销',
      onSubmit: async (reason) => {
        await takeBack.mutateAsync({ id, reason })
        navigate('/warnings', { replace: true })
      },
    })
  return (
    <Page
      title={file.data ? `${warningKindLabel[file.data.kind]}预警` : '预警'}
      note={file.data && [formatDay(file.data.day), file.data.note].filter(Boolean).join('　')}
      parent="/warnings"
      main={
        mayWrite
          ? {
              label: picked.length > 0 ? `给选中的 ${picked.length} 人记联系` : '记一次联系',
              icon: <IconPlus size={18} />,
              onClick: () => setRecording(true),
            }
          : undefined
      }
      actions={
        mayWrite && (
          <Group>
            <Button variant="default" onClick={undo}>
              撤销预警
            </Button>
          </Group>
        )
      }
      fill
    >
      <DataTable
        label="预警名单"
        columns={columns}
        rows={file.data && people}
        rowKey={(row) => row.recipientId}
        rowState={({ reached }) => (reached ? undefined : 'due')}
        selection={{ selected: chosen, onChange: setChosen }}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
        error={file.error ?? undefined}
        onRetry={() => void file.refetch()}
        empty={{ title: '名单里没有您能看到的人' }}
      />
      {recording && (
        <RecordContact
          people={picked.map(({ recipientId, recipientName }) => ({
            id: recipientId,
            name: recipientName,
          }))}
          onClose={() => setRecording(false)}
          onSaved={() => setChosen(new Set())}
        />
      )}
    </Page>
  )
}
