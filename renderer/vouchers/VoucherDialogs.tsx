import {
  Button,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import type { VoucherBatchRow } from '@shared/contract/vouchers'
import { readYuan, yuanWords } from '@shared/domain/funds/balance'
import { serviceKindLabel, type ServiceKind } from '@shared/domain/services/vocabulary'
import { numberAt, readNumbers } from '@shared/domain/vouchers/numbers'
import { useCommandOp, useQueryOp } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { choices } from '../ledgers/CaseFilters'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
import { useSession } from '../shell/session'

/** 发行一批: value, how many, numbers, until when, for what. */
export function IssueDialog({ onClose }: { onClose: () => void }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const issue = useCommandOp('vouchers.issue')
  const form = useForm({
    initialValues: {
      name: `${today.slice(0, 4)}年助老服务券`,
      faceValue: '',
      count: 100 as number | string,
      prefix: `ZL${today.slice(0, 4)}`,
      firstNumber: 1 as number | string,
      issuedOn: today,
      expiresOn: '',
      kinds: [] as ServiceKind[],
      source: '',
    },
    validate: { faceValue: (typed) => (readYuan(typed) ? null : '写成 10 或 10.50') },
  })
  const { prefix, firstNumber, count } = form.values
  const run = { prefix: prefix.toUpperCase(), first: Number(firstNumber), count: Number(count) }
  return (
    <FormDialog
      title="发行一批服务券"
      form={form}
      label="发行"
      size="lg"
      saving={issue.isPending}
      save={async () => {
        const { faceValue, expiresOn, kinds, ...facts } = form.getValues()
        await issue.mutateAsync({
          ...facts,
          faceValue: readYuan(faceValue) ?? 0,
          count: Number(facts.count),
          firstNumber: Number(facts.firstNumber),
          expiresOn: expiresOn || null,
          kinds: kinds.length > 0 ? kinds : null,
        })
        return `已发行 ${formatCount(run.count)} 张，都在库存里`
      }}
      onClose={onClose}
    >
      <TextInput label="批次名称" required data-autofocus {...form.getInputProps('name')} />
      <SimpleGrid cols={3}>
        <TextInput label="面值（元）" required {...form.getInputProps('faceValue')} />
        <NumberInput label="张数" min={1} max={20000} {...form.getInputProps('count')} />
        <TextInput label="资金来源" {...form.getInputProps('source')} />
        <TextInput label="号头" {...form.getInputProps('prefix')} />
        <NumberInput label="起号" min={1} {...form.getInputProps('firstNumber')} />
        <span />
        <DayInput label="发行日期" required {...form.getInputProps('issuedOn')} />
        <DayInput label="有效期至（长期的不填）" {...form.getInputProps('expiresOn')} />
      </SimpleGrid>
      <MultiSelect
        label="只能用于（不选是各类服务）"
        data={choices(serviceKindLabel)}
        {...form.getInputProps('kinds')}
      />
      {run.count > 0 && (
        <Text size="sm" c="dimmed">
          券号 {numberAt(run, 0)} 至 {numberAt(run, run.count - 1)}
        </Text>
      )}
    </FormDialog>
  )
}

interface BatchProps {
  batch: VoucherBatchRow
  onClose: () => void
}

/** 改批次: what it is called, until when it is good, for what. */
export function BatchDialog({ batch, onClose }: BatchProps): React.ReactElement {
  const update = useCommandOp('vouchers.updateBatch')
  const form = useForm({
    initialValues: {
      name: batch.name,
      expiresOn: batch.expiresOn ?? '',
      kinds: batch.kinds ?? [],
      source: batch.source ?? '',
    },
  })
  return (
    <FormDialog
      title={`修改批次：${batch.name}`}
      form={form}
      record={{
        what: '这个批次',
        revision: batch.revision,
        fields: [
          { key: 'name', label: '批次名称' },
          { key: 'expiresOn', label: '有效期至' },
          { key: 'kinds', label: '只能用于', labels: serviceKindLabel },
          { key: 'source', label: '资金来源' },
        ],
      }}
      saving={update.isPending}
      save={async (revision) => {
        const { expiresOn, kinds, ...facts } = form.getValues()
        await update.mutateAsync({
          id: batch.id,
          revision,
          ...facts,
          expiresOn: expiresOn || null,
          kinds: kinds.length > 0 ? kinds : null,
        })
        return '批次已保存'
      }}
      onClose={onClose}
    >
      <TextInput label="批次名称" required data-autofocus {...form.getInputProps('name')} />
      <DayInput label="有效期至（改晚就是延期）" {...form.getInputProps('expiresOn')} />
      <MultiSelect
        label="只能用于（不选是各类服务）"
        data={choices(serviceKindLabel)}
        {...form.getInputProps('kinds')}
      />
      <TextInput label="资金来源" {...form.getInputProps('source')} />
    </FormDialog>
  )
}

/** 发放 to people by name, or to all of a village; the sign list opens afterwards. */
export function HandOutDialog({
  batches,
  onClose,
}: {
  batches: readonly VoucherBatchRow[]
  onClose: () => void
}): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const handOut = useCommandOp('vouchers.handOut')
  const villages = useQueryOp('villages.list', {}).data ?? []
  const usable = batches.filter(({ books }) => books.sums.inStock.count > 0)
  const form = useForm({
    initialValues: {
      batchId: usable[0] ? String(usable[0].id) : null,
      title: '助老服务券发放',
      day: today,
      by: '',
      each: 1 as number | string,
      villageId: null as string | null,
      recipientIds: [] as ChosenPerson[],
    },
    validate: { batchId: (id) => (id ? null : '请选择批次') },
  })
  const planned = useQueryOp('services.plans', {
    villageId: form.values.villageId ? Number(form.values.villageId) : undefined,
  })
  const addPlanned = (): void => {
    const known = new Map(form.values.recipientIds.map((person) => [person.id, person]))
    for (const { recipientId, recipientName, mode } of planned.data?.rows ?? [])
      if (mode === 'purchased') known.set(recipientId, { id: recipientId, name: recipientName })
    form.setFieldValue('recipientIds', [...known.values()])
  }
  return (
    <FormDialog
      title="发放服务券"
      form={form}
      label="发放"
      size="lg"
      saving={handOut.isPending}
      save={async () => {
        const { batchId, recipientIds, each, title, day, by } = form.getValues()
        const { handoutId } = await handOut.mutateAsync({
          batchId: Number(batchId),
          title,
          day,
          by,
          each: Number(each),
          recipientIds: recipientIds.map(({ id }) => id),
        })
        navigate(`/print/voucher-handout/${handoutId}`)
        return `已发给 ${recipientIds.length} 人，请打印签领表`
      }}
      onClose={onClose}
    >
      <SimpleGrid cols={3}>
        <Select
          label="批次"
          required
          data={usable.map(({ id, name, books, faceValue }) => ({
            value: String(id),
            label: `${name} ${yuanWords(faceValue)} 元（库存 ${books.sums.inStock.count}）`,
          }))}
          {...form.getInputProps('batchId')}
        />
        <NumberInput label="每人几张" min={1} max={100} {...form.getInputProps('each')} />
        <DayInput label="发放日期" required notAfter={today} {...form.getInputProps('day')} />
        <TextInput label="事由" required {...form.getInputProps('title')} />
        <TextInput label="经办" {...form.getInputProps('by')} />
        <Select
          label="按村加人"
          placeholder="全部村（社区）"
          clearable
          data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('villageId')}
        />
      </SimpleGrid>
      <Button variant="default" size="compact-md" onClick={addPlanned}>
        加上有政府购买服务计划的人
      </Button>
      <PeoplePicker autoFocus {...form.getInputProps('recipientIds')} />
    </FormDialog>
  )
}

