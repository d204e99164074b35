import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { feedbackWayLabel, ratingLabel } from '@shared/domain/feedback/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useSaveOver } from '../shell/form/useSaveOver'

interface FeedbackFormProps {
  row: OutputOf<'feedback.list'>[number]
  onClose: () => void
}

const compared = [
  { key: 'date', label: '日期' },
  { key: 'rating', label: '评价', labels: ratingLabel },
  { key: 'way', label: '怎么问的', labels: feedbackWayLabel },
  { key: 'askedBy', label: '谁问的' },
  { key: 'words', label: '说的话' },
] as const

/** Corrects one answer. */
export function FeedbackForm(props: FeedbackFormProps): React.ReactElement {
  const { recipientName, helperName } = props.row
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`${recipientName}对${helperName}的反馈`}
      size={560}
    >
      <FeedbackFields {...props} />
    </Modal>
  )
}

function FeedbackFields({ row, onClose }: FeedbackFormProps): React.ReactElement {
  const update = useCommandOp('feedback.update')
  const { id, revision, date, rating, way } = row
  const form = useForm({
    initialValues: { date, rating, way, words: row.words ?? '', askedBy: row.askedBy ?? '' },
  })
  const { submit, notice } = useSaveOver({
    form,
    record: { what: '这条反馈', revision, fields: compared },
    save: async (revision) => {
      await update.mutateAsync({ id, revision, ...form.getValues() })
      return '反馈已保存'
    },
    onDone: onClose,
  })
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <DayInput label="日期" required {...form.getInputProps('date')} />
        <DictionarySelect
          label="评价"
          required
          data-autofocus
          labels={ratingLabel}
          {...form.getInputProps('rating')}
        />
        <DictionarySelect
          label="怎么问的"
          required
          labels={feedbackWayLabel}
          {...form.getInputProps('way')}
        />
        <TextInput label="谁问的" {...form.getInputProps('askedBy')} />
      </SimpleGrid>
      <TextInput label="说的话" {...form.getInputProps('words')} />
      {notice}
      <SaveBar onSave={() => void submit()} onCancel={onClose} saving={update.isPending} />
    </Stack>
  )
}
