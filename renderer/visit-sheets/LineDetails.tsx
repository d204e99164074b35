import { Button, Group, Modal, Stack } from '@mantine/core'
import { VisitDetailsFields } from '../contacts/VisitDetailsFields'
import type { VisitLine } from './visit-lines'

interface LineDetailsProps {
  line: VisitLine
  onChange: (patch: Partial<VisitLine>) => void
  onClose: () => void
}

/** What few papers say of a visit: from when to when, vitals, who was told, when to come again. */
export function LineDetails(props: LineDetailsProps): React.ReactElement {
  const { line, onChange, onClose } = props
  return (
    <Modal opened onClose={onClose} title={`${line.person?.name ?? '这一行'}：更多`} size={640}>
      <Stack gap="md">
        <VisitDetailsFields
          value={line.details}
          onChange={(details) => onChange({ details })}
          autoFocus
        />
        <Group>
          <Button onClick={onClose}>好</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