const atOnce = 1000 // numbers of one act

const numberActs = {
  redeem: { title: '核销服务券', label: '核销', done: '已核销' },
  giveBack: { title: '退回服务券到库存', label: '退回', done: '已退回库存' },
  void: { title: '作废服务券', label: '作废', done: '已作废' },
} as const
export type NumberAct = keyof typeof numberActs

/** One act on vouchers by their numbers: typed one by one or as runs, `ZL20260001~0040`. */
export function NumbersDialog({
  act,
  numbers = [],
  onClose,
}: {
  act: NumberAct
  numbers?: readonly string[]
  onClose: () => void
}): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const redeem = useCommandOp('vouchers.redeem')
  const giveBack = useCommandOp('vouchers.giveBack')
  const voiding = useCommandOp('vouchers.void')
  const providers = useQueryOp('services.catalogue', {}).data?.providers ?? []
  const { title, label, done } = numberActs[act]
  const form = useForm({
    initialValues: {
      numbers: numbers.join(' '),
      day: today,
      providerId: null as string | null,
      reason: '',
    },
    validate: {
      numbers: (typed) => {
        const read = readNumbers(typed, atOnce)
        if ('error' in read) return read.error
        return read.numbers.length === 0 ? '请填写券号' : null
      },
      reason: (typed) => (act !== 'redeem' && typed.trim() === '' ? '请写明原因' : null),
    },
  })
  const read = readNumbers(form.values.numbers, atOnce)
  const count = 'numbers' in read ? read.numbers.length : 0
  return (
    <FormDialog
      title={title}
      form={form}
      label={`${label} ${count} 张`}
      saving={redeem.isPending || giveBack.isPending || voiding.isPending}
      save={async () => {
        const { day, providerId, reason } = form.getValues()
        const asked = { numbers: 'numbers' in read ? read.numbers : [], day }
        if (act === 'redeem')
          await redeem.mutateAsync({ ...asked, providerId: providerId ? Number(providerId) : null })
        else await (act === 'void' ? voiding : giveBack).mutateAsync({ ...asked, reason })
        return `${done} ${count} 张`
      }}
      onClose={onClose}
    >
      <Textarea
        label="券号"
        description="连号写起止号，如 ZL20260001~0040；别的用空格或逗号隔开"
        autosize
        minRows={2}
        required
        data-autofocus
        {...form.getInputProps('numbers')}
      />
      <DayInput label="日期" required notAfter={today} {...form.getInputProps('day')} />
      {act === 'redeem' ? (
        <Select
          label="哪个服务单位收的"
          clearable
          searchable
          data={providers.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('providerId')}
        />
      ) : (
        <TextInput label="原因" required {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  )
}
