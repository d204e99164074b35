import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { planStandingLabel } from '@shared/domain/evacuations/vocabulary'
import { useQueryOp } from '../api'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'
import { PlanDialog } from './PlanDialog'
import { standingState } from './standing'

interface PersonEvacuationProps {
  person: { id: number; name: string }
}

/** 汛期转移 of one person: who moves them where, or a button that puts them on the list. */
export function PersonEvacuation({ person }: PersonEvacuationProps): React.ReactElement | null {
  const recipientId = person.id
  const { data } = useQueryOp('evacuations.list', { filter: { recipientId } })
  const mayWrite = useMay('hazards.write')
  const [planning, setPlanning] = useState(false)
  if (!data) return null
  const row = data.rows[0]
  return (
    <section aria-label="汛期转移">
      <Group gap="xs">
        {row && (
          <>
            <Text size="sm">
              汛期转移（{row.reasons.join('；')}）
              {row.mover && `：${[row.mover, row.moverPhone].filter(Boolean).join(' ')}`}
              {row.plan?.shelter && ` → ${row.plan.shelter}`}
            </Text>
            <StateMark state={standingState[row.standing]}>
              {planStandingLabel[row.standing]}
            </StateMark>
          </>
        )}
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
            {row ? '安排转移' : '列入汛期转移'}
          </Button>
        )}
      </Group>
      {planning && (
        <PlanDialog
          people={[row ?? { recipientId, name: person.name, plan: null }]}
          onClose={() => setPlanning(false)}
        />
      )}
    </section>
  )
}
