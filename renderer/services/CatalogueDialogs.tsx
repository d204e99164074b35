import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { readYuan, yuanWords } from '@shared/domain/funds/balance'
import {
  serviceKindLabel,
  serviceModeLabel,
  type ServiceKind,
  type ServiceMode,
} from '@shared/domain/services/vocabulary'
import { useCommandOp } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { formatDay } from '../shell/format'
import { useSession } from '../shell/session'
import type { ServiceItem, ServiceProvider } from './catalogue-choices'

interface DialogProps<Record> {
  /** What is changed; a new one where left out. */
  record?: Record
  onClose: () => void
}

/** 服务项目: what it is called and by what it is counted. */
export function ItemDialog({ record, onClose }: DialogProps<ServiceItem>): React.ReactElement {
  const save = useCommandOp('services.saveItem')
  const form = useForm({
    initialValues: {
      kind: record?.kind ?? ('meals' as ServiceKind),
      name: record?.name ?? '',
      unit: record?.unit ?? '次',
      endedOn: record?.endedOn ?? '',
    },
  })
  return (
    <FormDialog
      title={record ? `修改项目：${record.name}` : '新服务项目'}
      form={form}
      saving={save.isPending}
      record={
        record && {
          what: '这个项目',
          revision: record.revision,
          fields: [
            { key: 'kind', label: '类别', labels: serviceKindLabel },
            { key: 'name', label: '项目名称' },
            { key: 'unit', label: '单位' },
            { key: 'endedOn', label: '做到哪一天' },
          ],
        }
      }
      save={async (over) => {
        const { endedOn, ...facts } = form.getValues()
        const known = record && { id: record.id, revision: over }
        await save.mutateAsync({ ...known, ...facts, endedOn: endedOn || null })
        return '服务目录已保存'
      }}
      onClose={onClose}
    >
      <NativeSelect
        label="类别"
        data={choices(serviceKindLabel)}
        data-autofocus
        {...form.getInputProps('kind')}
      />
      <TextInput label="项目名称" required {...form.getInputProps('name')} />
      <TextInput label="单位" placeholder="次、餐、小时" required {...form.getInputProps('unit')} />
      <DayInput label="做到哪一天（还在做的不填）" {...form.getInputProps('endedOn')} />
    </FormDialog>
  )
}

/** 价格 from a day on, with what it was before. */
export function PriceDialog({
  record,
  onClose,
}: Required<DialogProps<ServiceItem>>): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const set = useCommandOp('services.setPrice')
  const form = useForm({
    initialValues: {
      from: today,
      price: record.price ? yuanWords(record.price.price) : '',
      lowCostPrice: record.price ? yuanWords(record.price.lowCostPrice) : '',
    },
    validate: {
      price: (typed) => (readYuan(typed) === null ? '写成 12 或 12.50' : null),
      lowCostPrice: (typed) => (readYuan(typed) === null ? '写成 12 或 12.50' : null),
    },
  })
  return (
    <FormDialog
      title={`定价：${record.name}（每${record.unit}）`}
      form={form}
      saving={set.isPending}
      save={async () => {
        const { from, price, lowCostPrice } = form.getValues()
        await set.mutateAsync({
          itemId: record.id,
          from,
          price: readYuan(price) ?? 0,
          lowCostPrice: readYuan(lowCostPrice) ?? 0,
        })
        return `价格从 ${formatDay(from)} 起执行`
      }}
      onClose={onClose}
    >
      <DayInput label="从哪一天起" required {...form.getInputProps('from')} />
      <SimpleGrid cols={2}>
        <TextInput label="价格（元）" required data-autofocus {...form.getInputProps('price')} />
        <TextInput label="低偿老人付（元）" required {...form.getInputProps('lowCostPrice')} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        无偿老人不付，低偿付低偿价，有偿和没有类别的付全价；差额记作补贴。以前登记的金额不变。
      </Text>
      {record.prices.length > 0 && (
        <Text size="sm">
          以前：
          {record.prices
            .map(
              (one) =>
                `${formatDay(one.from)}起 ${yuanWords(one.price)} 元（低偿 ${yuanWords(one.lowCostPrice)} 元）`,
            )
            .join('；')}
        </Text>
      )}
    </FormDialog>
  )
}

/** 服务单位: a company, a group, a volunteer or a neighbour who serves. */
export function ProviderDialog({
  record,
  onClose,
}: DialogProps<ServiceProvider>): React.ReactElement {
  const save = useCommandOp('services.saveProvider')
  const form = useForm({
    initialValues: {
      mode: record?.mode ?? ('purchased' as ServiceMode),
      name: record?.name ?? '',
      contactName: record?.contactName ?? '',
      phone: record?.phone ?? '',
      note: record?.note ?? '',
      endedOn: record?.endedOn ?? '',
    },
  })
  return (
    <FormDialog
      title={record ? `修改：${record.name}` : '新服务单位'}
      form={form}
      saving={save.isPending}
      record={
        record && {
          what: '这个服务单位',
          revision: record.revision,
          fields: [
            { key: 'mode', label: '服务方式', labels: serviceModeLabel },
            { key: 'name', label: '名称' },
            { key: 'contactName', label: '联系人' },
            { key: 'phone', label: '电话' },
            { key: 'note', label: '备注' },
            { key: 'endedOn', label: '服务到哪一天' },
          ],
        }
      }
      save={async (over) => {
        const { endedOn, ...facts } = form.getValues()
        const known = record && { id: record.id, revision: over }
        await save.mutateAsync({ ...known, ...facts, endedOn: endedOn || null })
        return '服务单位已保存'
      }}
      onClose={onClose}
    >
      <NativeSelect
        label="服务方式"
        data={choices(serviceModeLabel)}
        {...form.getInputProps('mode')}
      />
      <TextInput label="名称" required data-autofocus {...form.getInputProps('name')} />
      <SimpleGrid cols={2}>
        <TextInput label="联系人" {...form.getInputProps('contactName')} />
        <TextInput label="电话" {...form.getInputProps('phone')} />
      </SimpleGrid>
      <TextInput label="备注" {...form.getInputProps('note')} />
      <DayInput label="服务到哪一天（还在服务的不填）" {...form.getInputProps('endedOn')} />
    </FormDialog>
  )
}
