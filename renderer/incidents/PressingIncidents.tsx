import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'
import classes from './incidents.module.css'

const shown = 3

/** On the home page: open incidents, those with a missed step in front; nothing where none is open. */
export function PressingIncidents(): React.ReactElement | null {
  const mayRead = useMay('incidents.read')
  const { data } = useQueryOp('incidents.pressing', { limit: shown }, { enabled: mayRead })
  if (!data || data.open === 0) return null
  return (
    <section className={classes.strip} data-missed={data.missed > 0} aria-label="强制报告">
      <StateMark state="incident">
        强制报告 {data.open} 件在办
        {data.missed > 0 && `，${data.missed} 件有步骤超过时限`}
      </StateMark>
      {data.rows.map((row) => (
        <Anchor key={row.id} component={Link} href={`/incidents/${row.id}`}>
          {row.recipientName} {row.kindLabel}
          {row.missedDuties.length > 0 && `：漏报 ${row.missedDuties.join('、')}`}
        </Anchor>
      ))}
      {data.open > shown && (
        <Anchor component={Link} href="/incidents">
          全部 {data.open} 件
        </Anchor>
      )}
    </section>
  )
}
