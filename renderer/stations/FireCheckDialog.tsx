import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { nextFireCheck } from '@shared/domain/stations/standards'
import { fireResultLabel, type FireResult } from '@shared/domain/stations/vocabulary'
import { isDay } from '@shared/domain/calendar/days'
import { useCommandOp, useQueryOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { DictionarySelect } from '../shell/form/inputs'
import { formatDay } from '../shell/format'
import { useSession } from '../shell/session'

interface FireCheckDialogProps {
  station: { id: number; name: string }
  onClose: () => void
}

/** 登记消防安全检查; the day of the next follows from the office's standards unless it is typed. */
export function FireCheckDialog({ station, onClose }: FireCheckDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const standards = useQueryOp('stations.standards', {}).data
  const record = useCommandOp('stations.recordFireCheck')
  const form = useForm({
    initialValues: {
      day: today,
      result: 'passed' as FireResult,
      checkedBy: '',
      nextOn: '',
      note: '',
    },
  })
  const { day, result } = form.values
  const usual = standards && isDay(day) ? nextFireCheck(standards, day, result) : null
  const save = async (): Promise<string> => {
    const { nextOn, ...check } = form.getValues()
    const { nextOn: next } = await record.mutateAsync({
      stationId: station.id,
      ...check,
      nextOn: nextOn || null,
    })
    return `消防安全检查已登记，下次 ${formatDay(next)}`
  }
  return (
    <FormDialog
      title={`登记消防安全检查：${station.name}`}
      form={form}
      size="lg"
      saving={record.isPending}
      save={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2}>
        <DayInput
          label="检查日期"
          required
          data-autofocus
          notAfter={today}
          {...form.getInputProps('day')}
        />
        <DictionarySelect
          label="结果"
          required
          labels={fireResultLabel}
          {...form.getInputProps('result')}
        />
        <TextInput label="检查人或单位" {...form.getInputProps('checkedBy')} />
        <DayInput
          label="下次检查"
          placeholder={usual ? `${formatDay(usual)}（按站点要求）` : undefined}
          {...form.getInputProps('nextOn')}
        />
      </SimpleGrid>
      <Textarea label="发现的问题或说明" autosize minRows={1} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
