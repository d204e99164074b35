import { Modal, MultiSelect, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { teamRoleLabel, type TeamRole } from '@shared/domain/pairings/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

interface MembersFormProps {
  team: OutputOf<'teams.file'>
  onClose: () => void
}

/** 加入队员: several helpers at once, found by name or initials. */
export function MembersForm(props: MembersFormProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title={`${props.team.name} 加入队员`} size={560}>
      <MembersFields {...props} />
    </Modal>
  )
}

function MembersFields({ team, onClose }: MembersFormProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const dictionaries = useDictionaries()
  const helpers = useQueryOp('helpers.list', {}).data ?? []
  const add = useCommandOp('teams.addMembers')
  const form = useForm({
    initialValues: { helperIds: [] as string[], role: 'member' as TeamRole | null, from: today },
  })
  const present = new Set(
    team.members.filter(({ current }) => current).map(({ helperId }) => helperId),
  )
  const initials = new Map(helpers.map((helper) => [String(helper.id), helper.initials]))
  const save = async (): Promise<void> => {
    const { helperIds, role, from } = form.getValues()
    try {
      const { added } = await add.mutateAsync({
        id: team.id,
        helperIds: helperIds.map(Number),
        role: role ?? 'member',
        from,
      })
      tellDone(`已加入 ${added} 人`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <MultiSelect
        label="帮扶人"
        required
        data-autofocus
        searchable
        placeholder="姓名或拼音首字母"
        nothingFoundMessage="没有这位在任的帮扶人，或已在队里"
        limit={50}
        data={helpers
          .filter(({ id }) => !present.has(id))
          .map(({ id, name, kind, unit, villageName }) => ({
            value: String(id),
            label: [name, dictionaries.words('helperKind', kind), unit ?? villageName]
              .filter(Boolean)
              .join(' · '),
          }))}
        filter={({ options, search }) => {
          const text = search.trim()
          return options.filter(
            (option) =>
              'value' in option &&
              (option.label.includes(text) ||
                initials.get(option.value)?.startsWith(text.toUpperCase())),
          )
        }}
        {...form.getInputProps('helperIds')}
      />
      <DictionarySelect
        label="职务"
        required
        labels={teamRoleLabel}
        {...form.getInputProps('role')}
        value={form.values.role}
      />
      <DayInput label="加入日期" required {...form.getInputProps('from')} />
      <SaveBar label="加入" onSave={() => void save()} onCancel={onClose} saving={add.isPending} />
    </Stack>
  )
}
