import { useForm } from '@mantine/form'
import { reportChannelLabel, reporterLabel } from '@shared/domain/outings/vocabulary'
import { absenceScopeLabel, type AbsenceReason } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { EditInPlace } from '../shell/form/EditInPlace'
import type { ComparedField } from '../shell/form/conflict'
import { OutingInputs, saidOf, type OutingFacts } from './OutingForm'

/** What is compared when somebody else saved in between. */
const compared: readonly ComparedField<OutingFacts>[] = [
  { key: 'place', label: '去向' },
  { key: 'scope', label: '外出范围', labels: absenceScopeLabel },
  { key: 'since', label: '哪天外出' },
  { key: 'dueOn', label: '预计返回日期' },
  { key: 'expectedReturn', label: '预计返回（原话）' },
  { key: 'responsible', label: '期间谁照看' },
  { key: 'carerPhone', label: '照看人电话' },
  { key: 'reporter', label: '由谁报告', labels: reporterLabel },
  { key: 'channel', label: '报告方式', labels: reportChannelLabel },
]

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
  return (
    <EditInPlace
      draft={`outing:${id}`}
      what="这份外出报告"
      form={form}
      revision={revision}
      fields={compared}
      saving={update.isPending}
      onDone={onDone}
      save={async (revision) => {
        await update.mutateAsync({ id, revision, ...saidOf(form.getValues()) })
        return '外出报告已保存'
      }}
    >
      <OutingInputs form={form} />
    </EditInPlace>
  )
}
