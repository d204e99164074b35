import { SimpleGrid, TextInput } from '@mantine/core'
import { HelperSelect } from '../helpers/HelperSelect'

interface ResponsibleInputProps {
  helperId: number | null
  responsible: string
  onChange: (value: { helperId: number | null; responsible: string }) => void
  error?: React.ReactNode
  autoFocus?: boolean
}

/** 责任人: a helper on file, or a department or name as written. */
export function ResponsibleInput(props: ResponsibleInputProps): React.ReactElement {
  const { helperId, responsible, onChange, error, autoFocus } = props
  return (
    <SimpleGrid cols={2}>
      <HelperSelect
        label="责任人（帮扶人）"
        value={helperId}
        onChange={(id) => onChange({ helperId: id, responsible })}
        error={error}
        data-autofocus={autoFocus || undefined}
      />
      <TextInput
        label="责任部门或其他人"
        placeholder="如 镇卫生院、李村主任"
        value={responsible}
        maxLength={60}
        onChange={(event) => onChange({ helperId, responsible: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
