import { Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { tellDone } from '../notify'
import { ConflictNotice, differences, newerRecord, type ComparedField } from './conflict'
import { showFailure } from './failure'
import { SaveBar } from './SaveBar'
import { useDraft } from './useDraft'

interface EditInPlaceProps<Values extends object> {
  /** Names the draft: `need:42`. */
  draft: string
  /** What a clerk calls the record: 这件需求. */
  what: string
  form: UseFormReturnType<Values>
  /** The save of the record that the form was filled from. */
  revision: number
  /** What is compared when somebody else saved in between. */
  fields: readonly ComparedField<Values>[]
  /** Saves over this revision and answers what to tell the clerk. */
  save: (revision: number) => Promise<string>
  saving: boolean
  onDone: () => void
  children: React.ReactNode
}

/**
 * The facts of a record changed in their place. What is typed is kept as a draft, and a save that
 * comes too late shows both values instead of losing either.
 */
export function EditInPlace<Values extends object>(
  props: EditInPlaceProps<Values>,
): React.ReactElement {
  const { what, form, fields, save, saving, onDone, children } = props
  // The page fetches the record anew while it is edited: what was read at the opening counts.
  const [revision] = useState(props.revision)
  const [theirs, setTheirs] = useState<(Partial<Values> & { revision: number }) | null>(null)
  const draft = useDraft(props.draft, form)
  const leave = async (): Promise<void> => {
    await draft.discard()
    onDone()
  }
  const submit = async (over: number): Promise<void> => {
    form.clearErrors()
    if (form.validate().hasErrors) return
    try {
      tellDone(await save(over))
      await leave()
    } catch (error) {
      const current = newerRecord<Values>(error)
      if (current) setTheirs(current)
      else showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      {children}
      {theirs && (
        <ConflictNotice
          what={what}
          lines={differences(fields, form.values, theirs)}
          onMine={() => void submit(theirs.revision)}
          onTheirs={() => void leave()}
        />
      )}
      <SaveBar
        onSave={() => void submit(revision)}
        onCancel={() => void leave()}
        saving={saving}
        draft={draft}
      />
    </Stack>
  )
}
