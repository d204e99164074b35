import { Select } from '@mantine/core'
import { groupedChoices, type FollowUpChoice } from './follow-ups'

interface FollowUpSelectProps {
  choices: readonly FollowUpChoice[]
  /** A choice's value. */
  value?: string | null
  onChange?: (value: string | null) => void
  description?: string
  error?: React.ReactNode
}

/** 去向 of a found problem: nothing, a need, an event that must be reported. */
export function FollowUpSelect(props: FollowUpSelectProps): React.ReactElement | null {
  const { choices, description = '登记时一起立项，写的问题就是内容', ...rest } = props
  if (choices.length === 0) return null
  return (
    <Select
      label="发现的问题转为"
      placeholder="不转，只记在走访里"
      description={description}
      clearable
      searchable
      data={groupedChoices(choices)}
      {...rest}
    />
  )
}
