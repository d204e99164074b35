import { Link } from 'wouter'
import classes from './DataTable.module.css'

interface RowLinkProps {
  href: string
  children: React.ReactNode
}

/**
 * A cell of a DataTable that leads somewhere of its own. → and ← step through those of the active
 * row, so that hundreds of them do not stand in the way of Tab.
 */
export function RowLink({ href, children }: RowLinkProps): React.ReactElement {
  return (
    <Link
      href={href}
      tabIndex={-1}
      className={classes.link}
      data-row-stop
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </Link>
  )
}
