import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { outingMachine } from '@shared/domain/outings/machine'
import { useQueryOp, type OutputOf } from '../api'
import { CaseState, responsibleWords } from '../ledgers/case-state'
import factClasses from '../recipients/FactsSection.module.css'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import { NewOuting } from './NewOuting'
import { MoveOuting } from './OutingMove'

type Row = OutputOf<'outings.list'>['rows'][number]

/** 外出报告 of one family, below its members. */
export function PersonOutings(props: { person: { id: number; name: string } }): React.ReactElement {
  const { person } = props
  const outings = useQueryOp('outings.list', { filter: { recipientId: person.id } })
  const mayWrite = useMay('recipients.write')
  const [opening, setOpening] = useState(false)
  const [returning, setReturning] = useState<Row | null>(null)
  const rows = outings.data?.rows ?? []
  return (
    <section aria-label="外出报告">
      <Group justify="space-between" mt="md">
        <h2 className={factClasses.title}>外出报告</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setOpening(true)}>
            登记外出
          </Button>
        )}
      </Group>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          没有报告过外出。
        </Text>
      )}
      {rows.map((row) => (
        <Group key={row.id} gap="xs">
          <Text size="sm">
            <Anchor component={Link} href={`/outings/${row.id}`} size="sm">
              {formatDay(row.openedOn)} {row.memberName}外出{row.place && `到${row.place}`}
            </Anchor>{' '}
            {row.dueOn && `预计 ${formatDay(row.dueOn)} 返回 `}
            {responsibleWords(row) && `期间由${responsibleWords(row)}照看 `}
            <CaseState machine={outingMachine} row={row} />
          </Text>
          {mayWrite && row.state === 'away' && (
            <Button size="compact-sm" variant="subtle" onClick={() => setReturning(row)}>
              登记返回
            </Button>
          )}
        </Group>
      ))}
      {opening && <NewOuting person={person} onClose={() => setOpening(false)} />}
      {returning && (
        <MoveOuting outing={returning} move="return" onClose={() => setReturning(null)} />
      )}
    </section>
  )
}
