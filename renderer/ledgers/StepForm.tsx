import { Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { HelperSelect } from '../helpers/HelperSelect'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { ParsedTextInput, type Parsed } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useSession } from '../shell/session'

/** A dated step as it is typed. */
export interface StepValues {
  day: string
  time: string
  helperId: number | null
  by: string
  how: string
  toWhom: string
  note: string
}

export interface StepFormProps<Extra extends object> {
  /** What is done: 办结. */
  title: string
  /** What the note is called, and whether it must be written. */
  note: { label: string; required: boolean }
  /** Fields of the move besides those of every step. */
  extra: Extra
  fields?: (form: UseFormReturnType<StepValues & Extra>) => ReactNode
  /** What a step asks besides day, who and how. */
  asks?: { time?: boolean; toWhom?: boolean }
  initial?: Partial<StepValues>
  label?: string
  onSubmit: (values: StepValues & Extra) => Promise<void>
  onClose: () => void
}

/** Reads `830`, `8:30` and `0830` as 08:30. */
function readTime(typed: string): Parsed {
  const found = /^(\d{1,2})[:：.点]?(\d{2})?分?$/.exec(typed.trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? '0')]
  if (!found || hour > 23 || minute > 59) return { error: '时间写成 8:30 这样' }
  return { value: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` }
}

/** An hour of the day, in the usual spellings. */
export function TimeInput(
  props: Omit<React.ComponentProps<typeof ParsedTextInput>, 'parse'>,
): React.ReactElement {
  return <ParsedTextInput placeholder="如 8:30" {...props} parse={readTime} />
}

/** One step of a case: when, by whom, how, and what the move asks besides. */
export function StepForm<Extra extends object>(props: StepFormProps<Extra>): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={640}>
      <StepFields {...props} />
    </Modal>
  )
}

function StepFields<Extra extends object>(props: StepFormProps<Extra>): React.ReactElement {
  const { note, extra, fields, asks = {}, initial, label = '登记', onSubmit, onClose } = props
  const today = useSession().data?.today ?? ''
  const form = useForm<StepValues & Extra>({
    initialValues: {
      day: today,
      time: '',
      helperId: null,
      by: '',
      how: '',
      toWhom: '',
      note: '',
      ...initial,
      ...extra,
    },
  })
  const step = form as unknown as UseFormReturnType<StepValues>
  const save = async (): Promise<void> => {
    form.clearErrors()
    try {
      await onSubmit(form.getValues())
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      {fields?.(form)}
      <Textarea
        label={note.label}
        required={note.required}
        autosize
        minRows={2}
        data-autofocus={fields ? undefined : true}
        {...step.getInputProps('note')}
      />
      <SimpleGrid cols={2}>
        <DayInput label="日期" required notAfter={today} {...step.getInputProps('day')} />
        {asks.time ? <TimeInput label="时间" {...step.getInputProps('time')} /> : null}
        <HelperSelect label="谁做的（帮扶人）" {...step.getInputProps('helperId')} />
        <TextInput
          label="其他人"
          placeholder="不是在册帮扶人时写姓名"
          {...step.getInputProps('by')}
        />
        <TextInput label="方式" placeholder="如 电话、当面、书面" {...step.getInputProps('how')} />
        {asks.toWhom ? (
          <TextInput label="对谁" placeholder="姓名或单位" {...step.getInputProps('toWhom')} />
        ) : null}
      </SimpleGrid>
      <SaveBar
        label={label}
        onSave={() => void save()}
        onCancel={onClose}
        saving={form.submitting}
      />
    </Stack>
  )
}

/** What was typed, as the operations take it. */
export const stepOf = ({ day, time, helperId, by, how, toWhom, note }: StepValues) => ({
  day,
  time: time || null,
  helperId,
  by,
  how,
  toWhom,
  note,
})
