import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { needMachine, type NeedMove } from '@shared/domain/needs/machine'
import { needLedgerKindLabel, needLevelLabel, urgencyLabel } from '@shared/domain/needs/vocabulary'
import { useQueryOp } from '../api'
import { CaseState, responsibleWords } from '../ledgers/case-state'
import { FactsPanel } from '../ledgers/FactsPanel'
import { StepTrail } from '../ledgers/StepTrail'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { MoveNeed } from './NeedMove'

/** A look at one need without leaving the list; its next step can be made from here. */
export function NeedLook({ id }: { id: number }): React.ReactElement | null {
  const { data: need, error } = useQueryOp('needs.file', { id })
  const [moving, setMoving] = useState<NeedMove | null>(null)
  if (error) return <ErrorPanel error={error} />
  if (!need || need.id !== id) return null
  return (
    <Stack gap="md">
      <CaseState machine={needMachine} row={need} />
      <FactsPanel
        title={needLedgerKindLabel[need.kind]}
        facts={[
          { label: '需求内容', words: need.content },
          { label: '紧急程度', words: urgencyLabel[need.urgency] },
          { label: '办理层级', words: needLevelLabel[need.level] },
          { label: '责任人', words: responsibleWords(need) },
          { label: '要求办结', words: formatDay(need.dueOn) },
        ]}
      />
      <Group gap="xs">
        {need.moves.map((move) => (
          <Button key={move} size="compact-md" variant="default" onClick={() => setMoving(move)}>
            {needMachine.moves[move].label}
          </Button>
        ))}
      </Group>
      <StepTrail steps={need.steps} />
      <Button variant="light" onClick={() => navigate(`/needs/${id}`)}>
        打开（Enter）
      </Button>
      {moving && <MoveNeed need={need} move={moving} onClose={() => setMoving(null)} />}
    </Stack>
  )
}
