import { Group, Tooltip } from '@mantine/core'
import { StateMark } from '../shell/StateMark'
import { markOf, standingReason, standingWords, type Standing } from './standing-words'

interface StandingMarksProps {
  standings: readonly Standing[]
  /** On several lines where they do not fit on one; never in a table. */
  wrap?: boolean
}

/** Where a person stands with each duty: ▲入户 上季 1/3 ●电话 本月 2/4, with the reason. */
export function StandingMarks({ standings, wrap }: StandingMarksProps): React.ReactElement {
  return (
    <Group gap="4px 10px" wrap={wrap ? 'wrap' : 'nowrap'} component="span">
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
