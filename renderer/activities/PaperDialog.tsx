import { Button, Modal, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { wasHeld } from '@shared/domain/activities/machine'
import { useJob, type OutputOf } from '../api'
import { Produced } from '../documents/Produced'
import { JobProgress } from '../shell/JobProgress'

interface PaperDialogProps {
  file: OutputOf<'activities.file'>
  onClose: () => void
}

/** 活动方案 or 活动小结 as Word, with what is still blank on it. */
export function PaperDialog({ file, onClose }: PaperDialogProps): React.ReactElement {
  const [paper, setPaper] = useState<'plan' | 'report'>(wasHeld(file.state) ? 'report' : 'plan')
  return (
    <Modal opened onClose={onClose} title="活动方案和小结（Word）" size="lg">
      <Stack gap="md">
        <SegmentedControl
          value={paper}
          onChange={(value) => setPaper(value as 'plan' | 'report')}
          transitionDuration={0}
          aria-label="哪一份"
          data={[
            { value: 'plan', label: '活动方案' },
            { value: 'report', label: '活动小结' },
          ]}
        />
        <WritePaper key={paper} id={file.id} paper={paper} />
      </Stack>
    </Modal>
  )
}

interface WritePaperProps {
  id: number
  paper: 'plan' | 'report'
}

function WritePaper({ id, paper }: WritePaperProps): React.ReactElement {
  const job = useJob('activities.paper')
  const missing = job.result?.missing ?? []
  return (
    <>
      <span>
        {paper === 'plan'
          ? '按现在的方案、名单和预算写成。'
          : '按到场、实支和活动成效写成，与预算的差额如实写出。'}
      </span>
      <JobProgress job={job} />
      {missing.length > 0 && (
        <span>
          缺项 {missing.length}，纸上留了空：{missing.join('、')}。
        </span>
      )}
      {job.result && <Produced artifact={job.result} />}
      <Button
        data-autofocus
        style={{ alignSelf: 'flex-end' }}
        loading={job.status === 'running'}
        onClick={() => void job.start({ id, paper })}
      >
        生成
      </Button>
    </>
  )
}
