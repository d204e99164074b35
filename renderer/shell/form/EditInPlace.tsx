import { Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { SaveBar } from './SaveBar'
import { useDraft } from './useDraft'
import { useSaveOver, type EditedRecord } from './useSaveOver'

interface EditInPlaceProps<Values extends object> extends EditedRecord<Values> {
  /** Names the draft: `need:42`. */
  draft: string
  form: UseFormReturnType<Values>
  /** Saves over this revision and answers what to tell the clerk. */
  save: (revision: number) => Promise<string>
  saving: boolean
  /** The word on the button; 保存 by default. */
  label?: string
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
  const { form, save, saving, label, onDone, children } = props
  const draft = useDraft(props.draft, form)
  const leave = async (): Promise<void> => {
    await draft.discard()
    onDone()
  }
  const { submit, notice } = useSaveOver({ form, record: props, save, onDone: leave })
  return (
    <Stack gap="md">
      {children}
      {notice}
      <SaveBar
        label={label}
        onSave={() => void submit()}
        onCancel={() => void leave()}
        saving={saving}
        draft={draft}
      />
    </Stack>
  )
}
