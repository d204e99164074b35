import { Group, Tooltip } from '@mantine/core'
import { StateMark } from '../shell/StateMark'
import { markOf, standingReason, standingWords, type Standing } from './standing-words'

/** Where a person stands with each duty: ▲入户 上季 1/3 ●电话 本月 2/4, with the reason. */
export function StandingMarks({
  standings,
}: {
  standings: readonly Standing[]
}): React.ReactElement {
  return (
    <Group gap="sm" wrap="nowrap" component="span">
      {standings.map((standing) => {
        const state = markOf(standing.state)
        if (!state) return null
        return (
          <Tooltip
            key={`${standing.duty} ${standing.period} ${standing.kinds}`}
            label={standingReason(standing)}
          >
            <span>
              <StateMark state={state}>{standingWords(standing)}</StateMark>
            </span>
          </Tooltip>
        )
      })}
    </Group>
  )
}
