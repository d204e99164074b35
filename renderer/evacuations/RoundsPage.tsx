import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { evacuationKindLabel, type EvacuationKind } from '@shared/domain/evacuations/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { DictionarySelect } from '../shell/form/inputs'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'

type Row = OutputOf<'evacuations.rounds'>[number]

const waiting = ({ people, moved, away, refused }: Row): number => people - moved - away - refused

const columns: Column<Row>[] = [
  { key: 'day', title: '日期', text: (row) => formatDay(row.day), width: 110 },
  { key: 'kind', title: '类别', text: (row) => evacuationKindLabel[row.kind], width: 90 },
  { key: 'village', title: '范围', text: (row) => row.villageName ?? '全镇', width: 110 },
  { key: 'note', title: '说明', text: (row) => row.note ?? '', width: 160, grow: 2 },
  { key: 'people', title: '应转移', text: (row) => `${row.people} 人`, width: 80, align: 'end' },
  { key: 'moved', title: '已转移', text: (row) => `${row.moved} 人`, width: 80, align: 'end' },
  { key: 'away', title: '不在家', text: (row) => `${row.away} 人`, width: 80, align: 'end' },
  {
    key: 'refused',
    title: '不肯转移',
    text: (row) => `${row.refused} 人`,
    width: 90,
    align: 'end',
  },
  {
    key: 'waiting',
    title: '还没消息',
    text: (row) => (waiting(row) > 0 ? `● ${waiting(row)} 人` : ''),
    width: 90,
    align: 'end',
  },
]

/** 演练与转移: each drill and each real transfer, with how far it came. */
export function RoundsPage(): React.ReactElement {
  const rounds = useQueryOp('evacuations.rounds', {})
  const mayWrite = useMay('hazards.write')
  const [beginning, setBeginning] = useState(false)
  const begin = mayWrite
    ? {
        label: '开始一次转移',
        icon: <IconPlus size={18} />,
        onClick: () => setBeginning(true),
      }
    : undefined
  return (
    <Page title="演练与转移" parent="/evacuations" main={begin} fill>
      <DataTable
        label="演练与转移"
        columns={columns}
        rows={rounds.data}
        rowKey={(row) => row.id}
        rowState={(row) => (waiting(row) > 0 ? 'due' : 'met')}
        sortedByCore
        onOpen={(row) => navigate(`/evacuations/rounds/${row.id}`)}
        error={rounds.error ?? undefined}
        onRetry={() => void rounds.refetch()}
        empty={{
          title: '还没有演练或转移过',
          hint: '演练或接到转移通知时开始一次，名单上的人逐个打勾，谁几点到了、谁还没消息，一看就清楚。',
          action: begin,
        }}
      />
      {beginning && <BeginRound onClose={() => setBeginning(false)} />}
    </Page>
  )
}

function BeginRound({ onClose }: { onClose: () => void }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {}).data ?? []
  const begin = useCommandOp('evacuations.begin')
  const form = useForm({
    initialValues: {
      kind: 'drill' as EvacuationKind,
      day: today,
      villageId: null as string | null,
      note: '',
    },
  })
  const save = async (): Promise<string> => {
    const { villageId, ...facts } = form.getValues()
    const { id, people } = await begin.mutateAsync({
      ...facts,
      villageId: villageId === null ? null : Number(villageId),
    })
    navigate(`/evacuations/rounds/${id}`)
    return `名单上 ${people} 人，请逐个登记`
  }
  return (
    <FormDialog
      title="开始一次转移"
      form={form}
      label="开始"
      saving={begin.isPending}
      save={save}
      onClose={onClose}
    >
      <DictionarySelect
        label="类别"
        required
        data-autofocus
        labels={evacuationKindLabel}
        {...form.getInputProps('kind')}
      />
      <DayInput label="日期" required notAfter={today} {...form.getInputProps('day')} />
      <Select
        label="范围"
        placeholder="全镇"
        clearable
        data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('villageId')}
      />
      <TextInput
        label="说明"
        placeholder="如 镇防汛办 14:00 通知转移"
        maxLength={300}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}
