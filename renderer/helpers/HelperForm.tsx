import {
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { modals } from '@mantine/modals'
import { capacityOf } from '@shared/domain/pairings/capacity'
import { genderLabel } from '@shared/domain/vocabulary'
import { useRef } from 'react'
import { CallError, useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { namesById } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { DictionarySelect, PhonesInput } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { useSaveOver } from '../shell/form/useSaveOver'

type HelperFile = OutputOf<'helpers.file'>

interface HelperFormProps {
  /** Left out: a new helper. */
  helper?: HelperFile
  onClose: () => void
  onCreated?: (id: number) => void
}

export function HelperForm(props: HelperFormProps): React.ReactElement {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.helper ? `修改 ${props.helper.name} 的资料` : '新帮扶人'}
      size={760}
    >
      <HelperFields {...props} />
    </Modal>
  )
}

function HelperFields({ helper, onClose, onCreated }: HelperFormProps): React.ReactElement {
  const dictionaries = useDictionaries()
  const villages = useQueryOp('villages.list', {})
  const create = useCommandOp('helpers.create')
  const update = useCommandOp('helpers.update')
  const form = useForm({
    initialValues: {
      name: helper?.name ?? '',
      gender: helper?.gender ?? null,
      kind: helper?.kind ?? null,
      unit: helper?.unit ?? '',
      post: helper?.post ?? '',
      phones: helper?.phones ?? [],
      phoneLabels: helper?.phoneLabels ?? [],
      villageId: helper?.villageId ?? null,
      villageGroupId: helper?.villageGroupId ?? null,
      address: helper?.address ?? '',
      servedVillageIds: helper?.servedVillageIds ?? [],
      capacity: helper?.capacity ?? null,
      from: helper?.from ?? '',
      note: helper?.note ?? '',
    },
  })
  const draft = useDraft(`helper:${helper?.id ?? 'new'}`, form)
  const capacities = useQueryOp('helpers.capacities', {}).data
  const villageChoices = (villages.data ?? []).map(({ id, name }) => ({
    value: String(id),
    label: name,
  }))
  const groups = villages.data?.find(({ id }) => id === form.values.villageId)?.groups ?? []

  /** The clerk said that somebody on file only has the same name. */
  const allowNamesake = useRef(false)
  const save = async (revision: number): Promise<string> => {
    const typed = form.getValues()
    const phones = typed.phones
      .map((phone, at) => ({ phone: phone.trim(), label: typed.phoneLabels[at] ?? '' }))
      .filter(({ phone }) => phone !== '')
    const facts = {
      ...typed,
      from: typed.from || null,
      phones: phones.map(({ phone }) => phone),
      phoneLabels: phones.map(({ label }) => label.trim()),
    }
    if (helper) await update.mutateAsync({ id: helper.id, revision, ...facts })
    else {
      const created = { ...facts, allowNamesake: allowNamesake.current }
      onCreated?.((await create.mutateAsync(created)).id)
    }
    return `${typed.name} 已保存`
  }
  const { submit, notice } = useSaveOver({
    form,
    record: helper && {
      what: '这位帮扶人的资料',
      revision: helper.revision,
      fields: [
        { key: 'name', label: '姓名' },
        { key: 'kind', label: '身份类别', labels: dictionaries.offered('helperKind', []) },
        { key: 'unit', label: '单位' },
        { key: 'post', label: '职务' },
        { key: 'phones', label: '电话' },
        { key: 'gender', label: '性别', labels: genderLabel },
        { key: 'villageId', label: '所在村（社区）', labels: namesById(villages.data) },
        { key: 'villageGroupId', label: '村民小组', labels: namesById(groups) },
        { key: 'servedVillageIds', label: '还服务哪些村', labels: namesById(villages.data) },
        { key: 'capacity', label: '最多帮扶人数' },
        { key: 'address', label: '住址' },
        { key: 'from', label: '开始帮扶日期' },
        { key: 'note', label: '备注' },
      ],
    },
    save,
    refused: (error) => {
      const isNamesake = !helper && error instanceof CallError && error.code === 'CONFLICT'
      if (!isNamesake || allowNamesake.current) return false
      modals.openConfirmModal({
        title: '可能重复',
        children: error.message,
        labels: { confirm: '是另一个人，登记', cancel: '回去核对' },
        onConfirm: () => {
          allowNamesake.current = true
          void submit()
        },
      })
      return true
    },
    onDone: async () => {
      await draft.discard()
      onClose()
    },
  })
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <TextInput label="姓名" required data-autofocus {...form.getInputProps('name')} />
        <DictionarySelect
          label="身份类别"
          labels={dictionaries.offered('helperKind', [form.values.kind])}
          {...form.getInputProps('kind')}
          value={form.values.kind}
        />
        <TextInput label="单位" {...form.getInputProps('unit')} />
        <TextInput label="职务" {...form.getInputProps('post')} />
        <PhonesInput
          label="电话"
          value={form.values.phones}
          onChange={(phones) => form.setFieldValue('phones', phones)}
          kinds={{
            value: form.values.phoneLabels,
            onChange: (labels) => form.setFieldValue('phoneLabels', labels),
          }}
        />
        <DictionarySelect
          label="性别"
          labels={genderLabel}
          {...form.getInputProps('gender')}
          value={form.values.gender}
        />
        <Select
          label="所在村（社区）"
          clearable
          searchable
          data={villageChoices}
          value={form.values.villageId === null ? null : String(form.values.villageId)}
          onChange={(id) => {
            form.setFieldValue('villageId', id === null ? null : Number(id))
            form.setFieldValue('villageGroupId', null)
          }}
          error={form.errors['villageId']}
        />
        <Select
          label="村民小组"
          description="结对建议先找同组的人"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          disabled={groups.length === 0}
          data={groups
            .filter(({ to }) => to === null)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          value={form.values.villageGroupId === null ? null : String(form.values.villageGroupId)}
          onChange={(id) => form.setFieldValue('villageGroupId', id === null ? null : Number(id))}
          error={form.errors['villageGroupId']}
        />
        <MultiSelect
          label="还服务哪些村"
          description="不在本村、也能去帮扶的村"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          data={villageChoices.filter(({ value }) => value !== String(form.values.villageId))}
          value={form.values.servedVillageIds.map(String)}
          onChange={(ids) => form.setFieldValue('servedVillageIds', ids.map(Number))}
          error={form.errors['servedVillageIds']}
        />
        <NumberInput
          label="最多帮扶人数"
          description={
            capacities &&
            `不填按身份类别：${capacityOf({ capacity: null, kind: form.values.kind }, capacities)} 人`
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={200}
          allowDecimal={false}
          value={form.values.capacity ?? ''}
          onChange={(typed) => form.setFieldValue('capacity', typed === '' ? null : Number(typed))}
          error={form.errors['capacity']}
        />
        <TextInput label="住址" {...form.getInputProps('address')} />
        <DayInput label="开始帮扶日期" {...form.getInputProps('from')} />
      </SimpleGrid>
      <Textarea label="备注" autosize minRows={1} {...form.getInputProps('note')} />
      {notice}
      <SaveBar
        onSave={() => void submit()}
        onCancel={onClose}
        saving={create.isPending || update.isPending}
        draft={draft}
      />
    </Stack>
  )
}
