import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useJob, type InputOf } from '../api'
import { Produced } from '../documents/Produced'
import { JobProgress } from '../shell/JobProgress'

type ExportName = 'benefits.export' | 'benefits.exportTurning'

interface ExportJobProps<Name extends ExportName> {
  job: Name
  input: InputOf<Name>
  disabled: boolean
}

/** 导出 Excel of the list as it is shown. */
export function ExportJob<Name extends ExportName>(
  props: ExportJobProps<Name>,
): React.ReactElement {
  const { job: name, input, disabled } = props
  const job = useJob(name)
  const [open, setOpen] = useState(false)
  const start = (): void => {
    setOpen(true)
    void job.start(input)
  }
  return (
    <>
      <Button variant="default" disabled={disabled} onClick={start}>
        导出 Excel
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="导出 Excel">
        <Stack gap="md">
          <JobProgress job={job} />
          {job.result && <Produced artifact={job.result} />}
        </Stack>
      </Modal>
    </>
  )
}
