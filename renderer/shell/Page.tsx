import { ActionIcon, Button, Title, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useEscape } from './escape'
import { goBack } from './location'
import classes from './Page.module.css'

interface PageProps {
  title: ReactNode
  /** A few words beside the title: 共 1,384 人. */
  note?: ReactNode
  /** The one main action, top right; Ctrl+N presses it. */
  main?: { label: string; icon?: ReactNode; onClick: () => void; disabled?: boolean }
  /** Lesser actions, left of the main one. */
  actions?: ReactNode
  filters?: ReactNode
  /** A quick look at one row without leaving the list; Esc closes it. */
  drawer?: { title: ReactNode; content: ReactNode; onClose: () => void }
  /** Where 返回 and Esc lead when the page was opened directly. */
  parent?: string
  /** Lists fill the page and scroll inside their table; other pages scroll as a whole. */
  fill?: boolean
  children: ReactNode
}

/** The anatomy every screen shares. */
export function Page(props: PageProps): React.ReactElement {
  const { title, note, main, actions, filters, drawer, parent, fill, children } = props
  const back = (): void => goBack(parent ?? '/')
  useEscape(back, parent !== undefined)
  useEscape(() => drawer?.onClose(), drawer !== undefined)
  useHotkeys([['/', focusFilter]])
  useHotkeys([['mod+N', () => main && !main.disabled && main.onClick()]], [])
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <header className={`${classes.head} no-print`}>
          {parent !== undefined && (
            <Tooltip label="返回（Esc）">
              <ActionIcon variant="subtle" color="gray" onClick={back} aria-label="返回">
                <IconArrowLeft size={20} />
              </ActionIcon>
            </Tooltip>
          )}
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {note && <span className={classes.note}>{note}</span>}
          <div className={classes.actions}>
            {actions}
            {main && (
              <Tooltip label={`${main.label}（Ctrl+N）`}>
                <Button leftSection={main.icon} onClick={main.onClick} disabled={main.disabled}>
                  {main.label}
                </Button>
              </Tooltip>
            )}
          </div>
        </header>
        {filters && <div className={`${classes.filters} no-print`}>{filters}</div>}
        <div className={fill ? classes.fill : classes.scroll}>{children}</div>
      </div>
      {drawer && (
        <aside className={`${classes.drawer} no-print`}>
          <header className={classes.drawerHead}>
            <Title order={2} size="h3">
              {drawer.title}
            </Title>
            <Tooltip label="关闭（Esc）">
              <ActionIcon
                variant="subtle"
                color="gray"
                onClick={drawer.onClose}
                aria-label="关闭"
                ml="auto"
              >
                <IconX size={18} />
              </ActionIcon>
            </Tooltip>
          </header>
          <div className={classes.drawerBody}>{drawer.content}</div>
        </aside>
      )}
    </div>
  )
}

/** `/` puts the cursor into the page's filter, wherever the clerk is. */
function focusFilter(): void {
  document.querySelector<HTMLElement>('[data-filter-focus]')?.focus()
}
