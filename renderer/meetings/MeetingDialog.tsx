import { SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { MeetingRow } from '@shared/contract/meetings'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { meetingKindLabel, type MeetingKind } from '@shared/domain/meetings/vocabulary'
import { useCommandOp } from '../api'
import { TimeInput } from '../ledgers/StepForm'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { DictionarySelect } from '../shell/form/inputs'
import { useSession } from '../shell/session'

const compared = [
  { key: 'kind', label: '类别', labels: meetingKindLabel },
  { key: 'day', label: '日期' },
  { key: 'title', label: '会议名称' },
  { key: 'time', label: '时间' },
  { key: 'place', label: '地点' },
  { key: 'chair', label: '主持人' },
  { key: 'recorder', label: '记录人' },
] as const

interface MeetingDialogProps {
  /** The meeting that is changed; a new one where left out. */
  meeting?: MeetingRow
  onClose: () => void
  onCreated?: (id: number) => void
}

/** 召集会议: kind, day and place. The agenda is drawn when it is saved. */
export function MeetingDialog(props: MeetingDialogProps): React.ReactElement {
  const { meeting, onClose, onCreated } = props
  const today = useSession().data?.today ?? ''
  const create = useCommandOp('meetings.create')
  const update = useCommandOp('meetings.update')
  const form = useForm({
    initialValues: {
      kind: meeting?.kind ?? ('regular' as MeetingKind),
      title: meeting?.title ?? '',
      day: meeting?.day ?? today,
      time: meeting?.time ?? '',
      place: meeting?.place ?? '',
      chair: meeting?.chair ?? '',
      recorder: meeting?.recorder ?? '',
    },
  })
  const { kind, day } = form.values
  /** Named by its day where the clerk writes nothing else. */
  const usualTitle = day
    ? `${formatPartialDate(day)}留守老人关爱服务${meetingKindLabel[kind]}`
    : meetingKindLabel[kind]
  const save = async (revision: number): Promise<string> => {
    const typed = form.getValues()
    const facts = { ...typed, title: typed.title.trim() || usualTitle, time: typed.time || null }
    if (meeting) {
      await update.mutateAsync({ id: meeting.id, revision, ...facts })
      return '会议已保存'
    }
    const { id } = await create.mutateAsync(facts)
    onCreated?.(id)
    return '会议已建，议题取自现在的待议事项'
  }
  return (
    <FormDialog
      title={meeting ? '修改会议' : '召集会议'}
      form={form}
      record={meeting && { what: '这次会议', revision: meeting.revision, fields: compared }}
      size="lg"
      saving={create.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="类别"
          required
          labels={meetingKindLabel}
          {...form.getInputProps('kind')}
        />
        <DayInput label="日期" required {...form.getInputProps('day')} />
      </SimpleGrid>
      <TextInput label="会议名称" placeholder={usualTitle} {...form.getInputProps('title')} />
      <SimpleGrid cols={2}>
        <TimeInput label="时间" {...form.getInputProps('time')} />
        <TextInput label="地点" {...form.getInputProps('place')} />
        <TextInput label="主持人" {...form.getInputProps('chair')} />
        <TextInput label="记录人" {...form.getInputProps('recorder')} />
      </SimpleGrid>
    </FormDialog>
  )
}
