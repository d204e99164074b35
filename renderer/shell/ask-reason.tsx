import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import { DayInput } from './form/domain-inputs'
import { wordsOf } from './notify'

interface Question {
  title: string
  /** What will happen and what stays. */
  lead: string
  /** The word on the button. */
  label: string
  /** Asks for a day too, beginning with this one. */
  day?: { label: string; initial: string }
  onSubmit: (reason: string, day: string) => Promise<void>
}

/** Asks why (and from when) before something is ended or taken back: history must be readable. */
export function askReason(question: Question): void {
  const id = modals.open({
    title: question.title,
    children: <ReasonForm {...question} onClose={() => modals.close(id)} />,
  })
}

function ReasonForm(props: Question & { onClose: () => void }): React.ReactElement {
  const { lead, label, day, onSubmit, onClose } = props
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(day?.initial ?? '')
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return setRefusal('请写明原因')
    setBusy(true)
    try {
      await onSubmit(reason.trim(), on)
      onClose()
    } catch (error) {
      setRefusal(wordsOf(error))
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text size="sm">{lead}</Text>
        {day && <DayInput label={day.label} value={on} onChange={setOn} />}
        <TextInput
          label="原因"
          required
          withAsterisk
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={refusal || undefined}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {label}
          </Button>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
