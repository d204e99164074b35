import { useForm } from '@mantine/form'
import { useState } from 'react'
import { activityMachine, isPlanOpen } from '@shared/domain/activities/machine'
import { activityKindLabel } from '@shared/domain/activities/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { FactsPanel } from '../ledgers/FactsPanel'
import { formatDay } from '../shell/format'
import type { ComparedField } from '../shell/form/conflict'
import { EditInPlace } from '../shell/form/EditInPlace'
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

const compared: ComparedField<PlanValues>[] = [
  { key: 'name', label: '活动名称' },
  { key: 'kind', label: '类别', labels: activityKindLabel },
  { key: 'series', label: '系列' },
  { key: 'heldOn', label: '活动日期' },
  { key: 'time', label: '时间' },
  { key: 'place', label: '地点' },
  { key: 'responsible', label: '负责人' },
  { key: 'theme', label: '主题' },
  { key: 'purpose', label: '目的' },
  { key: 'audience', label: '活动对象' },
  { key: 'participants', label: '参加人员' },
  { key: 'schedule', label: '流程' },
  { key: 'duties', label: '分工' },
  { key: 'cautions', label: '注意事项' },
]

function EditPlan({ file, onDone }: EditPlanProps): React.ReactElement {
  const update = useCommandOp('activities.update')
  const form = useForm<PlanValues>({
    initialValues: planOf(file),
    validate: { kind: (kind) => (kind ? null : '请选择类别') },
  })
  return (
    <EditInPlace
      draft={`activity:${file.id}`}
      what="这次活动的方案"
      form={form}
      revision={file.revision}
      fields={compared}
      saving={update.isPending}
      onDone={onDone}
      save={async (revision) => {
        const { kind, ...plan } = form.getValues()
        await update.mutateAsync({ id: file.id, revision, ...planInput({ ...plan, kind: kind! }) })
        return '方案已保存'
      }}
    >
      <MainPlanInputs form={form} />
      <FurtherPlanInputs form={form} />
    </EditInPlace>
  )
}
