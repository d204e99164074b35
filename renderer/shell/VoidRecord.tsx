import { Button } from '@mantine/core'
import { askReason } from './ask-reason'
import { goBack } from './location'
import { tellDone } from './notify'

interface VoidRecordProps {
  /** What is hidden, with its measure word: 这件任务. */
  what: string
  /** When this is the right thing to do, and when something else is. */
  lead: string
  /** The list to go back to: the page itself is gone. */
  parent: string
  onVoid: (reason: string) => Promise<unknown>
}

/** 录错更正: hides a record that was entered by mistake, with the reason; it stays in the history. */
export function VoidRecord({ what, lead, parent, onVoid }: VoidRecordProps): React.ReactElement {
  const ask = (): void =>
    askReason({
      title: `录错更正：隐去${what}`,
      lead,
      label: '隐去',
      onSubmit: async (reason) => {
        await onVoid(reason)
        tellDone('已隐去')
        goBack(parent)
      },
    })
  return (
    <Button variant="subtle" color="gray" onClick={ask}>
      录错更正…
    </Button>
  )
}
