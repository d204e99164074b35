import { formatToday } from '../shell/format'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'

/** 工作台: what is due today. */
export function HomePage(): React.ReactElement {
  const session = useSession()
  return (
    <Page title={session.data ? formatToday(session.data.today) : '工作台'}>
      <span />
    </Page>
  )
}
