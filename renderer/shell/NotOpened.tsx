import type { CallError } from '../api'
import { ErrorPanel } from './ErrorPanel'
import { Page } from './Page'

interface NotOpenedProps {
  title: string
  /** The list it was opened from. */
  parent: string
  /** What did not open, with its measure word: 这件任务. */
  what: string
  /** Null while it is still being fetched. */
  error: CallError | null
  onRetry: () => unknown
}

/** The page of a record until it is there, or why it is not. */
export function NotOpened(props: NotOpenedProps): React.ReactElement {
  const { title, parent, what, error, onRetry } = props
  return (
    <Page title={title} parent={parent}>
      {error && (
        <ErrorPanel error={error} onRetry={() => void onRetry()} title={`${what}没有打开`} />
      )}
    </Page>
  )
}
