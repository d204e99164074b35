import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { AbsenceReason } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { OutingInputs, saidOf, type OutingFacts } from './OutingForm'

interface EditOutingProps {
  outing: OutputOf<'outings.file'>
  onDone: () => void
}

/** What a report says, changed in its place. */
export function EditOuting({ outing, onDone }: EditOutingProps): React.ReactElement {
  const update = useCommandOp('outings.update')
  const { id, revision, scope, reporter, channel, helperId } = outing
  const form = useForm<OutingFacts>({
    initialValues: {
      scope,
      reporter,
      channel,
      helperId,
      place: outing.place ?? '',
      reason: outing.reason as AbsenceReason | null,
      since: outing.since ?? '',
      expectedReturn: outing.expectedReturn ?? '',
      dueOn: outing.dueOn ?? '',
      responsible: outing.responsible ?? '',
      carerPhone: outing.carerPhone ?? '',
    },
  })
  const draft = useDraft(`outing:${id}`, form)
  const leave = async (): Promise<void> => {
    await draft.discard()
    onDone()
  }
  const save = async (): Promise<void> => {
    form.clearErrors()
    try {
      await update.mutateAsync({ id, revision, ...saidOf(form.getValues()) })
      tellDone('外出报告已保存')
      await leave()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <OutingInputs form={form} />
      <SaveBar
        onSave={() => void save()}
        onCancel={() => void leave()}
        saving={update.isPending}
        draft={draft}
      />
    </Stack>
  )
}
