import { Anchor, Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { sensitiveFacts } from '@shared/contract/recipient-facts'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { useCommandOp, type OutputOf } from '../api'
import { CustomInput } from '../custom-fields/CustomInput'
import {
  fieldsShown,
  inputValues,
  typedValues,
  valueOn,
  wordsOn,
} from '../custom-fields/file-values'
import { useCustomFields, type CustomFieldRow } from '../custom-fields/useCustomFields'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ConflictNotice, differenceWords, newerRecord } from '../shell/form/conflict'
import { showFailure } from '../shell/form/failure'
import { FormSection } from '../shell/form/FormSection'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { useMay } from '../shell/session'
import { tellDone } from '../shell/notify'
import { FactInput } from './FactInput'
import type { FactSection } from './fact-fields'
import { HousemateChecks } from './HousemateChecks'
import { factsOf, valuesOf, type Facts, type FactValues } from './fact-form'
import { factWords } from '@shared/domain/facts/words'
import classes from './FactsSection.module.css'

type File = OutputOf<'recipients.file'>

interface FactsSectionProps {
  file: File
  section: FactSection
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** Exceptions whose absence tells nothing. */
const shownOnlyWhenKnown: ReadonlySet<RecipientField> = new Set([
  'formerName',
  'idNumberNote',
  'initials',
  'hasNoPhone',
  'hasNoChildren',
])

/** One group of facts: read at a glance, edited in its place. */
export function FactsSection(props: FactsSectionProps): React.ReactElement {
  const { file, section, editing, onEdit } = props
  const mayWrite = useMay('recipients.write')
  const maySee = useMay('sensitive.read')
  const dictionaries = useDictionaries()
  const own = fieldsShown(useCustomFields(), section.key, file)
  if (editing) return <FactsEditor {...props} own={own} onDone={() => onEdit(false)} />
  return (
    <section className={classes.section} aria-label={section.title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{section.title}</h2>
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={15} />}
            onClick={() => onEdit(true)}
            aria-label={`修改${section.title}`}
          >
            修改
          </Button>
        )}
      </header>
      <dl className={classes.facts} onDoubleClick={() => mayWrite && onEdit(true)}>
        {section.fields.map((field) => {
          if (shownOnlyWhenKnown.has(field) && !file.facts[field as keyof Facts]) return null
          const words =
            field === 'spouseRecipientId'
              ? file.spouseName
              : factWords(field, file.facts[field as keyof Facts], dictionaries)
          const hidden = !maySee && sensitiveFacts.has(field)
          return (
            <div key={field} className={classes.fact}>
              <dt>{recipientFieldLabel[field]}</dt>
              <dd data-missing={words && !hidden ? undefined : true}>
                {field === 'spouseRecipientId' && words ? (
                  <Anchor href={`#/recipients/${file.facts.spouseRecipientId}`}>{words}</Anchor>
                ) : (
                  // Whether there is anything must not show either.
                  (hidden ? '（无权查看）' : words) || '—'
                )}
              </dd>
            </div>
          )
        })}
        {own.map((field) => {
          const words = wordsOn(file, field)
          return (
            <div key={field.id} className={classes.fact}>
              <dt>{field.retired ? `${field.name}（已停用）` : field.name}</dt>
              <dd data-missing={words ? undefined : true}>{words || '—'}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

interface FactsEditorProps extends FactsSectionProps {
  /** The office's own fields of this section. */
  own: readonly CustomFieldRow[]
  onDone: () => void
}

function FactsEditor({ file, section, own, onDone }: FactsEditorProps) {
  // What the operator may not see cannot be typed over either.
  const typed = own.filter((field) => valueOn(file, field) !== undefined)
  const form = useForm<FactValues>({
    initialValues: {
      ...valuesOf(file.facts, section.fields),
      custom: inputValues(typed, file),
    },
  })
  const draft = useDraft(`recipient:${file.id}:${section.key}`, form)
  const update = useCommandOp('recipients.update')
  const [alsoFor, setAlsoFor] = useState<number[]>([])
  const [theirs, setTheirs] = useState<(Partial<Facts> & { revision: number }) | null>(null)

  const leave = async (): Promise<void> => {
    await draft.discard()
    onDone()
  }
  const save = async (revision: number): Promise<void> => {
    form.clearErrors()
    try {
      await update.mutateAsync({
        id: file.id,
        revision,
        facts: factsOf(form.values),
        custom: typedValues(form.values.custom),
        alsoFor,
      })
      tellDone(`${section.title}已保存`)
      await leave()
    } catch (error) {
      const current = newerRecord<Facts>(error)
      if (current) setTheirs(current)
      else showFailure(form, error)
    }
  }
  return (
    <FormSection title={section.title} note={draft.continued ? '接着上次没保存的内容' : undefined}>
      {section.fields.map((field, at) => (
        <FactInput key={field} form={form} field={field} autoFocus={at === 0} ownId={file.id} />
      ))}
      {typed.map((field) => (
        <CustomInput key={field.id} form={form} field={field} />
      ))}
      <Stack gap="sm" style={{ gridColumn: '1 / -1' }}>
        {section.key === 'residence' && (
          <HousemateChecks
            household={file.household}
            label="也改到同户的人的档案（只改这次改动的项）"
            value={alsoFor}
            onChange={setAlsoFor}
          />
        )}
        {theirs && (
          <Conflict
            section={section}
            mine={factsOf(form.values)}
            theirs={theirs}
            onMine={() => void save(theirs.revision)}
            onTheirs={() => void leave()}
          />
        )}
        <SaveBar
          onSave={() => void save(file.revision)}
          onCancel={() => void leave()}
          saving={update.isPending}
          draft={draft}
        />
      </Stack>
    </FormSection>
  )
}

interface ConflictProps {
  section: FactSection
  mine: Partial<Record<string, unknown>>
  theirs: Partial<Facts>
  onMine: () => void
  onTheirs: () => void
}

function Conflict({ section, mine, theirs, onMine, onTheirs }: ConflictProps) {
  const dictionaries = useDictionaries()
  const lines = section.fields.flatMap((field) =>
    differenceWords(
      recipientFieldLabel[field],
      factWords(field, mine[field], dictionaries),
      factWords(field, theirs[field as keyof Facts], dictionaries),
    ),
  )
  return <ConflictNotice what="这份档案" lines={lines} onMine={onMine} onTheirs={onTheirs} />
}
