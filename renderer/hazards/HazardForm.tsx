import { Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import {
  hazardGradeLabel,
  hazardKindLabel,
  hazardSourceLabel,
  type HazardGrade,
  type HazardKind,
  type HazardSource,
} from '@shared/domain/hazards/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
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

interface HazardFacts {
  kind: HazardKind | null
  grade: HazardGrade
  content: string
  source: HazardSource
  foundBy: string
  measure: string
  dueOn: string
}

interface Typed extends HazardFacts {
  people: ChosenPerson[]
  openedOn: string
  helperId: number | null
  responsible: string
}

interface NewHazardProps {
  /** Whose home, where it is known already. */
  person?: ChosenPerson
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 登记隐患: whose home, what was seen, how grave, and who mends it. */
export function NewHazard(props: NewHazardProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="登记隐患" size={760}>
      <NewHazardFields {...props} />
    </Modal>
  )
}

function NewHazardFields({ person, onClose, onOpened }: NewHazardProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const open = useCommandOp('hazards.open')
  const form = useForm<Typed>({
    initialValues: {
      people: person ? [person] : [],
      kind: null,
      grade: 'minor',
      content: '',
      source: 'inspection',
      foundBy: '',
      measure: '',
      dueOn: '',
      openedOn: today,
      helperId: null,
      responsible: '',
    },
  })
  const draft = useDraft(`hazard:${person?.id ?? 'new'}`, form)
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
      tellDone(`已登记${first.name}家的隐患`)
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
      <HazardInputs form={form as unknown as UseFormReturnType<HazardFacts>} autoFocus={!!person}>
        <DayInput label="检查日期" required notAfter={today} {...form.getInputProps('openedOn')} />
      </HazardInputs>
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

interface HazardInputsProps {
  form: UseFormReturnType<HazardFacts>
  autoFocus?: boolean
  /** Further inputs beside the facts. */
  children?: React.ReactNode
}

/** The facts of a hazard, wherever they are typed. */
function HazardInputs({ form, autoFocus, children }: HazardInputsProps): React.ReactElement {
  return (
    <>
      <Textarea
        label="隐患情况"
        required
        autosize
        minRows={2}
        placeholder="如 灶房电线老化、后墙开裂、屋后坡体松动"
        data-autofocus={autoFocus || undefined}
        {...form.getInputProps('content')}
      />
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="类别"
          required
          labels={hazardKindLabel}
          {...form.getInputProps('kind')}
        />
        <DictionarySelect
          label="等级"
          required
          labels={hazardGradeLabel}
          {...form.getInputProps('grade')}
        />
        <DictionarySelect
          label="来源"
          required
          labels={hazardSourceLabel}
          {...form.getInputProps('source')}
        />
        <TextInput label="检查人" maxLength={60} {...form.getInputProps('foundBy')} />
        {children}
        <DayInput label="整改（复查）期限" {...form.getInputProps('dueOn')} />
      </SimpleGrid>
      <Textarea label="整改措施" autosize minRows={1} {...form.getInputProps('measure')} />
    </>
  )
}

interface EditHazardProps {
  hazard: OutputOf<'hazards.file'>
  onDone: () => void
}

const compared: ComparedField<HazardFacts>[] = [
  { key: 'content', label: '隐患情况' },
  { key: 'kind', label: '类别', labels: hazardKindLabel },
  { key: 'grade', label: '等级', labels: hazardGradeLabel },
  { key: 'source', label: '来源', labels: hazardSourceLabel },
  { key: 'foundBy', label: '检查人' },
  { key: 'dueOn', label: '整改（复查）期限' },
  { key: 'measure', label: '整改措施' },
]

/** The facts of a hazard, changed in their place. */
export function EditHazard({ hazard, onDone }: EditHazardProps): React.ReactElement {
  const update = useCommandOp('hazards.update')
  const { id, revision, cost, kind, grade, content, source } = hazard
  const form = useForm<HazardFacts>({
    initialValues: {
      kind,
      grade,
      content,
      source,
      foundBy: hazard.foundBy ?? '',
      measure: hazard.measure ?? '',
      dueOn: hazard.dueOn ?? '',
    },
    validate: { kind: (kind) => (kind ? null : '请选择类别') },
  })
  return (
    <EditInPlace
      draft={`hazard:${id}`}
      what="这处隐患"
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
        return '隐患已保存'
      }}
    >
      <HazardInputs form={form} autoFocus />
    </EditInPlace>
  )
}
