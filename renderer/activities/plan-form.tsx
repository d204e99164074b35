import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { activityKindLabel, type ActivityKind } from '@shared/domain/activities/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import { DayInput } from '../shell/form/domain-inputs'
import { DictionarySelect } from '../shell/form/inputs'

/** The plan of an activity as it is typed. */
export interface PlanValues {
  name: string
  kind: ActivityKind | null
  series: string
  villageId: number | null
  heldOn: string
  time: string
  place: string
  helperId: number | null
  responsible: string
  purpose: string
  theme: string
  audience: string
  participants: string
  schedule: string
  duties: string
  cautions: string
}

export const emptyPlan: PlanValues = {
  name: '',
  kind: null,
  series: '',
  villageId: null,
  heldOn: '',
  time: '',
  place: '',
  helperId: null,
  responsible: '',
  purpose: '',
  theme: '',
  audience: '',
  participants: '',
  schedule: '',
  duties: '',
  cautions: '',
}

export const planOf = (file: OutputOf<'activities.file'>): PlanValues => ({
  name: file.name,
  kind: file.kind,
  series: file.series ?? '',
  villageId: file.villageId,
  heldOn: file.heldOn ?? '',
  time: file.time ?? '',
  place: file.place ?? '',
  helperId: file.helperId,
  responsible: file.responsible ?? '',
  purpose: file.purpose ?? '',
  theme: file.theme ?? '',
  audience: file.audience ?? '',
  participants: file.participants ?? '',
  schedule: file.schedule ?? '',
  duties: file.duties ?? '',
  cautions: file.cautions ?? '',
})

interface PlanInputsProps {
  form: UseFormReturnType<PlanValues>
}

/** What has to be known first: what, when, where, for whom. */
export function MainPlanInputs({ form }: PlanInputsProps): React.ReactElement {
  const villages = useQueryOp('villages.list', {}).data ?? []
  const { villageId } = form.values
  return (
    <>
      <TextInput
        label="活动名称"
        placeholder="如 2026年重阳慰问活动"
        required
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="类别"
          required
          labels={activityKindLabel}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label="系列"
          description="每年都办的写同一个词，如 重阳"
          maxLength={40}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('series')}
        />
        <DayInput label="活动日期" {...form.getInputProps('heldOn')} />
        <TextInput
          label="时间"
          placeholder="如 上午9时至11时"
          maxLength={60}
          {...form.getInputProps('time')}
        />
        <TextInput label="地点" maxLength={100} {...form.getInputProps('place')} />
        <Select
          label="范围"
          placeholder="全镇"
          clearable
          searchable
          data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={villageId === null ? null : String(villageId)}
          onChange={(value) =>
            form.setFieldValue('villageId', value === null ? null : Number(value))
          }
          error={form.errors['villageId']}
        />
      </SimpleGrid>
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
    </>
  )
}

/** The rest of what 活动方案 says. */
export function FurtherPlanInputs({ form }: PlanInputsProps): React.ReactElement {
  const lines = { autosize: true, minRows: 3, maxRows: 12 }
  return (
    <>
      <TextInput label="主题" maxLength={200} {...form.getInputProps('theme')} />
      <Textarea label="目的" autosize minRows={2} {...form.getInputProps('purpose')} />
      <SimpleGrid cols={2}>
        <TextInput label="活动对象" maxLength={300} {...form.getInputProps('audience')} />
        <TextInput label="参加人员" maxLength={300} {...form.getInputProps('participants')} />
        <Textarea label="流程（一行一项）" {...lines} {...form.getInputProps('schedule')} />
        <Textarea
          label="分工（一行一项）"
          placeholder="如 签到：李村主任"
          {...lines}
          {...form.getInputProps('duties')}
        />
      </SimpleGrid>
      <Textarea
        label="注意事项（一行一项）"
        autosize
        minRows={2}
        {...form.getInputProps('cautions')}
      />
    </>
  )
}

/** What was typed, as the operations take it. */
export const planInput = ({ kind, heldOn, ...values }: PlanValues & { kind: ActivityKind }) => ({
  ...values,
  kind,
  heldOn: heldOn || null,
})
