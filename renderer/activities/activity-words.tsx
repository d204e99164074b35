import { moneyWords } from '@shared/domain/activities/budget'
import { activityMachine, type ActivityState } from '@shared/domain/activities/machine'
import { StateMark } from '../shell/StateMark'

/** 元 in a list; nothing where nothing is known. */
export const yuan = (amount: number | null): string => (amount === null ? '' : moneyWords(amount))

interface StandingProps {
  row: { state: ActivityState; heldOn: string | null }
  today: string
}

/** Its day has passed and nobody has said whether it took place. */
export const isUntold = ({ state, heldOn }: StandingProps['row'], today: string): boolean =>
  heldOn !== null && heldOn < today && ['idea', 'planning', 'approved'].includes(state)

export const kindOfState = (
  row: StandingProps['row'],
  today: string,
): 'met' | 'exempt' | 'due' | 'overdue' => {
  const { open, dropped } = activityMachine.states[row.state] as { open: boolean; dropped?: true }
  if (!open) return dropped ? 'exempt' : 'met'
  return isUntold(row, today) ? 'overdue' : 'due'
}

/** `▲ 已过日期 · 筹备`. */
export function ActivityStanding({ row, today }: StandingProps): React.ReactElement {
  const { label } = activityMachine.states[row.state]
  return (
    <StateMark state={kindOfState(row, today)}>
      {isUntold(row, today) ? `已过日期 · ${label}` : label}
    </StateMark>
  )
}
