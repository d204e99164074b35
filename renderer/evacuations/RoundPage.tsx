import { Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo, useState } from 'react'
import { useParams } from 'wouter'
import {
  evacuationKindLabel,
  evacuationOutcomeLabel,
  type EvacuationOutcome,
} from '@shared/domain/evacuations/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { TimeInput } from '../ledgers/StepForm'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FormDialog } from '../shell/form/FormDialog'
import { formatDay } from '../shell/format'
import { goBack, navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'

type Row = OutputOf<'evacuations.round'>['evacuees'][number]

const outcomeWords = ({ outcome, time }: Row): string =>
  outcome === null
    ? '● 还没消息'
    : [evacuationOutcomeLabel[outcome], time].filter(Boolean).join(' ')

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.name, width: 84, whole: true },
  {
    key: 'village',
    title: '村组',
    text: (row) => `${row.villageName}${row.villageGroupName}`,
    width: 130,
  },
  {
    key: 'mover',
    title: '转移责任人',
    text: (row) => [row.mover, row.moverPhone].filter(Boolean).join(' ') || '▲ 无人转移',
    width: 170,
    grow: 1,
  },
  { key: 'shelter', title: '安置地点', text: (row) => row.shelter ?? '', width: 130, grow: 1 },
  {
    key: 'outcome',
    title: '转移情况',
    text: outcomeWords,
    sortBy: (row) => row.outcome ?? '',
    width: 140,
  },
  { key: 'note', title: '说明', text: (row) => row.note ?? '', width: 140, grow: 2 },
]

/** One drill or transfer: who has arrived when, and of whom nothing has been heard. */
export function RoundPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const file = useQueryOp('evacuations.round', { id })
  const tick = useCommandOp('evacuations.tick')
  const voiding = useCommandOp('evacuations.voidRound')
  const mayWrite = useMay('hazards.write')
  const [selected, setSelected] = useState<ReadonlySet<RowKey>>(new Set())
  const [ticking, setTicking] = useState<EvacuationOutcome | null>(null)
  const round = file.data
  const evacuees = useMemo(
    () =>
      (round?.evacuees ?? []).toSorted(
        (a, b) => Number(a.outcome !== null) - Number(b.outcome !== null),
      ),
    [round],
  )
  const chosen = evacuees.filter((row) => selected.has(row.id))
  const clear = (): void => setSelected(new Set())
  const takeBack = async (): Promise<void> => {
    try {
      await tick.mutateAsync({ id, evacueeIds: chosen.map((row) => row.id), outcome: null })
      clear()
    } catch (error) {
      tellFailure(error)
    }
  }
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这次转移',
      lead: '名单和打勾一并隐去，变更记录里仍可查到；各人的转移安排不动。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/evacuations/rounds')
      },
    })
  return (
    <Page
      title={round ? `${formatDay(round.day)} ${evacuationKindLabel[round.kind]}` : '一次转移'}
      parent="/evacuations/rounds"
      note={
        round &&
        [
          round.villageName ?? '全镇',
          `已转移 ${round.moved}/${round.people} 人`,
          round.refused > 0 && `不肯转移 ${round.refused} 人`,
          round.note,
        ]
          .filter(Boolean)
          .join(' · ')
      }
      main={
        mayWrite && chosen.length > 0
          ? { label: `${chosen.length} 人已转移`, onClick: () => setTicking('moved') }
          : undefined
      }
      filters={
        mayWrite && <Text size="sm">用空格选中一人或几人，再登记已转移、不在家、不肯转移。</Text>
      }
      actions={
        mayWrite && (
          <Group gap="xs">
            {chosen.length > 0 && (
              <>
                <Button variant="default" onClick={() => setTicking('away')}>
                  不在家
                </Button>
                <Button variant="default" onClick={() => setTicking('refused')}>
                  不肯转移
                </Button>
                <Button variant="default" onClick={() => void takeBack()}>
                  收回登记
                </Button>
              </>
            )}
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
          </Group>
        )
      }
      fill
    >
      <DataTable
        label="转移名单"
        columns={columns}
        rows={round && evacuees}
        rowKey={(row) => row.id}
        rowState={({ outcome }) =>
          outcome === null ? 'due' : outcome === 'refused' ? 'incident' : 'met'
        }
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}?tab=cases`)}
        error={file.error ?? undefined}
        onRetry={() => void file.refetch()}
        empty={{ title: '名单里没有您能看到的人' }}
      />
      {ticking && (
        <TickDialog
          roundId={id}
          evacuees={chosen}
          outcome={ticking}
          onClose={() => setTicking(null)}
          onDone={clear}
        />
      )}
    </Page>
  )
}

interface TickDialogProps {
  roundId: number
  evacuees: readonly Row[]
  outcome: EvacuationOutcome
  onClose: () => void
  onDone: () => void
}

/** The hour on the wall, as it is typed. */
const nowWords = (): string => new Date().toTimeString().slice(0, 5)

function TickDialog(props: TickDialogProps): React.ReactElement {
  const { roundId, evacuees, outcome, onClose, onDone } = props
  const tick = useCommandOp('evacuations.tick')
  const form = useForm({ initialValues: { time: nowWords(), note: '' } })
  const who = evacuees.length === 1 ? evacuees[0]!.name : `${evacuees.length} 人`
  const save = async (): Promise<string> => {
    const { time, note } = form.getValues()
    await tick.mutateAsync({
      id: roundId,
      evacueeIds: evacuees.map((row) => row.id),
      outcome,
      time: time || null,
      note,
    })
    onDone()
    return `${who}：${evacuationOutcomeLabel[outcome]}`
  }
  return (
    <FormDialog
      title={`${who}：${evacuationOutcomeLabel[outcome]}`}
      form={form}
      label="登记"
      saving={tick.isPending}
      save={save}
      onClose={onClose}
    >
      <TimeInput label="时间" data-autofocus {...form.getInputProps('time')} />
      <TextInput
        label={outcome === 'refused' ? '怎么办、谁守着' : '说明'}
        required={outcome === 'refused'}
        maxLength={300}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}
