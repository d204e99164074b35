import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { activityMachine, isPlanOpen } from '@shared/domain/activities/machine'
import { activityKindLabel } from '@shared/domain/activities/vocabulary'
import { CallError, useCommandOp, type OutputOf } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { FactsPanel } from '../ledgers/FactsPanel'
import { formatDay } from '../shell/format'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { FurtherPlanInputs, MainPlanInputs, planInput, planOf, type PlanValues } from './plan-form'

interface PlanTabProps {
  file: OutputOf<'activities.file'>
  mayWrite: boolean
}

/** 方案: what it is for, when, where, and how it goes; edited in its place while that is open. */
export function PlanTab({ file, mayWrite }: PlanTabProps): React.ReactElement {
  const [editing, setEditing] = useState(false)
  const mayEdit = mayWrite && isPlanOpen(file.state)
  const lines = (text: string | null): React.ReactNode =>
    text && <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
  return (
    <FactsPanel
      title="方案"
      onEdit={mayEdit ? () => setEditing(true) : undefined}
      editor={editing ? <EditPlan file={file} onDone={() => setEditing(false)} /> : undefined}
      facts={[
        { label: '类别', words: activityKindLabel[file.kind] },
        { label: '系列', words: file.series },
        { label: '活动日期', words: formatDay(file.heldOn) },
        { label: '时间', words: file.time },
        { label: '地点', words: file.place },
        { label: '范围', words: file.villageName },
        { label: '负责人', words: responsibleWords(file) },
        { label: '主题', words: file.theme },
        { label: '目的', words: lines(file.purpose) },
        { label: '活动对象', words: file.audience },
        { label: '参加人员', words: file.participants },
        { label: '流程', words: lines(file.schedule) },
        { label: '分工', words: lines(file.duties) },
        { label: '注意事项', words: lines(file.cautions) },
        ...(activityMachine.states[file.state].open && file.outcome === null
          ? []
          : [{ label: '活动成效', words: lines(file.outcome) }]),
      ]}
    />
  )
}

interface EditPlanProps {
  file: OutputOf<'activities.file'>
  onDone: () => void
}

function EditPlan({ file, onDone }: EditPlanProps): React.ReactElement {
  const update = useCommandOp('activities.update')
  const form = useForm<PlanValues>({ initialValues: planOf(file) })
  const draft = useDraft(`activity:${file.id}`, form)
  const leave = async (): Promise<void> => {
    await draft.discard()
    onDone()
  }
  const save = async (): Promise<void> => {
    form.clearErrors()
    const { kind, ...plan } = form.getValues()
    if (!kind) return form.setFieldError('kind', '请选择类别')
    const { id, revision } = file
    try {
      await update.mutateAsync({ id, revision, ...planInput({ ...plan, kind }) })
      tellDone('方案已保存')
      await leave()
    } catch (error) {
      if (error instanceof CallError && error.code === 'CONFLICT') await leave()
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <MainPlanInputs form={form} />
      <FurtherPlanInputs form={form} />
      <SaveBar
        onSave={() => void save()}
        onCancel={() => void leave()}
        saving={update.isPending}
        draft={draft}
      />
    </Stack>
  )
}
