import { Modal, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import {
  needLedgerKindLabel,
  needSourceLabel,
  urgencyLabel,
  type NeedLedgerKind,
  type NeedSource,
  type Urgency,
} from '@shared/domain/needs/vocabulary'
import { useCommandOp } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import type { ComparedField } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { EditInPlace } from '../shell/form/EditInPlace'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

export interface NeedFacts {
  kind: NeedLedgerKind | null
  content: string
  urgency: Urgency
  source: NeedSource
  dueOn: string
}

interface Typed extends NeedFacts {
  people: ChosenPerson[]
  openedOn: string
  helperId: number | null
  responsible: string
}

interface NewNeedProps {
  /** Whose need, where it is known already. */
  person?: ChosenPerson
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 登记需求: whose, what, how urgent, and who takes it on. */
export function NewNeed(props: NewNeedProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="登记需求" size={760}>
      <NewNeedFields {...props} />
    </Modal>
  )
}

function NewNeedFields({ person, onClose, onOpened }: NewNeedProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const open = useCommandOp('needs.open')
  const form = useForm<Typed>({
    initialValues: {
      people: person ? [person] : [],
      kind: null,
      content: '',
      urgency: 'normal',
      source: 'own',
      dueOn: '',
      openedOn: today,
      helperId: null,
      responsible: '',
    },
  })
  const draft = useDraft(`need:${person?.id ?? 'new'}`, form)
  const save = async (): Promise<void> => {
    form.clearErrors()
    const { people, kind, dueOn, ...facts } = form.getValues()
    const [first] = people
    if (!first) return form.setFieldError('people', '请选择关爱对象')
    if (!kind) return form.setFieldError('kind', '请选择类别')
    try {
      const { id } = await open.mutateAsync({
        ...facts,
        kind,
        recipientId: first.id,
        dueOn: dueOn || null,
      })
      await draft.discard()
      tellDone(`已登记${first.name}的需求`)
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
      <NeedFactInputs form={form as unknown as UseFormReturnType<NeedFacts>} autoFocus={!!person} />
      <SimpleGrid cols={2}>
        <DayInput label="登记日期" required notAfter={today} {...form.getInputProps('openedOn')} />
      </SimpleGrid>
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
      <SaveBar
        label="登记"
        onSave={() => void save()}
        onCancel={onClose}
        saving={open.isPending}
        draft={draft}
      />
    </Stack>
  )
}

interface NeedFactInputsProps {
  form: UseFormReturnType<NeedFacts>
  autoFocus?: boolean
}

/** The facts of a need, wherever they are typed. */
export function NeedFactInputs({ form, autoFocus }: NeedFactInputsProps): React.ReactElement {
  return (
    <>
      <Textarea
        label="需要什么"
        required
        autosize
        minRows={2}
        data-autofocus={autoFocus || undefined}
        {...form.getInputProps('content')}
      />
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="类别"
          required
          labels={needLedgerKindLabel}
          {...form.getInputProps('kind')}
        />
        <DictionarySelect
          label="紧急程度"
          required
          labels={urgencyLabel}
          {...form.getInputProps('urgency')}
        />
        <DictionarySelect
          label="来源"
          required
          labels={needSourceLabel}
          {...form.getInputProps('source')}
        />
        <DayInput label="要求办结日期" {...form.getInputProps('dueOn')} />
      </SimpleGrid>
    </>
  )
}

interface EditNeedProps {
  need: NeedFacts & { id: number; revision: number; cost: number | null }
  onDone: () => void
}

const compared: ComparedField<NeedFacts>[] = [
  { key: 'content', label: '需要什么' },
  { key: 'kind', label: '类别', labels: needLedgerKindLabel },
  { key: 'urgency', label: '紧急程度', labels: urgencyLabel },
  { key: 'source', label: '来源', labels: needSourceLabel },
  { key: 'dueOn', label: '要求办结日期' },
]

/** The facts of a need, changed in their place. */
export function EditNeed({ need, onDone }: EditNeedProps): React.ReactElement {
  const update = useCommandOp('needs.update')
  const { id, revision, cost, kind, content, urgency, source, dueOn } = need
  const form = useForm<NeedFacts>({
    initialValues: { kind, content, urgency, source, dueOn },
    validate: { kind: (kind) => (kind ? null : '请选择类别') },
  })
  return (
    <EditInPlace
      draft={`need:${id}`}
      what="这件需求"
      form={form}
      revision={revision}
      fields={compared}
      saving={update.isPending}
      onDone={onDone}
      save={async (revision) => {
        const { kind, dueOn, ...facts } = form.getValues()
        await update.mutateAsync({
          id,
          revision,
          cost,
          ...facts,
          kind: kind!,
          dueOn: dueOn || null,
        })
        return '需求已保存'
      }}
    >
      <NeedFactInputs form={form} autoFocus />
    </EditInPlace>
  )
}
