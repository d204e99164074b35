import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import classes from '../incidents/incidents.module.css'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'

/** On the home page: supporters past the day of their return without a word; else nothing. */
export function OverdueReturns(): React.ReactElement | null {
  const enabled = useMay('recipients.read')
  const summary = useQueryOp('outings.summary', {}, { enabled })
  const overdue = summary.data?.overdue ?? 0
  if (overdue === 0) return null
  return (
    <section className={classes.strip} data-missed aria-label="外出报告">
      <StateMark state="overdue">子女外出过了预计返回未报 {overdue} 人</StateMark>
      <Anchor component={Link} href="/outings?state=overdue">
        去问一问
      </Anchor>
    </section>
  )
}
