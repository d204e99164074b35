import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import classes from '../incidents/incidents.module.css'
import { formatCount } from '../shell/format'
import { useMay } from '../shell/session'
import { StateMark } from '../shell/StateMark'

/** On the home page: entries of registers past their day; nothing where there are none. */
export function OverdueRegisters(): React.ReactElement | null {
  const enabled = useMay('registers.read')
  const { data = [] } = useQueryOp('registers.list', {}, { enabled })
  const late = data.filter(({ overdue }) => overdue > 0)
  if (late.length === 0) return null
  const all = late.reduce((sum, { overdue }) => sum + overdue, 0)
  return (
    <section className={classes.strip} data-missed aria-label="登记簿">
      <StateMark state="overdue">登记簿逾期 {formatCount(all)} 条</StateMark>
      {late.map(({ id, name, overdue }) => (
        <Anchor key={id} component={Link} href={`/registers/${id}?state=overdue`}>
          {name} {formatCount(overdue)} 条
        </Anchor>
      ))}
    </section>
  )
}
