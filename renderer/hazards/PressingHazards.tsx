import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { hazardKindLabel } from '@shared/domain/hazards/vocabulary'
import { useQueryOp } from '../api'
import classes from '../incidents/incidents.module.css'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'

const shown = 3
const pressing = { pressing: true }

/** On the home page: open hazards that are grave or past their day; nothing where there are none. */
export function PressingHazards(): React.ReactElement | null {
  const mayRead = useMay('hazards.read')
  const list = { filter: pressing, order: 'due' as const, limit: shown }
  const { data: summary } = useQueryOp(
    'hazards.summary',
    { filter: pressing },
    { enabled: mayRead },
  )
  const { data } = useQueryOp('hazards.list', list, { enabled: mayRead })
  if (!data || !summary || summary.open === 0) return null
  return (
    <section className={classes.strip} data-missed={summary.overdue > 0} aria-label="隐患">
      <StateMark state={summary.overdue > 0 ? 'overdue' : 'incident'}>
        重大或逾期隐患 {summary.open} 件{summary.overdue > 0 && `，逾期 ${summary.overdue} 件`}
      </StateMark>
      {data.rows.map((row) => (
        <Anchor key={row.id} component={Link} href={`/hazards/${row.id}`}>
          {row.recipientName} {hazardKindLabel[row.kind]}
        </Anchor>
      ))}
      {summary.open > shown && (
        <Anchor component={Link} href="/hazards?pressing=yes">
          全部 {summary.open} 件
        </Anchor>
      )}
    </section>
  )
}
