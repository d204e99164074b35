import { Checkbox, Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { agreementKindLabel, type AgreementKind } from '@shared/domain/care-agreements/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import { EditInPlace } from '../shell/form/EditInPlace'
import type { ComparedField } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

type File = OutputOf<'careAgreements.file'>

interface Facts {
  kind: AgreementKind | null
  entrustor: string
  entrustorRelation: string
  entrustorPhone: string
  helperId: number | null
  responsible: string
  carerRelation: string
  carerPhone: string
  duties: string
  pay: string
  healthChecks: string
  emergencyCare: boolean
  further: string
}

interface Typed extends Facts {
  people: ChosenPerson[]
  openedOn: string
}

interface NewAgreementProps {
  person?: ChosenPerson
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 起草协议: whose care, who entrusts, who cares, what for. */
export function NewAgreement(props: NewAgreementProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="起草照料协议" size={760}>
      <NewAgreementFields {...props} />
    </Modal>
  )
}

function NewAgreementFields({ person, onClose, onOpened }: NewAgreementProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const open = useCommandOp('careAgreements.open')
  const form = useForm<Typed>({
    initialValues: {
      people: person ? [person] : [],
      openedOn: today,
      kind: 'entrusted',
      entrustor: '',
      entrustorRelation: '',
      entrustorPhone: '',
      helperId: null,
      responsible: '',
      carerRelation: '',
      carerPhone: '',
      duties: '',
      pay: '',
      healthChecks: '每年体检一次，由照料人陪同',
      emergencyCare: true,
      further: '',
    },
  })
  const draft = useDraft(`agreement:${person?.id ?? 'new'}`, form)
  const save = async (): Promise<void> => {
    form.clearErrors()
    const { people, kind, ...facts } = form.getValues()
    const [first] = people
    if (!first) return form.setFieldError('people', '请选择关爱对象')
    if (!kind) return form.setFieldError('kind', '请选择协议类别')
    try {
      const { id } = await open.mutateAsync({ recipientId: first.id, kind, ...facts })
      await draft.discard()
      tellDone(`已起草${first.name}的${agreementKindLabel[kind]}`)
      onOpened?.(id)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <PeoplePicker
        {...form.getInputProps('people')}
        onChange={(people) => form.setFieldValue('people', people.slice(-1))}
        autoFocus={!person}
      />
      <AgreementInputs form={form as unknown as UseFormReturnType<Facts>} />
      <DayInput label="起草日期" required notAfter={today} {...form.getInputProps('openedOn')} />
      <SaveBar
        label="起草"
        onSave={() => void save()}
        onCancel={onClose}
        saving={open.isPending}
        draft={draft}
      />
    </Stack>
  )
}

/** The facts of an agreement, wherever they are typed. */
function AgreementInputs({ form }: { form: UseFormReturnType<Facts> }): React.ReactElement {
  return (
    <>
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="协议类别"
          required
          labels={agreementKindLabel}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label="委托人"
          placeholder="如 长子解强；特困协议可不填"
          maxLength={60}
          {...form.getInputProps('entrustor')}
        />
        <TextInput
          label="委托人与本人关系"
          maxLength={30}
          {...form.getInputProps('entrustorRelation')}
        />
        <TextInput label="委托人电话" maxLength={40} {...form.getInputProps('entrustorPhone')} />
      </SimpleGrid>
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
        words={{
          helper: '照料人（在册帮扶人）',
          other: '照料人（其他人）',
          example: '如 邻居李大嫂',
        }}
      />
      <SimpleGrid cols={2}>
        <TextInput
          label="照料人与本人关系"
          maxLength={30}
          {...form.getInputProps('carerRelation')}
        />
        <TextInput label="照料人电话" maxLength={40} {...form.getInputProps('carerPhone')} />
      </SimpleGrid>
      <Textarea
        label="照料内容"
        required
        autosize
        minRows={2}
        placeholder="如 每天做午饭，代买药，夜里照看"
        {...form.getInputProps('duties')}
      />
      <SimpleGrid cols={2}>
        <TextInput
          label="费用"
          placeholder="如 每月 600 元，月底付"
          maxLength={200}
          {...form.getInputProps('pay')}
        />
        <TextInput label="体检安排" maxLength={200} {...form.getInputProps('healthChecks')} />
      </SimpleGrid>
      <TextInput label="补充约定" maxLength={1000} {...form.getInputProps('further')} />
      <Checkbox
        label="授权照料人紧急送医"
        {...form.getInputProps('emergencyCare', { type: 'checkbox' })}
      />
    </>
  )
}

/** What is compared when somebody else saved in between. */
const compared: readonly ComparedField<Facts>[] = [
  { key: 'kind', label: '协议类别', labels: agreementKindLabel },
  { key: 'entrustor', label: '委托人' },
  { key: 'entrustorRelation', label: '委托人与本人关系' },
  { key: 'entrustorPhone', label: '委托人电话' },
  { key: 'responsible', label: '照料人' },
  { key: 'carerRelation', label: '照料人与本人关系' },
  { key: 'carerPhone', label: '照料人电话' },
  { key: 'duties', label: '照料内容' },
  { key: 'pay', label: '费用' },
  { key: 'healthChecks', label: '体检安排' },
  { key: 'further', label: '补充约定' },
]

interface EditAgreementProps {
  agreement: File
  onDone: () => void
}

/** The facts of an agreement, changed in their place. */
export function EditAgreement({ agreement, onDone }: EditAgreementProps): React.ReactElement {
  const update = useCommandOp('careAgreements.update')
  const { id, revision } = agreement
  const form = useForm<Facts>({
    initialValues: {
      kind: agreement.kind,
      entrustor: agreement.entrustor ?? '',
      entrustorRelation: agreement.entrustorRelation ?? '',
      entrustorPhone: agreement.entrustorPhone ?? '',
      helperId: agreement.helperId,
      responsible: agreement.responsible ?? '',
      carerRelation: agreement.carerRelation ?? '',
      carerPhone: agreement.carerPhone ?? '',
      duties: agreement.duties,
      pay: agreement.pay ?? '',
      healthChecks: agreement.healthChecks ?? '',
      emergencyCare: agreement.emergencyCare,
      further: agreement.further ?? '',
    },
    validate: { kind: (kind) => (kind ? null : '请选择协议类别') },
  })
  return (
    <EditInPlace
      draft={`agreement:${id}`}
      what="这份协议"
      form={form}
      revision={revision}
      fields={compared}
      saving={update.isPending}
      onDone={onDone}
      save={async (revision) => {
        const { kind, ...facts } = form.getValues()
        await update.mutateAsync({ id, revision, kind: kind!, ...facts })
        return '协议已保存'
      }}
    >
      <AgreementInputs form={form} />
    </EditInPlace>
  )
}
