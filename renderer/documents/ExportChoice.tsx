import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { useJob } from '../api'
import { JobProgress } from '../shell/JobProgress'
import { useMay } from '../shell/session'
import { Produced } from './Produced'

type ExportJob = ReturnType<typeof useJob<'recipients.export' | 'helpers.export'>>

interface ExportChoiceProps {
  title?: string
  /** What is exported. */
  lead: ReactNode
  /** What is masked unless asked for in full. */
  masking: string
  /** What asking for it in full leaves on record. */
  fullNote: string
  empty: boolean
  masked: Omit<ExportJob, 'start'>
  full: Omit<ExportJob, 'start'>
  onMasked: () => void
  onFull: (reason: string) => void
  onClose: () => void
}

/** 导出 Excel: masked for everybody; in full only with a reason that stays on record. */
export function ExportChoice(props: ExportChoiceProps): React.ReactElement {
  const { title = '导出 Excel', lead, masking, fullNote, empty, onClose } = props
  const [inFull, setInFull] = useState(false)
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const mayExportFull = useMay('sensitive.read')
  const job = inFull ? props.full : props.masked
  const start = (): void => {
    if (!inFull) return props.onMasked()
    if (reason.trim() === '') return setRefusal('请写明为什么要完整资料')
    setRefusal('')
    props.onFull(reason)
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack gap="md">
        <Text>{lead}</Text>
        <Text size="sm" c="dimmed">
          {masking}
        </Text>
        {mayExportFull && (
          <Checkbox
            label="要完整资料，不遮盖"
            description={fullNote}
            checked={inFull}
            onChange={(event) => setInFull(event.currentTarget.checked)}
          />
        )}
        {inFull && (
          <TextInput
            label="原因"
            required
            placeholder="如 县民政局要求报送"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={refusal || undefined}
          />
        )}
        <JobProgress job={job} />
        {job.result && <Produced artifact={job.result} printable={false} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            关闭
          </Button>
          <Button
            data-autofocus
            onClick={start}
            loading={job.status === 'running'}
            disabled={empty}
          >
            {inFull ? '导出完整资料' : '导出'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
