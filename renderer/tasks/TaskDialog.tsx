import { SimpleGrid, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { TaskRow } from '@shared/contract/tasks'
import { useCommandOp, useQueryOp } from '../api'
import { ResponsibleInput, responsibleFields } from '../ledgers/ResponsibleInput'
import { namesById } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'
import { VillageSelect } from '../villages/VillageSelect'

interface TaskDialogProps {
  /** The task that is changed; a new one where left out. */
  task?: TaskRow
  /** The meeting that decides it, with the matter it comes of. */
  decision?: { meetingId: number; matterKey: string | null; content: string }
  onClose: () => void
}

/** 布置任务, 登记议定事项: what is to be done, by whom and by when. */
export function TaskDialog({ task, decision, onClose }: TaskDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {}).data ?? []
  const helpers = useQueryOp('helpers.list', {}).data
  const open = useCommandOp('tasks.open')
  const update = useCommandOp('tasks.update')
  const decide = useCommandOp('meetings.decide')
  const form = useForm({
    initialValues: {
      content: task?.content ?? decision?.content ?? '',
      openedOn: today,
      dueOn: task?.dueOn ?? '',
      villageId: task?.villageId ?? null,
      helperId: task?.helperId ?? null,
      responsible: task?.responsible ?? '',
    },
  })
  const save = async (revision: number): Promise<string> => {
    const { openedOn, ...typed } = form.getValues()
    const facts = { ...typed, dueOn: typed.dueOn || null }
    if (decision) {
      const { meetingId, matterKey } = decision
      await decide.mutateAsync({ id: meetingId, matterKey, ...facts })
      return '议定事项已登记，已列为任务'
    }
    if (task) {
      await update.mutateAsync({ id: task.id, revision, ...facts })
      return '任务已保存'
    }
    await open.mutateAsync({ ...facts, openedOn })
    return '任务已布置'
  }
  return (
    <FormDialog
      title={decision ? '登记议定事项' : task ? '修改任务' : '布置任务'}
      form={form}
      record={
        task && {
          what: '这件任务',
          revision: task.revision,
          fields: [
            { key: 'content', label: '要做什么' },
            ...responsibleFields(helpers),
            { key: 'dueOn', label: '要求办结日期' },
            { key: 'villageId', label: '涉及的村（社区）', labels: namesById(villages) },
          ],
        }
      }
      size="lg"
      saving={open.isPending || update.isPending || decide.isPending}
      save={save}
      onClose={onClose}
    >
      <Textarea
        label="要做什么"
        required
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('content')}
      />
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
      <SimpleGrid cols={2}>
        <DayInput label="要求办结日期" {...form.getInputProps('dueOn')} />
        <VillageSelect label="涉及的村（社区）" {...form.getInputProps('villageId')} />
        {!task && !decision && (
          <DayInput
            label="布置日期"
            required
            notAfter={today}
            {...form.getInputProps('openedOn')}
          />
        )}
      </SimpleGrid>
    </FormDialog>
  )
}
