import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, useQueryOp } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'

interface SupportCaseDialogProps {
  person: { id: number; name: string }
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 登记赡养不履行: which supporter, what is not done, and who sees to it. */
export function SupportCaseDialog(props: SupportCaseDialogProps): React.ReactElement {
  const { person, onClose, onOpened } = props
  const today = useSession().data?.today ?? ''
  const family = useQueryOp('recipients.file', { id: person.id }).data?.family ?? []
  const dictionaries = useDictionaries()
  const open = useCommandOp('supportCases.open')
  const form = useForm({
    initialValues: {
      familyMemberId: null as number | null,
      supporter: '',
      content: '',
      openedOn: today,
      dueOn: '',
      helperId: null as number | null,
      responsible: '',
    },
  })
  const { values } = form
  const choose = (id: string | null): void => {
    const member = family.find((one) => String(one.id) === id)
    form.setValues({ familyMemberId: member?.id ?? null, supporter: member?.name ?? '' })
  }
  const save = async (): Promise<string> => {
    const { dueOn, ...facts } = form.values
    const { id } = await open.mutateAsync({
      recipientId: person.id,
      ...facts,
      dueOn: dueOn === '' ? null : dueOn,
    })
    onOpened?.(id)
    return `已登记${person.name}的赡养督促`
  }
  return (
    <FormDialog
      title={`赡养不履行：${person.name}`}
      form={form}
      size="lg"
      label="登记"
      saving={open.isPending}
      save={save}
      onClose={onClose}
    >
      {family.length > 0 && (
        <Select
          label="家庭成员"
          placeholder="从档案里选"
          clearable
          data={family.map(({ id, name, relation }) => ({
            value: String(id),
            label: [dictionaries.words('relation', relation), name].filter(Boolean).join(' '),
          }))}
          value={values.familyMemberId === null ? null : String(values.familyMemberId)}
          onChange={choose}
        />
      )}
      <TextInput label="赡养人" required {...form.getInputProps('supporter')} />
      <Textarea
        label="没有履行什么"
        required
        autosize
        minRows={2}
        placeholder="如 不给生活费、不来看望、不管看病"
        {...form.getInputProps('content')}
      />
      <DayInput label="登记日期" required notAfter={today} {...form.getInputProps('openedOn')} />
      <DayInput label="要求办结日期" {...form.getInputProps('dueOn')} />
      <ResponsibleInput
        helperId={values.helperId}
        responsible={values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
    </FormDialog>
  )
}
