import { MultiSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { inspectionKindLabel, type InspectionKind } from '@shared/domain/inspections/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { DictionarySelect } from '../shell/form/inputs'
import { useSession } from '../shell/session'

const compared = [
  { key: 'kind', label: '方式', labels: inspectionKindLabel },
  { key: 'from', label: '开始日期' },
  { key: 'to', label: '结束日期' },
  { key: 'title', label: '督查名称' },
  { key: 'leader', label: '带队领导' },
  { key: 'members', label: '督查组成员' },
  { key: 'note', label: '说明' },
] as const

interface InspectionDialogProps {
  /** The inspection that is changed; a new one where left out. */
  inspection?: OutputOf<'inspections.file'>
  onClose: () => void
  onCreated?: (id: number) => void
}

/** 准备督查: how, when, who goes, and to which villages. */
export function InspectionDialog(props: InspectionDialogProps): React.ReactElement {
  const { inspection, onClose, onCreated } = props
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {}).data ?? []
  const plan = useCommandOp('inspections.plan')
  const update = useCommandOp('inspections.update')
  const choose = useCommandOp('inspections.saveVillages')
  const form = useForm({
    initialValues: {
      kind: inspection?.kind ?? ('planned' as InspectionKind),
      title: inspection?.title ?? '',
      from: inspection?.from ?? today,
      to: inspection?.to ?? today,
      leader: inspection?.leader ?? '',
      members: inspection?.members ?? '',
      note: inspection?.note ?? '',
      // Null until the clerk chooses: every village is visited.
      villageIds: (inspection?.rows.map(({ villageId }) => String(villageId)) ?? null) as
        string[] | null,
    },
  })
  const { kind, from } = form.values
  const chosen = form.values.villageIds ?? villages.map(({ id }) => String(id))
  /** Named by its month where the clerk writes nothing else. */
  const usualTitle = `${from ? formatPartialDate(from.slice(0, 7)) : ''}${inspectionKindLabel[kind]}`
  const save = async (revision: number): Promise<string> => {
    const { villageIds: _, ...typed } = form.getValues()
    const facts = { ...typed, title: typed.title.trim() || usualTitle }
    const villageIds = chosen.map(Number)
    if (!inspection) {
      const { id } = await plan.mutateAsync({ ...facts, villageIds })
      onCreated?.(id)
      return `督查已准备，督查表 ${villageIds.length} 张`
    }
    const { id, rows } = inspection
    const before = rows.map(({ villageId }) => villageId)
    const isSame =
      before.length === villageIds.length && before.every((one) => villageIds.includes(one))
    // Villages first: a refusal there leaves everything as it was.
    if (!isSame) await choose.mutateAsync({ id, revision, villageIds })
    await update.mutateAsync({ id, revision, ...facts })
    return '督查已保存'
  }
  return (
    <FormDialog
      title={inspection ? '修改督查' : '准备督查'}
      form={form}
      record={inspection && { what: '这次督查', revision: inspection.revision, fields: compared }}
      size="lg"
      saving={plan.isPending || update.isPending || choose.isPending}
      save={save}
      onClose={onClose}
    >
      <SimpleGrid cols={3}>
        <DictionarySelect
          label="方式"
          required
          labels={inspectionKindLabel}
          {...form.getInputProps('kind')}
        />
        <DayInput label="开始日期" required {...form.getInputProps('from')} />
        <DayInput label="结束日期" required {...form.getInputProps('to')} />
      </SimpleGrid>
      <TextInput label="督查名称" placeholder={usualTitle} {...form.getInputProps('title')} />
      <SimpleGrid cols={2}>
        <TextInput label="带队领导" {...form.getInputProps('leader')} />
        <TextInput
          label="督查组成员"
          placeholder="姓名之间用顿号"
          {...form.getInputProps('members')}
        />
      </SimpleGrid>
      <MultiSelect
        label="要去的村（社区）"
        required
        searchable
        data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={chosen}
        onChange={(villageIds) => form.setFieldValue('villageIds', villageIds)}
        error={form.errors['villageIds']}
      />
      <Textarea label="说明" autosize minRows={1} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
