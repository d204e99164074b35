import { Select, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { disputeKindLabel, type DisputeKind } from '@shared/domain/support-cases/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ResponsibleInput, responsibleFields } from '../ledgers/ResponsibleInput'
import { DayInput } from '../shell/form/domain-inputs'
import { DictionarySelect } from '../shell/form/inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'

interface SupportCaseDialogProps {
  /** Whose case, where it is known already. */
  person?: ChosenPerson
  kind?: DisputeKind
  /** The case whose facts are mended; left out: a new one. */
  mended?: OutputOf<'supportCases.file'>
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 登记赡养不履行或纠纷, or its facts mended: with whom, what about, what is wanted, and who sees to it. */
export function SupportCaseDialog(props: SupportCaseDialogProps): React.ReactElement {
  const { kind = 'support', mended, onClose, onOpened } = props
  const today = useSession().data?.today ?? ''
  const dictionaries = useDictionaries()
  const helpers = useQueryOp('helpers.list', {}).data
  const open = useCommandOp('supportCases.open')
  const update = useCommandOp('supportCases.update')
  const form = useForm({
    initialValues: {
      people: props.person ? [props.person] : ([] as ChosenPerson[]),
      kind: (mended?.kind ?? kind) as DisputeKind | null,
      familyMemberId: mended?.familyMemberId ?? null,
      supporter: mended?.supporter ?? '',
      content: mended?.content ?? '',
      claim: mended?.claim ?? '',
      openedOn: mended?.openedOn ?? today,
      dueOn: mended?.dueOn ?? '',
      helperId: mended?.helperId ?? null,
      responsible: mended?.responsible ?? '',
    },
    validate: { people: (people) => (people.length === 0 ? '请选择关爱对象' : null) },
  })
  const { values } = form
  const person = values.people[0]
  const file = useQueryOp('recipients.file', { id: person?.id ?? 0 }, { enabled: !!person })
  const family = file.data?.family ?? []
  const choose = (id: string | null): void => {
    const member = family.find((one) => String(one.id) === id)
    form.setValues({ familyMemberId: member?.id ?? null, supporter: member?.name ?? '' })
  }
  const save = async (revision: number): Promise<string> => {
    const { people, openedOn, ...rest } = form.getValues()
    const dueOn = rest.dueOn === '' ? null : rest.dueOn
    const facts = { ...rest, kind: rest.kind ?? 'other', dueOn }
    if (mended) {
      await update.mutateAsync({ id: mended.id, revision, ...facts })
      return '已保存'
    }
    const [chosen] = people
    const { id } = await open.mutateAsync({ recipientId: chosen!.id, openedOn, ...facts })
    onOpened?.(id)
    return `已登记${chosen!.name}的${disputeKindLabel[facts.kind]}纠纷`
  }
  return (
    <FormDialog
      title={[mended ? '修改赡养不履行或纠纷' : '登记赡养不履行或纠纷', person?.name]
        .filter(Boolean)
        .join('：')}
      form={form}
      record={
        mended && {
          what: '这件纠纷',
          revision: mended.revision,
          fields: [
            { key: 'kind', label: '类别', labels: disputeKindLabel },
            { key: 'supporter', label: '赡养人或对方' },
            { key: 'content', label: '情况' },
            { key: 'claim', label: '诉求' },
            { key: 'dueOn', label: '要求办结日期' },
            ...responsibleFields(helpers),
          ],
        }
      }
      size="lg"
      label={mended ? '保存' : '登记'}
      saving={open.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      {!props.person && (
        <PeoplePicker
          {...form.getInputProps('people')}
          onChange={(people) => form.setFieldValue('people', people.slice(-1))}
          autoFocus
        />
      )}
      <DictionarySelect
        label="类别"
        required
        data-autofocus={props.person ? true : undefined}
        labels={disputeKindLabel}
        {...form.getInputProps('kind')}
      />
      {values.kind === 'abuse' && (
        <Text size="sm">▲ 遭受虐待、遗弃、侵害的，同时在“强制报告”里登记，按时限上报。</Text>
      )}
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
      <TextInput
        label={values.kind === 'support' ? '赡养人' : '对方'}
        required
        {...form.getInputProps('supporter')}
      />
      <Textarea
        label={values.kind === 'support' ? '没有履行什么' : '纠纷情况'}
        required
        autosize
        minRows={2}
        placeholder="如 不给生活费、不来看望、承包地被占"
        {...form.getInputProps('content')}
      />
      <TextInput label="诉求" maxLength={500} {...form.getInputProps('claim')} />
      {!mended && (
        <DayInput label="登记日期" required notAfter={today} {...form.getInputProps('openedOn')} />
      )}
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
