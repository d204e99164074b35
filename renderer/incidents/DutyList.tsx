import { Button, Group } from '@mantine/core'
import type { OutputOf } from '../api'
import { StateMark, type StateKind } from '../shell/StateMark'
import classes from './incidents.module.css'

export type DutyStanding = OutputOf<'incidents.file'>['duties'][number]

const marks: Record<DutyStanding['state'], { state: StateKind; word: string }> = {
  done: { state: 'met', word: '按时' },
  late: { state: 'overdue', word: '迟报' },
  skipped: { state: 'exempt', word: '不需要' },
  pending: { state: 'due', word: '待做' },
  overdue: { state: 'overdue', word: '漏报' },
}

interface DutyListProps {
  duties: readonly DutyStanding[]
  /** Left out where nothing may be recorded. */
  onDone?: (duty: DutyStanding) => void
  onSkip?: (duty: DutyStanding) => void
}

/** 必做步骤: each with its hour and where it stands; what is missing can be recorded at once. */
export function DutyList({ duties, onDone, onSkip }: DutyListProps): React.ReactElement {
  return (
    <ul className={classes.duties} aria-label="必做步骤">
      {duties.map((duty) => {
        const { state, word } = marks[duty.state]
        const isOpen = duty.state === 'pending' || duty.state === 'overdue'
        return (
          <li key={duty.step}>
            <StateMark state={state}>
              {duty.label} · {word}
            </StateMark>
            <span className={classes.deadline}>
              {duty.withinHours} 小时内，{duty.deadline.replace('T', ' ').slice(5)} 前
            </span>
            {isOpen && onDone && (
              <Group gap={4} wrap="nowrap">
                <Button size="compact-sm" onClick={() => onDone(duty)}>
                  登记
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => onSkip?.(duty)}
                >
                  不需要…
                </Button>
              </Group>
            )}
          </li>
        )
      })}
    </ul>
  )
}
