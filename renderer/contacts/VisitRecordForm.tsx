import { Button, Group } from '@mantine/core'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { useJob } from '../api'
import { Produced } from '../documents/Produced'
import { ErrorPanel } from '../shell/ErrorPanel'
import { useMay } from '../shell/session'

/** 走访记录表 of one contact as it stands on record, filled in for signing. */
export function VisitRecordForm({ contactId }: { contactId: number }): React.ReactElement | null {
  const form = useJob('documents.visitRecords')
  const mayPrint = useMay('documents.read')
  if (!mayPrint) return null
  if (form.error) return <ErrorPanel error={form.error} />
  if (form.result) return <Produced artifact={form.result} />
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconFileTypeDocx size={18} />}
        loading={form.status === 'running'}
        onClick={() => void form.start({ contactIds: [contactId] })}
      >
        生成走访记录表（Word）
      </Button>
    </Group>
  )
}
