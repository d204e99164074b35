import { Button, Stack } from '@mantine/core'
import type { useJob } from '../api'
import { JobProgress } from '../shell/JobProgress'
import type { Chosen } from './people'
import { Produced } from './Produced'

/** Whom a paper is made for. */
export interface WorkProps {
  people: Chosen
  count: number
}

interface ProduceProps {
  label: string
  job: Pick<
    ReturnType<typeof useJob<'documents.cards'>>,
    'status' | 'progress' | 'error' | 'cancel' | 'result'
  >
  disabled: boolean
  onStart: () => void
  /** What is left after a cancel, where something is. */
  cancelled?: string
}

/** The button, then the progress, then the file. */
export function Produce({
  label,
  job,
  disabled,
  onStart,
  cancelled,
}: ProduceProps): React.ReactElement {
  return (
    <Stack gap="sm">
      <div>
        <Button onClick={onStart} disabled={disabled || job.status === 'running'}>
          {job.status === 'done' ? `重新${label}` : label}
        </Button>
      </div>
      <JobProgress job={job} cancelled={cancelled} />
      {job.result && <Produced artifact={job.result} />}
    </Stack>
  )
}
