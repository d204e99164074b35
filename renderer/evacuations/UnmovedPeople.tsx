import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import classes from '../incidents/incidents.module.css'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'

const missing = { standing: 'missing' as const }

/** On the home page: how many of 汛期转移名单 nobody would move; nothing where there are none. */
export function UnmovedPeople(): React.ReactElement | null {
  const mayRead = useMay('hazards.read')
  const { data } = useQueryOp('evacuations.list', { filter: missing }, { enabled: mayRead })
  const unmoved = data?.rows.length ?? 0
  if (!data || unmoved === 0) return null
  const people = data.villages.reduce((sum, village) => sum + village.people, 0)
  return (
    <section className={classes.strip} aria-label="汛期转移">
      <StateMark state="due">
        汛期转移 {people} 人，{unmoved} 人还没有人负责转移
      </StateMark>
      <Anchor component={Link} href="/evacuations?standing=missing">
        去安排
      </Anchor>
    </section>
  )
}
