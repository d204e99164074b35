import { Button, Modal, Stack, type ButtonProps } from '@mantine/core'
import { useState } from 'react'
import type { JobName } from '@shared/contract'
import { useJob, type InputOf, type OutputOf } from '../api'
import { JobProgress } from '../shell/JobProgress'
import { Produced } from './Produced'

type Artifact = OutputOf<'documents.cards'>
/** Jobs that end in a paper or a workbook. */
type MakingJob = {
  [Name in JobName]: OutputOf<Name> extends Artifact ? Name : never
}[JobName]

interface MakeButtonProps<Name extends MakingJob> extends Pick<ButtonProps, 'size' | 'variant'> {
  job: Name
  input: InputOf<Name>
  label: string
  disabled?: boolean
  /** A workbook is opened to work with, a paper to be printed. */
  printable?: boolean
}

/** A button that makes a file at once, with what is on the screen: progress, then save or open. */
export function MakeButton<Name extends MakingJob>(
  props: MakeButtonProps<Name>,
): React.ReactElement {
  const { job: name, input, label, disabled, printable = true, size, variant = 'default' } = props
  const job = useJob(name)
  const [open, setOpen] = useState(false)
  const start = (): void => {
    setOpen(true)
    void job.start(input)
  }
  return (
    <>
      <Button size={size} variant={variant} disabled={disabled} onClick={start}>
        {label}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={label}>
        <Stack gap="md">
          <JobProgress job={job} />
          {job.result && <Produced artifact={job.result as Artifact} printable={printable} />}
        </Stack>
      </Modal>
    </>
  )
}
