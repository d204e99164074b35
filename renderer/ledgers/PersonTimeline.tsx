import { Anchor, Text } from '@mantine/core'
import { generalLedgers, isCaseEntity, ledgers } from '@shared/domain/ledgers/registry'
import { useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import classes from './ledgers.module.css'

type Happening = OutputOf<'ledgers.timeline'>[number]

const addressOf = ({ entity, id }: Happening): string | null =>
  isCaseEntity(entity)
    ? `#${ledgers[entity].path}/${id}`
    : entity === 'assessment'
      ? `#/assessments/${id}`
      : entity === 'activity'
        ? `#${generalLedgers.activity.path}/${id}`
        : entity === 'register_entry'
          ? `#/registers/entries/${id}`
          : null

/** 大事记: all that happened with a person, the latest first. */
export function PersonTimeline({ recipientId }: { recipientId: number }): React.ReactElement {
  const { data, error, refetch } = useQueryOp('ledgers.timeline', { recipientId, limit: 300 })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.length === 0) return <Text c="dimmed">还没有任何记录。</Text>
  return (
    <div aria-label="大事记" role="list">
      {data?.map((one, at) => {
        const address = addressOf(one)
        return (
          <div key={`${one.entity}${one.id}.${at}`} role="listitem" className={classes.happening}>
            <span className={classes.when}>{formatDay(one.day)}</span>
            <div>
              {address ? <Anchor href={address}>{one.title}</Anchor> : one.title}
              {one.by && ` · ${one.by}`}
              {one.words && <p>{one.words}</p>}
            </div>
          </div>
        )
      })}
    </div>
  )
}
