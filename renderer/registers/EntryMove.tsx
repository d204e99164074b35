import type { UseFormReturnType } from '@mantine/form'
import { fieldOf, type RegisterField } from '@shared/domain/registers/definition'
import { useCommandOp, type OutputOf } from '../api'
import { StepForm, stepOf, type StepValues } from '../ledgers/StepForm'
import { tellDone } from '../shell/notify'
import { EntryInputs, startingValues } from './EntryForm'
import { givenValues, type TypedValues } from './field-values'

interface MoveEntryProps {
  entry: OutputOf<'registers.entry'>
  move: string
  onClose: () => void
}

interface Asked {
  values: TypedValues
}

/** The inputs of the fields a move needs. */
const asking =
  (fields: readonly RegisterField[]) => (form: UseFormReturnType<StepValues & Asked>) =>
    EntryInputs({ form, fields, required: true, autoFocus: true })

/** One step of an entry: its day and doer, and the fields that must be filled in for it. */
export function MoveEntry({ entry, move, onClose }: MoveEntryProps): React.ReactElement {
  const command = useCommandOp('registers.moveEntry')
  const { id, revision, definition } = entry
  const { label, needs, needsNote } = definition.moves.find(({ code }) => code === move)!
  const fields = needs.flatMap((code) => fieldOf(definition, code) ?? [])
  const about = [entry.number, entry.recipientName].filter(Boolean).join(' ')
  return (
    <StepForm<Asked>
      title={[about, label].filter(Boolean).join('：')}
      label={label}
      note={{ label: '说明', required: needsNote }}
      extra={{ values: startingValues(entry, fields) }}
      fields={fields.length === 0 ? undefined : asking(fields)}
      onSubmit={async ({ values, ...step }) => {
        await command.mutateAsync({
          id,
          revision,
          move,
          values: givenValues(fields, values),
          ...stepOf(step),
        })
        tellDone([about, label].filter(Boolean).join('：'))
      }}
      onClose={onClose}
    />
  )
}
