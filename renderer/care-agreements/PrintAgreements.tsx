import { Button, Modal, Stack, Text } from '@mantine/core'
import { useJob } from '../api'
import { Produced } from '../documents/Produced'
import { JobProgress } from '../shell/JobProgress'

interface PrintAgreementsProps {
  ids: readonly number[]
  onClose: () => void
}

/** 打印协议: the agreements as Word forms, from the office's own template where it has one. */
export function PrintAgreements({ ids, onClose }: PrintAgreementsProps): React.ReactElement {
  const job = useJob('careAgreements.paper')
  return (
    <Modal opened onClose={onClose} title={`打印 ${ids.length} 份照料协议`} size="lg">
      <Stack gap="md">
        <Text>每份从新的一张纸开始；还没有填的地方留横线，签订时手写。</Text>
        <JobProgress job={job} />
        {job.result && <Produced artifact={job.result} printable />}
        <Button
          data-autofocus
          style={{ alignSelf: 'flex-end' }}
          onClick={() => void job.start({ ids: [...ids] })}
          loading={job.status === 'running'}
        >
          生成 Word
        </Button>
      </Stack>
    </Modal>
  )
}
