import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { severityLabel } from '@shared/domain/inspections/vocabulary'
import { useQueryOp } from '../api'
import classes from '../incidents/incidents.module.css'
import { StateMark } from '../shell/StateMark'
import { useMay, useReach } from '../shell/session'

const shown = 3
const overdue = { overdue: true }

/** On the home page: findings past the day by which they had to be mended; nothing where none is. */
export function OverdueFindings(): React.ReactElement | null {
  const reach = useReach()
  const enabled = useMay('organization.read') && reach !== undefined && reach !== 'groups'
  const list = { filter: overdue, order: 'due' as const, limit: shown }
  const { data: summary } = useQueryOp('findings.summary', { filter: overdue }, { enabled })
  const { data } = useQueryOp('findings.list', list, { enabled })
  if (!data || !summary || summary.overdue === 0) return null
  return (
    <section className={classes.strip} data-missed aria-label="督查问题">
      <StateMark state="overdue">督查问题逾期未销号 {summary.overdue} 个</StateMark>
      {data.rows.map((row) => (
        <Anchor key={row.id} component={Link} href={`/findings/${row.id}`}>
          {row.villageName} {severityLabel[row.severity]}
        </Anchor>
      ))}
      {summary.overdue > shown && (
        <Anchor component={Link} href="/findings?state=overdue">
          全部 {summary.overdue} 个
        </Anchor>
      )}
    </section>
  )
}
