import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import {
  customKindLabel,
  customSectionLabel,
  groupOfSection,
  type CustomKind,
  type CustomSection,
} from '@shared/domain/custom-fields/custom-field'
import { recipientGroupLabel, type RecipientGroup } from '@shared/domain/vocabulary'
import { useCommandOp } from '../api'
import { showFailure } from '../shell/form/failure'
import { tellDone } from '../shell/notify'
import type { CustomFieldRow } from './useCustomFields'

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

interface CustomFieldDialogProps {
  /** Null: a new one. */
  field: CustomFieldRow | null
  onClose: () => void
}

/** Defines a field or changes what may still change: its kind stays, values rest on it. */
export function CustomFieldDialog({ field, onClose }: CustomFieldDialogProps): React.ReactElement {
  const inUse = field?.options.filter(({ retired }) => !retired) ?? []
  const form = useForm({
    initialValues: {
      name: field?.name ?? '',
      kind: (field?.kind ?? 'text') as CustomKind,
      section: (field?.section ?? 'living') as CustomSection,
      groups: (field?.groups ?? []) as RecipientGroup[],
      options: inUse.map(({ label }) => label),
      required: field?.required ?? false,
      isSensitive: field?.isSensitive ?? false,
    },
    validate: { name: (name) => (name.trim() ? null : '请填写名称') },
  })
  const only = groupOfSection(form.values.section)
  const add = useCommandOp('customFields.add')
  const change = useCommandOp('customFields.change')
  const save = async ({ kind, groups, options, ...rest }: typeof form.values): Promise<void> => {
    const definition = {
      ...rest,
      groups: groups.length === 0 ? null : groups,
      options: options.map((label) => {
        const known = field?.options.find((option) => option.label === label)
        return known ? { code: known.code, label } : { label }
      }),
    }
    try {
      if (field) await change.mutateAsync({ ...definition, id: field.id, revision: field.revision })
      else await add.mutateAsync({ ...definition, kind })
      tellDone(`自定义字段“${rest.name.trim()}”已保存`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={field ? `修改：${field.name}` : '新的自定义字段'}>
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="md">
          <TextInput
            label="名称"
            required
            maxLength={20}
            data-autofocus
            description="也是导入的表头和打印的标签"
            {...form.getInputProps('name')}
          />
          <Select
            label="类型"
            allowDeselect={false}
            disabled={field !== null}
            description={field ? '已有填写的内容，类型不能再改' : undefined}
            data={optionsOf(customKindLabel)}
            {...form.getInputProps('kind')}
          />
          {form.values.kind === 'choice' && (
            <TagsInput
              label="选项"
              description="写一个按一次回车；去掉的选项只是停用，已选的照样读得出"
              splitChars={['、', '，', ',', ';', '；']}
              {...form.getInputProps('options')}
            />
          )}
          <Select
            label="放在档案的哪一组"
            allowDeselect={false}
            data={optionsOf(customSectionLabel)}
            {...form.getInputProps('section')}
          />
          <MultiSelect
            label="问哪些群体"
            disabled={only !== null}
            description={only ? `这一组只有${recipientGroupLabel[only]}有` : undefined}
            placeholder={form.values.groups.length === 0 && !only ? '全部' : undefined}
            data={optionsOf(recipientGroupLabel)}
            {...form.getInputProps('groups')}
            value={only ? [only] : form.values.groups}
          />
          <Checkbox
            label="必填：没有填的算进信息待补"
            {...form.getInputProps('required', { type: 'checkbox' })}
          />
          <Checkbox
            label="敏感：没有权限的人看不到，遮盖的导出里不写出"
            {...form.getInputProps('isSensitive', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={add.isPending || change.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
