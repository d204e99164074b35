import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useJob, type InputOf } from '../api'
import { Produced } from '../documents/Produced'
import { formatCount } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'

interface ExportLedgerProps {
  filter: InputOf<'compliance.export'>
  count: number
  onClose: () => void
}

/** 导出台账: the people as filtered, and the sums of the year. */
export function ExportLedger({ filter, count, onClose }: ExportLedgerProps): React.ReactElement {
  const job = useJob('compliance.export')
  return (
    <Modal opened onClose={onClose} title="导出履约台账" size="lg">
      <Stack gap="md">
        <Text>
          按现在的条件导出 {formatCount(count)}{' '}
          人，另附按任务、按村的汇总和各月探访率（含口径）。逐人台账按 A3 横向排好，每页重复表头。
        </Text>
        <JobProgress job={job} />
        {job.result && <Produced artifact={job.result} printable={false} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            关闭
          </Button>
          <Button
            data-autofocus
            onClick={() => void job.start(filter)}
            loading={job.status === 'running'}
          >
            导出
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
