import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import classes from '../incidents/incidents.module.css'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'

/** Days before the end of its term from which an agreement is to be renewed or ended. */
const noticeDays = 30

/** On the home page: agreements to be renewed and carers to be appraised; else nothing. */
export function EndingAgreements(): React.ReactElement | null {
  const enabled = useMay('hazards.read')
  const soon = useQueryOp(
    'careAgreements.summary',
    { filter: { endingWithin: noticeDays } },
    { enabled },
  )
  const all = useQueryOp('careAgreements.summary', {}, { enabled })
  const unappraised = useQueryOp(
    'careAgreements.summary',
    { filter: { appraisalOwed: true } },
    { enabled },
  )
  const ending = soon.data?.open ?? 0
  const over = all.data?.overdue ?? 0
  const owed = unappraised.data?.open ?? 0
  if (ending + over + owed === 0) return null
  const words = [
    over > 0 && `已期满没有续签 ${over} 份`,
    ending > 0 && `${noticeDays} 天内期满 ${ending} 份`,
    owed > 0 && `上季度没有考核照料人 ${owed} 份`,
  ]
  return (
    <section className={classes.strip} data-missed={over > 0} aria-label="照料协议">
      <StateMark state={over > 0 ? 'overdue' : 'due'}>
        照料协议{words.filter(Boolean).join('，')}
      </StateMark>
      {over > 0 && (
        <Anchor component={Link} href="/care-agreements?state=overdue">
          去续签
        </Anchor>
      )}
      {ending > 0 && (
        <Anchor component={Link} href={`/care-agreements?ending=${noticeDays}`}>
          快期满的
        </Anchor>
      )}
      {owed > 0 && (
        <Anchor component={Link} href="/care-agreements?owed=yes">
          去考核
        </Anchor>
      )}
    </section>
  )
}
