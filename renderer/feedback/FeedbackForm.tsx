import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { feedbackWayLabel, ratingLabel } from '@shared/domain/feedback/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'

interface FeedbackFormProps {
  row: OutputOf<'feedback.list'>[number]
  onClose: () => void
}

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
  const save = async (): Promise<void> => {
    try {
      await update.mutateAsync({ id, revision, ...form.getValues() })
      tellDone('反馈已保存')
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
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
      <SaveBar onSave={() => void save()} onCancel={onClose} saving={update.isPending} />
    </Stack>
  )
}
