import { Button, Group, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { associationKindLabel, type AssociationKind } from '@shared/domain/stations/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { namesById } from '../shell/form/conflict'
import { askReason } from '../shell/ask-reason'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { DictionarySelect } from '../shell/form/inputs'
import { tellDone } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { VillageSelect } from '../villages/VillageSelect'

export type Association = OutputOf<'associations.list'>[number]

interface AssociationDialogProps {
  /** The association that is changed; a new one where left out. */
  association?: Association
  onClose: () => void
}

/** 登记老年人组织: of a village, or of one of its groups. */
export function AssociationDialog(props: AssociationDialogProps): React.ReactElement {
  const { association, onClose } = props
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('organization.write')
  const villages = useQueryOp('villages.list', {}).data ?? []
  const create = useCommandOp('associations.create')
  const update = useCommandOp('associations.update')
  const form = useForm({
    initialValues: {
      kind: association?.kind ?? ('elders' as AssociationKind),
      name: association?.name ?? '',
      villageId: association?.villageId ?? (null as number | null),
      villageGroupId: association?.villageGroupId ?? (null as number | null),
      chair: association?.chair ?? '',
      phone: association?.phone ?? '',
      members: (association?.members ?? '') as number | string,
      from: association?.from ?? today,
      note: association?.note ?? '',
    },
    validate: { villageId: (value) => (value === null ? '请选择村（社区）' : null) },
  })
  const { villageId, villageGroupId, kind } = form.values
  const groups = villages.find(({ id }) => id === villageId)?.groups ?? []
  const save = async (revision: number): Promise<string> => {
    const { members, ...typed } = form.getValues()
    const facts = {
      ...typed,
      villageId: typed.villageId!,
      members: members === '' ? null : Number(members),
    }
    if (association) await update.mutateAsync({ id: association.id, revision, ...facts })
    else await create.mutateAsync(facts)
    return `${facts.name.trim()}已保存`
  }
  return (
    <FormDialog
      title={association ? association.name : '登记老年人组织'}
      form={form}
      record={
        association && {
          what: '这个组织',
          revision: association.revision,
          fields: [
            { key: 'kind', label: '类别', labels: associationKindLabel },
            { key: 'name', label: '名称' },
            { key: 'villageId', label: '村（社区）', labels: namesById(villages) },
            { key: 'villageGroupId', label: '村民小组', labels: namesById(groups) },
            { key: 'chair', label: '会长' },
            { key: 'phone', label: '电话' },
            { key: 'members', label: '会员人数' },
            { key: 'from', label: '成立日期' },
            { key: 'note', label: '备注' },
          ],
        }
      }
      size="lg"
      locked={!mayWrite}
      saving={create.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="类别"
          required
          labels={associationKindLabel}
          {...form.getInputProps('kind')}
        />
        <TextInput label="名称" required data-autofocus {...form.getInputProps('name')} />
        <VillageSelect
          required
          value={villageId}
          onChange={(id) => form.setValues({ villageId: id, villageGroupId: null })}
          error={form.errors['villageId']}
        />
        <Select
          label="村民小组"
          placeholder={kind === 'elders' ? '全村' : '选小组'}
          clearable
          data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={villageGroupId === null ? null : String(villageGroupId)}
          onChange={(id) => form.setFieldValue('villageGroupId', id === null ? null : Number(id))}
          error={form.errors['villageGroupId']}
        />
        <TextInput label="会长" {...form.getInputProps('chair')} />
        <TextInput label="电话" {...form.getInputProps('phone')} />
        <NumberInput label="会员人数" min={0} {...form.getInputProps('members')} />
        <DayInput label="成立日期" required {...form.getInputProps('from')} />
      </SimpleGrid>
      <Textarea label="备注" autosize minRows={1} {...form.getInputProps('note')} />
      {association && mayWrite && <Endings association={association} onClose={onClose} />}
    </FormDialog>
  )
}

/** What ends an association, or takes back one that was typed in twice. */
function Endings(props: { association: Association; onClose: () => void }): React.ReactElement {
  const { association, onClose } = props
  const { id, revision, name, to } = association
  const today = useSession().data?.today ?? ''
  const dissolve = useCommandOp('associations.dissolve')
  const voiding = useCommandOp('associations.void')
  const askToDissolve = (): void =>
    askReason({
      title: `撤销${name}`,
      lead: '名单里不再列出，记录保留。',
      label: '撤销',
      day: { label: '最后一天', initial: today },
      onSubmit: async (reason, on) => {
        await dissolve.mutateAsync({ id, revision, on, reason })
        tellDone(`${name}已撤销`)
        onClose()
      },
    })
  const askToVoid = (): void =>
    askReason({
      title: `录错更正：隐去${name}`,
      lead: '只用于重复登记；不再有的请用“撤销”。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        onClose()
      },
    })
  return (
    <Group gap="xs">
      {to === null && (
        <Button variant="default" onClick={askToDissolve}>
          撤销组织…
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={askToVoid}>
        录错更正…
      </Button>
    </Group>
  )
}
