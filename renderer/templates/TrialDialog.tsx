import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useJob, type InputOf } from '../api'
import { Produced } from '../documents/Produced'
import { PersonSelect } from '../recipients/PersonSelect'
import { JobProgress } from '../shell/JobProgress'

interface TrialDialogProps {
  title: string
  source: Pick<InputOf<'templates.trial'>, 'form' | 'versionId'>
  onClose: () => void
}

/** 试印: how a template comes out with one person. */
export function TrialDialog({ title, source, onClose }: TrialDialogProps): React.ReactElement {
  const [recipientId, setRecipientId] = useState<number | null>(null)
  const job = useJob('templates.trial')
  return (
    <Modal opened onClose={onClose} title={`试印：${title}`}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          选一个人，看看印出来什么样。名册只印这一个人，走访记录表印最近一次走访。
        </Text>
        <PersonSelect
          label="用谁的档案试印"
          value={recipientId}
          onChange={(id) => {
            setRecipientId(id)
            job.reset()
          }}
        />
        <JobProgress job={job} />
        {job.result && <Produced artifact={job.result} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            关闭
          </Button>
          <Button
            disabled={recipientId === null}
            loading={job.status === 'running'}
            onClick={() => recipientId && void job.start({ ...source, recipientId })}
          >
            试印
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
