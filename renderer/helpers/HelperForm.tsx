import { Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { modals } from '@mantine/modals'
import { genderLabel } from '@shared/domain/vocabulary'
import { CallError, useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect, PhonesInput } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'

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
      size={640}
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
      villageId: helper?.villageId ?? null,
      from: helper?.from ?? '',
      note: helper?.note ?? '',
    },
  })
  const draft = useDraft(`helper:${helper?.id ?? 'new'}`, form)

  const save = async (allowNamesake: boolean): Promise<void> => {
    const typed = form.getValues()
    const facts = {
      ...typed,
      from: typed.from || null,
      phones: typed.phones.map((phone) => phone.trim()).filter((phone) => phone !== ''),
    }
    try {
      if (helper) {
        await update.mutateAsync({ id: helper.id, revision: helper.revision, ...facts })
      } else {
        const { id } = await create.mutateAsync({ ...facts, allowNamesake })
        onCreated?.(id)
      }
      await draft.discard()
      tellDone(`${typed.name} 已保存`)
      onClose()
    } catch (error) {
      if (!helper && error instanceof CallError && error.code === 'CONFLICT' && !allowNamesake) {
        modals.openConfirmModal({
          title: '可能重复',
          children: error.message,
          labels: { confirm: '是另一个人，登记', cancel: '回去核对' },
          onConfirm: () => void save(true),
        })
      } else showFailure(form, error)
    }
  }
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
          data={(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={form.values.villageId === null ? null : String(form.values.villageId)}
          onChange={(id) => form.setFieldValue('villageId', id === null ? null : Number(id))}
          error={form.errors['villageId']}
        />
        <DayInput label="开始帮扶日期" {...form.getInputProps('from')} />
      </SimpleGrid>
      <Textarea label="备注" autosize minRows={1} {...form.getInputProps('note')} />
      <SaveBar
        onSave={() => void save(false)}
        onCancel={onClose}
        saving={create.isPending || update.isPending}
        draft={draft}
      />
    </Stack>
  )
}
