import { Modal, SimpleGrid, Stack } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { RegisterDefinition, RegisterField } from '@shared/domain/registers/definition'
import { useCommandOp, type OutputOf } from '../api'
import type { ChosenPerson } from '../contacts/PeoplePicker'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import { DayInput } from '../shell/form/domain-inputs'
import { EditInPlace } from '../shell/form/EditInPlace'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { subjectField } from '@shared/domain/registers/definition'
import { FieldInput } from './FieldInput'
import {
  askedFields,
  emptyValues,
  givenValues,
  typedValue,
  valueDifferences,
  type TypedValues,
} from './field-values'

type EntryFile = OutputOf<'registers.entry'>

export interface TypedEntry {
  openedOn: string
  helperId: number | null
  responsible: string
  values: TypedValues
}

/** Kinds whose inputs need the whole width. */
const wide: ReadonlySet<RegisterField['kind']> = new Set(['longText', 'table', 'period'])

interface EntryInputsProps<Values extends { values: TypedValues }> {
  form: UseFormReturnType<Values>
  fields: readonly RegisterField[]
  /** Asked for here, whatever the definition says. */
  required?: boolean
  autoFocus?: boolean
}

/** The inputs of some fields, in the order of the definition. */
export function EntryInputs<Values extends { values: TypedValues }>(
  props: EntryInputsProps<Values>,
): React.ReactElement {
  const { form, fields, required, autoFocus } = props
  const asked = askedFields(fields)
  const set = (code: string, value: unknown): void =>
    form.setValues((held) => ({ ...held, values: { ...held.values, [code]: value } }) as Values)
  const input = (field: RegisterField): React.ReactElement => (
    <FieldInput
      key={field.code}
      field={field}
      value={form.values.values[field.code] ?? typedValue(field, null, '')}
      onChange={(value) => set(field.code, value)}
      error={form.errors[`values.${field.code}`]}
      required={required || undefined}
      autoFocus={autoFocus && field === asked[0]}
    />
  )
  return (
    <>
      {blocksOf(asked).map((block) =>
        Array.isArray(block) ? (
          <SimpleGrid cols={2} key={block[0]!.code}>
            {block.map(input)}
          </SimpleGrid>
        ) : (
          input(block)
        ),
      )}
    </>
  )
}

/** Narrow fields that follow one another stand two beside each other. */
function blocksOf(fields: readonly RegisterField[]): (RegisterField | RegisterField[])[] {
  const blocks: (RegisterField | RegisterField[])[] = []
  for (const field of fields) {
    const last = blocks.at(-1)
    if (wide.has(field.kind)) blocks.push(field)
    else if (Array.isArray(last)) last.push(field)
    else blocks.push([field])
  }
  return blocks
}

interface NewEntryProps {
  registerId: number
  definition: RegisterDefinition
  /** Whom it is about, where it is known already. */
  person?: ChosenPerson
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 登记一条: what the register asks, the day, and who is responsible. */
export function NewEntry(props: NewEntryProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title={`登记：${props.definition.name}`} size={820}>
      <NewEntryFields {...props} />
    </Modal>
  )
}

function NewEntryFields(props: NewEntryProps): React.ReactElement {
  const { registerId, definition, person, onClose, onOpened } = props
  const today = useSession().data?.today ?? ''
  const add = useCommandOp('registers.addEntry')
  const subject = subjectField(definition)
  const form = useForm<TypedEntry>({
    initialValues: {
      openedOn: today,
      helperId: null,
      responsible: '',
      values: {
        ...emptyValues(definition.fields),
        ...(person && subject && { [subject.code]: [person] }),
      },
    },
  })
  const draft = useDraft(`register:${registerId}:${person?.id ?? 'new'}`, form)
  const save = async (): Promise<void> => {
    form.clearErrors()
    const { values, ...facts } = form.getValues()
    try {
      const { id, number } = await add.mutateAsync({
        registerId,
        ...facts,
        values: givenValues(definition.fields, values),
      })
      await draft.discard()
      tellDone(`已登记${number ? ` ${number}` : ''}`)
      onOpened?.(id)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <EntryInputs form={form} fields={definition.fields} autoFocus />
      <DayInput label="登记日期" required notAfter={today} {...form.getInputProps('openedOn')} />
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
        saving={add.isPending}
        draft={draft}
      />
    </Stack>
  )
}

interface EditEntryProps {
  entry: EntryFile
  onDone: () => void
}

/** What an entry says, changed in its place. */
export function EditEntry({ entry, onDone }: EditEntryProps): React.ReactElement {
  const update = useCommandOp('registers.updateEntry')
  const { id, revision } = entry
  const fields = readable(entry)
  const form = useForm<Omit<TypedEntry, 'openedOn'>>({
    initialValues: {
      helperId: entry.helperId,
      responsible: entry.responsible ?? '',
      values: startingValues(entry, fields),
    },
  })
  return (
    <EditInPlace
      draft={`register_entry:${id}`}
      what="这一条"
      form={form}
      revision={revision}
      fields={(mine, theirs) =>
        valueDifferences(fields, mine.values, (theirs.values ?? {}) as Record<string, unknown>)
      }
      saving={update.isPending}
      onDone={onDone}
      save={async (over) => {
        const { values, ...facts } = form.getValues()
        await update.mutateAsync({
          id,
          revision: over,
          ...facts,
          values: givenValues(fields, values),
        })
        return '已保存'
      }}
    >
      <EntryInputs form={form} fields={fields} autoFocus />
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
    </EditInPlace>
  )
}

/** Fields the operator may read; the others keep what they hold. */
const readable = ({ definition, shown }: EntryFile): RegisterField[] =>
  definition.fields.filter(({ code }) =>
    shown.some((one) => one.code === code && one.words !== null),
  )

/** The inputs of some fields as the entry fills them. */
export const startingValues = (
  { values, shown }: EntryFile,
  fields: readonly RegisterField[],
): TypedValues =>
  Object.fromEntries(
    fields.map((field) => {
      const words = shown.find(({ code }) => code === field.code)?.words ?? ''
      return [field.code, typedValue(field, values[field.code], words)]
    }),
  )
