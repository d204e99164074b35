import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { JobName } from '@shared/contract'
import type { Job } from '../api'
import { ErrorPanel } from './ErrorPanel'
import { formatCount } from './format'

interface JobProgressProps {
  job: Pick<Job<JobName>, 'status' | 'progress' | 'error' | 'cancel'>
  /** What is left after a cancel; by default nothing was changed. */
  cancelled?: string
}

/** Long work on screen: what is being done, how far it is, and the way out. */
export function JobProgress({
  job,
  cancelled = '已取消，没有改动任何数据。',
}: JobProgressProps): React.ReactElement | null {
  const { done, total, label } = job.progress
  if (job.status === 'failed') return <ErrorPanel error={job.error} />
  if (job.status === 'cancelled') return <Text c="dimmed">{cancelled}</Text>
  if (job.status !== 'running') return null
  return (
    <Stack gap="xs" role="status">
      <Group justify="space-between">
        <Text size="sm">{label || '正在准备'}</Text>
        {total > 0 && (
          <Text size="sm" c="dimmed" className="figures">
            {formatCount(done)} / {formatCount(total)}
          </Text>
        )}
      </Group>
      <Progress
        value={total > 0 ? (done / total) * 100 : 100}
        animated={total === 0}
        transitionDuration={120}
        aria-label={label || '进度'}
      />
      <Group>
        <Button variant="default" size="xs" onClick={() => void job.cancel()}>
          取消
        </Button>
      </Group>
    </Stack>
  )
}
