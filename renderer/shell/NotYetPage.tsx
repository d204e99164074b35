import { EmptyState } from './DataTable'
import { Page } from './Page'

/** Holds a place in the navigation until its feature registers a screen of its own. */
export function NotYetPage(): React.ReactElement {
  return (
    <Page title="还没有这一页">
      <EmptyState title="这部分还没有做好" hint="可以从左边打开别的页面。" />
    </Page>
  )
}
