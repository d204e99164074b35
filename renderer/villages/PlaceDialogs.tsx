import { Alert, Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { villageKindLabel, type VillageKind } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'

type Village = OutputOf<'villages.list'>[number]
type VillageGroup = Village['groups'][number]

/** What is about to be done to a village, or to one of its groups. */
export type PlaceChange =
  | { kind: 'add'; of: Village | null }
  | { kind: 'rename' | 'merge'; village: Village; group: VillageGroup | null }

interface AddDialogProps {
  change: Extract<PlaceChange, { kind: 'add' }>
  onClose: () => void
}

export function AddDialog({ change: { of }, onClose }: AddDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const addVillage = useCommandOp('villages.add')
  const addGroup = useCommandOp('villageGroups.add')
  const form = useForm({
    initialValues: { name: '', kind: 'village' as VillageKind, from: today },
  })
  const save = async (): Promise<string> => {
    const { name, kind, from } = form.values
    if (of) await addGroup.mutateAsync({ villageId: of.id, name, from })
    else await addVillage.mutateAsync({ name, kind, from })
    return `已添加${name}`
  }
  return (
    <FormDialog
      title={of ? `给${of.name}添加村民小组` : '添加村社区'}
      form={form}
      label="添加"
      saving={addVillage.isPending || addGroup.isPending}
      save={save}
      onClose={onClose}
    >
      <TextInput
        label="名称"
        required
        data-autofocus
        placeholder={of ? '如 三组' : '如 下河村'}
        {...form.getInputProps('name')}
      />
      {!of && (
        <Radio.Group label="性质" {...form.getInputProps('kind')}>
          <Group mt={4}>
            {Object.entries(villageKindLabel).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
      )}
      <DayInput
        label="从哪一天起"
        description="要补录更早的档案，请写更早的日期"
        required
        {...form.getInputProps('from')}
      />
    </FormDialog>
  )
}

interface ChangeDialogProps {
  change: Extract<PlaceChange, { village: Village }>
  onClose: () => void
}

export function RenameDialog({ change, onClose }: ChangeDialogProps): React.ReactElement {
  const { village, group } = change
  const today = useSession().data?.today ?? ''
  const renameVillage = useCommandOp('villages.rename')
  const renameGroup = useCommandOp('villageGroups.rename')
  const was = group?.name ?? village.name
  const form = useForm({ initialValues: { name: was, how: 'renamed', from: today } })
  const { how } = form.values
  const save = async (): Promise<string> => {
    const { name } = form.values
    const from = how === 'renamed' ? form.values.from : null
    if (group) await renameGroup.mutateAsync({ id: group.id, name, from })
    else await renameVillage.mutateAsync({ id: village.id, name, from })
    return `${was}现在叫${name}`
  }
  return (
    <FormDialog
      title={`${was}的名称`}
      form={form}
      label="保存"
      saving={renameVillage.isPending || renameGroup.isPending}
      save={save}
      onClose={onClose}
    >
      <TextInput label="名称" required data-autofocus {...form.getInputProps('name')} />
      <Radio.Group {...form.getInputProps('how')}>
        <Stack gap={6}>
          <Radio value="renamed" label="更名：以前的文书仍用旧名" />
          <Radio value="wrong" label="更正：名称一开始就写错了" />
        </Stack>
      </Radio.Group>
      {how === 'renamed' && (
        <DayInput label="新名称从哪一天起" required {...form.getInputProps('from')} />
      )}
    </FormDialog>
  )
}

export function MergeDialog(
  props: ChangeDialogProps & { villages: readonly Village[] },
): React.ReactElement {
  const { change, villages, onClose } = props
  const { village, group } = change
  const today = useSession().data?.today ?? ''
  const mergeVillages = useCommandOp('villages.merge')
  const mergeGroups = useCommandOp('villageGroups.merge')
  const form = useForm({
    initialValues: { intoId: null as string | null, on: today },
    validate: { intoId: (value) => (value === null ? '请选择并入哪里' : null) },
  })
  const from = group ?? village
  const targets = (group ? village.groups : villages).filter(
    ({ id, to }) => id !== from.id && to === null,
  )
  const save = async (): Promise<string> => {
    const input = { id: from.id, intoId: Number(form.values.intoId), on: form.values.on }
    const { moved } = await (group ? mergeGroups : mergeVillages).mutateAsync(input)
    return `${from.name}已并入，转移档案 ${moved} 份`
  }
  return (
    <FormDialog
      title={group ? `小组合并：${from.name}` : `合村并居：${from.name}`}
      form={form}
      label="合并"
      saving={mergeVillages.isPending || mergeGroups.isPending}
      save={save}
      onClose={onClose}
    >
      <Select
        label="并入"
        required
        searchable
        data-autofocus
        data={targets.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('intoId')}
      />
      <DayInput label={`${from.name}存在到哪一天`} required {...form.getInputProps('on')} />
      <Alert variant="light" color="dusk">
        {from.name}现有在册 {from.active} 人，从次日起档案转到并入的
        {group ? '小组' : '村（社区），各小组随之转过去'}；以前的记录和文书不变。
      </Alert>
    </FormDialog>
  )
}
