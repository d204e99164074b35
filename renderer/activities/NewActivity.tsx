import { Modal, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp } from '../api'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { emptyPlan, MainPlanInputs, planInput, type PlanValues } from './plan-form'

/** 新活动: a name is enough; the plan is filled in on its page. */
export function NewActivity({ onClose }: { onClose: () => void }): React.ReactElement {
  return (
    <Modal opened onClose={onClose} title="新活动" size={760}>
      <NewActivityFields onClose={onClose} />
    </Modal>
  )
}

function NewActivityFields({ onClose }: { onClose: () => void }): React.ReactElement {
  const open = useCommandOp('activities.open')
  const form = useForm<PlanValues>({ initialValues: emptyPlan })
  const draft = useDraft('activity:new', form)
  const save = async (): Promise<void> => {
    form.clearErrors()
    const { kind, ...plan } = form.getValues()
    if (!kind) return form.setFieldError('kind', '请选择类别')
    try {
      const { id } = await open.mutateAsync(planInput({ ...plan, kind }))
      await draft.discard()
      tellDone(`已登记${plan.name}`)
      navigate(`/activities/${id}`)
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <MainPlanInputs form={form} />
      <SaveBar
        label="登记"
        onSave={() => void save()}
        onCancel={onClose}
        saving={open.isPending}
        draft={draft}
      />
    </Stack>
  )
}
