import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ServicePlanRow } from '@shared/contract/services'
import {
  planPeriodLabel,
  serviceModeLabel,
  type PlanPeriod,
  type ServiceMode,
} from '@shared/domain/services/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { choices } from '../ledgers/CaseFilters'
import { namesById } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'
import { ItemSelect, ProviderSelect } from './catalogue-choices'

interface PlanDialogProps {
  /** The plan that is changed; a new one where left out. */
  plan?: ServicePlanRow
  people?: ChosenPerson[]
  onClose: () => void
}

/** 服务计划: what somebody is promised every week or month. */
export function PlanDialog({ plan, people = [], onClose }: PlanDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const catalogue = useQueryOp('services.catalogue', {}).data
  const add = useCommandOp('services.addPlan')
  const update = useCommandOp('services.updatePlan')
  const form = useForm({
    initialValues: {
      recipientIds: people,
      itemId: plan ? String(plan.itemId) : null,
      count: plan?.count ?? 1,
      every: plan?.every ?? ('week' as PlanPeriod),
      mode: plan?.mode ?? ('purchased' as ServiceMode),
      providerId: plan?.providerId ? String(plan.providerId) : null,
      from: plan?.from ?? today,
      to: plan?.to ?? '',
      note: plan?.note ?? '',
    },
    validate: { itemId: (id) => (id ? null : '请选择服务项目') },
  })
  const save = async (revision: number): Promise<string> => {
    const { recipientIds, itemId, providerId, to, count, ...rest } = form.getValues()
    const facts = {
      ...rest,
      itemId: Number(itemId),
      providerId: providerId ? Number(providerId) : null,
      to: to || null,
      count: Number(count),
    }
    if (plan) {
      await update.mutateAsync({ id: plan.id, revision, ...facts })
      return '服务计划已保存'
    }
    await add.mutateAsync({ recipientIds: recipientIds.map(({ id }) => id), ...facts })
    return `已给 ${recipientIds.length} 人定服务计划`
  }
  return (
    <FormDialog
      title={plan ? `修改服务计划：${plan.recipientName}` : '定服务计划'}
      form={form}
      record={
        plan && {
          what: '这个服务计划',
          revision: plan.revision,
          fields: [
            { key: 'itemId', label: '服务项目', labels: namesById(catalogue?.items) },
            { key: 'every', label: '多久一次', labels: planPeriodLabel },
            { key: 'count', label: '几次（份）' },
            { key: 'mode', label: '服务方式', labels: serviceModeLabel },
            { key: 'providerId', label: '服务单位', labels: namesById(catalogue?.providers) },
            { key: 'from', label: '从哪一天起' },
            { key: 'to', label: '到哪一天止' },
            { key: 'note', label: '备注' },
          ],
        }
      }
      size="lg"
      saving={add.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      {!plan && <PeoplePicker autoFocus {...form.getInputProps('recipientIds')} />}
      <SimpleGrid cols={3}>
        <ItemSelect required day={form.values.from} {...form.getInputProps('itemId')} />
        <NativeSelect
          label="多久一次"
          data={choices(planPeriodLabel)}
          {...form.getInputProps('every')}
        />
        <NumberInput label="几次（份）" min={1} max={999} {...form.getInputProps('count')} />
        <NativeSelect
          label="服务方式"
          data={choices(serviceModeLabel)}
          value={form.values.mode}
          onChange={(event) =>
            form.setValues({ mode: event.currentTarget.value as ServiceMode, providerId: null })
          }
        />
        <ProviderSelect
          day={form.values.from}
          mode={form.values.mode}
          {...form.getInputProps('providerId')}
        />
        <span />
        <DayInput label="从哪一天起" required {...form.getInputProps('from')} />
        <DayInput label="到哪一天止（长期的不填）" {...form.getInputProps('to')} />
      </SimpleGrid>
      <TextInput label="备注" {...form.getInputProps('note')} />
    </FormDialog>
  )
}
