import { Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { namesById } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useSaveOver } from '../shell/form/useSaveOver'
import { useSession } from '../shell/session'
import { VillageSelect } from '../villages/VillageSelect'

interface TeamFormProps {
  /** Left out: a new team. */
  team?: OutputOf<'teams.file'>
  onClose: () => void
  onCreated?: (id: number) => void
}

export function TeamForm(props: TeamFormProps): React.ReactElement {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.team ? `修改 ${props.team.name}` : '新队伍'}
      size={640}
    >
      <TeamFields {...props} />
    </Modal>
  )
}

function TeamFields({ team, onClose, onCreated }: TeamFormProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {})
  const create = useCommandOp('teams.create')
  const update = useCommandOp('teams.update')
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      purpose: team?.purpose ?? '',
      villageId: team?.villageId ?? null,
      note: team?.note ?? '',
      from: team?.from ?? today,
    },
  })
  const { submit, notice } = useSaveOver({
    form,
    record: team && {
      what: '这支队伍',
      revision: team.revision,
      fields: [
        { key: 'name', label: '名称' },
        { key: 'villageId', label: '范围', labels: namesById(villages.data) },
        { key: 'purpose', label: '做什么' },
        { key: 'note', label: '备注' },
      ],
    },
    save: async (revision) => {
      const { from, ...facts } = form.getValues()
      if (team) await update.mutateAsync({ id: team.id, revision, ...facts })
      else onCreated?.((await create.mutateAsync({ from, ...facts })).id)
      return `${facts.name} 已保存`
    },
    onDone: onClose,
  })
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <TextInput label="名称" required data-autofocus {...form.getInputProps('name')} />
        <VillageSelect label="范围" placeholder="全镇" {...form.getInputProps('villageId')} />
        {!team && <DayInput label="成立日期" required {...form.getInputProps('from')} />}
      </SimpleGrid>
      <TextInput label="做什么" {...form.getInputProps('purpose')} />
      <Textarea label="备注" autosize minRows={1} {...form.getInputProps('note')} />
      {notice}
      <SaveBar
        onSave={() => void submit()}
        onCancel={onClose}
        saving={create.isPending || update.isPending}
      />
    </Stack>
  )
}
