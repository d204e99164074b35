import { Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import { hazardMachine } from '@shared/domain/hazards/machine'
import { hazardKindLabel } from '@shared/domain/hazards/vocabulary'
import { useQueryOp } from '../api'
import { CaseState } from '../ledgers/case-state'
import { formatDay } from '../shell/format'

/** 隐患 of a person's home, whoever of the household they were written down for. */
export function HomeHazards({ recipientId }: { recipientId: number }): React.ReactElement | null {
  const { data } = useQueryOp('hazards.list', { filter: { householdOf: recipientId }, limit: 20 })
  if (!data || data.rows.length === 0) return null
  return (
    <section aria-label="住处隐患">
      {data.rows.map((row) => (
        <Text size="sm" key={row.id}>
          <Anchor component={Link} href={`/hazards/${row.id}`} size="sm">
            {formatDay(row.openedOn)} {hazardKindLabel[row.kind]}隐患：{row.content}
          </Anchor>{' '}
          {row.recipientId !== recipientId && `（记在${row.recipientName}名下）`}{' '}
          <CaseState machine={hazardMachine} row={row} />
        </Text>
      ))}
    </section>
  )
}
