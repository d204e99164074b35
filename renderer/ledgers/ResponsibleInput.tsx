import { SimpleGrid, TextInput } from '@mantine/core'
import { HelperSelect } from '../helpers/HelperSelect'
import { namesById, type ComparedField } from '../shell/form/conflict'

interface ResponsibleInputProps {
  helperId: number | null
  responsible: string
  onChange: (value: { helperId: number | null; responsible: string }) => void
  error?: React.ReactNode
  autoFocus?: boolean
  /** What the two inputs are called, where they do not ask who is responsible. */
  words?: { helper: string; other: string; example: string }
}

const responsibleWords = {
  helper: '责任人（帮扶人）',
  other: '责任部门或其他人',
  example: '如 镇卫生院、李村主任',
}

/** Who is responsible, compared when somebody else saved in between. */
export const responsibleFields = (
  helpers: readonly { id: number; name: string }[] | undefined,
): ComparedField<{ helperId: number | null; responsible: string }>[] => [
  { key: 'helperId', label: responsibleWords.helper, labels: namesById(helpers) },
  { key: 'responsible', label: responsibleWords.other },
]

/** 责任人: a helper on file, or a department or name as written. */
export function ResponsibleInput(props: ResponsibleInputProps): React.ReactElement {
  const { helperId, responsible, onChange, error, autoFocus } = props
  const { words = responsibleWords } = props
  return (
    <SimpleGrid cols={2}>
      <HelperSelect
        label={words.helper}
        value={helperId}
        onChange={(id) => onChange({ helperId: id, responsible })}
        error={error}
        data-autofocus={autoFocus || undefined}
      />
      <TextInput
        label={words.other}
        placeholder={words.example}
        value={responsible}
        maxLength={60}
        onChange={(event) => onChange({ helperId, responsible: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
