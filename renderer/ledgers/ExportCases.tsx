import { Button, Modal, Stack, Text } from '@mantine/core'
import type { InputOf, JobName } from '@shared/contract'
import { useJob, type OutputOf } from '../api'
import { Produced } from '../documents/Produced'
import { JobProgress } from '../shell/JobProgress'

/** The jobs that write a ledger to Excel. */
export type ExportName = {
  [Name in JobName]: Name extends `${string}.export`
    ? OutputOf<Name> extends { artifactId: number }
      ? Name
      : never
    : never
}[JobName]

interface ExportCasesProps<Name extends ExportName> {
  name: Name
  input: InputOf<Name>
  /** 需求台账. */
  title: string
  /** What goes out, where it is not a ledger without ID numbers and telephones. */
  contents?: string
  onClose: () => void
}

/** 导出 Excel: the ledger as it is filtered now. */
export function ExportCases<Name extends ExportName>(
  props: ExportCasesProps<Name>,
): React.ReactElement {
  const { name, input, title, onClose } = props
  const { contents = '按现在的筛选导出全部行，不含身份证号和电话。' } = props
  const job = useJob(name)
  const artifact = job.result as React.ComponentProps<typeof Produced>['artifact'] | undefined
  return (
    <Modal opened onClose={onClose} title={`导出${title}`} size="lg">
      <Stack gap="md">
        <Text>{contents}</Text>
        <JobProgress job={job} />
        {artifact && <Produced artifact={artifact} printable={false} />}
        <Button
          data-autofocus
          style={{ alignSelf: 'flex-end' }}
          onClick={() => void job.start(input)}
          loading={job.status === 'running'}
        >
          导出
        </Button>
      </Stack>
    </Modal>
  )
}
