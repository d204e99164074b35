import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { columnLabel, type ListColumn } from '@shared/domain/list-columns'
import { useJob, type InputOf } from '../api'
import { Produced } from '../documents/Produced'
import { formatCount } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { useMay } from '../shell/session'

interface ExportDialogProps {
  list: Pick<InputOf<'recipients.list'>, 'filter' | 'sort' | 'descending'>
  columns: readonly ListColumn[]
  count: number
  onClose: () => void
}

/** 导出 Excel: the list as shown, masked; in full only with a reason that stays on record. */
export function ExportDialog(props: ExportDialogProps): React.ReactElement {
  const { list, columns, count, onClose } = props
  const [full, setFull] = useState(false)
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const mayExportFull = useMay('sensitive.read')
  const masked = useJob('recipients.export')
  const complete = useJob('recipients.exportFull')
  const job = full ? complete : masked
  const input = { ...list, columns: [...columns] }
  const start = (): void => {
    if (!full) return void masked.start(input)
    if (reason.trim() === '') return setRefusal('请写明为什么要完整资料')
    setRefusal('')
    void complete.start({ ...input, reason })
  }
  return (
    <Modal opened onClose={onClose} title="导出 Excel" size="lg">
      <Stack gap="md">
        <Text>
          按现在的名单导出 {formatCount(count)} 人、{columns.length} 栏：
          {columns.map(columnLabel).join('、')}。
        </Text>
        <Text size="sm" c="dimmed">
          身份证号和电话遮盖中间几位，慢性病、用药等健康内容不写出。
        </Text>
        {mayExportFull && (
          <Checkbox
            label="要完整资料，不遮盖"
            description="只用于按要求向上报送；谁、什么时候、为什么、导出多少人，都会留下记录"
            checked={full}
            onChange={(event) => setFull(event.currentTarget.checked)}
          />
        )}
        {full && (
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
            disabled={count === 0}
          >
            {full ? '导出完整资料' : '导出'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
