import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { reportChannelLabel, reporterLabel } from '@shared/domain/outings/vocabulary'
import type { ReportChannel, Reporter } from '@shared/domain/outings/vocabulary'
import { absenceScopeLabel, type AbsenceReason, type AbsenceScope } from '@shared/domain/vocabulary'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import { DayInput, PartialDateInput } from '../shell/form/domain-inputs'
import { DictionarySelect } from '../shell/form/inputs'

/** What a report says, as it is typed. */
export interface OutingFacts {
  place: string
  scope: AbsenceScope
  reason: AbsenceReason | null
  since: string
  expectedReturn: string
  dueOn: string
  reporter: Reporter
  channel: ReportChannel
  helperId: number | null
  responsible: string
  carerPhone: string
}

export const noOuting: OutingFacts = {
  place: '',
  scope: 'outsideCounty',
  reason: 'work',
  since: '',
  expectedReturn: '',
  dueOn: '',
  reporter: 'self',
  channel: 'phone',
  helperId: null,
  responsible: '',
  carerPhone: '',
}

/** As the operations take it. */
export const saidOf = ({ since, dueOn, ...facts }: OutingFacts) => ({
  ...facts,
  since: since || null,
  dueOn: dueOn || null,
})

/** Where to, since and until when, who cares meanwhile, and how it was told. */
export function OutingInputs({
  form,
}: {
  form: UseFormReturnType<OutingFacts>
}): React.ReactElement {
  const dictionaries = useDictionaries()
  return (
    <>
      <SimpleGrid cols={3}>
        <TextInput
          label="去向"
          placeholder="如 江苏苏州"
          maxLength={100}
          {...form.getInputProps('place')}
        />
        <DictionarySelect
          label="外出范围"
          required
          labels={absenceScopeLabel}
          {...form.getInputProps('scope')}
        />
        <DictionarySelect
          label="外出原因"
          labels={dictionaries.offered('absenceReason', [form.values.reason])}
          {...form.getInputProps('reason')}
        />
        <PartialDateInput label="哪天外出" {...form.getInputProps('since')} />
        <DayInput
          label="预计返回日期"
          description="过了这天没有报返回会提醒"
          {...form.getInputProps('dueOn')}
        />
        <TextInput
          label="预计返回（原话）"
          placeholder="说不出日子时写，如 过年回来"
          maxLength={40}
          {...form.getInputProps('expectedReturn')}
        />
      </SimpleGrid>
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
        words={{
          helper: '外出期间谁照看（在册帮扶人）',
          other: '外出期间谁照看（其他人）',
          example: '如 邻居李大嫂、二儿媳',
        }}
      />
      <SimpleGrid cols={3}>
        <TextInput label="照看人电话" maxLength={40} {...form.getInputProps('carerPhone')} />
        <DictionarySelect
          label="由谁报告"
          required
          labels={reporterLabel}
          {...form.getInputProps('reporter')}
        />
        <DictionarySelect
          label="报告方式"
          required
          labels={reportChannelLabel}
          {...form.getInputProps('channel')}
        />
      </SimpleGrid>
    </>
  )
}
