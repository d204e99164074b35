import { Button, Stack, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconFileText, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { useCommandOp, useJob, useQueryOp } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { JobProgress } from '../shell/JobProgress'
import { formatInstant } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { PaperView } from './PaperView'
import { Produced } from './Produced'

/** A paper as it was handed in, with the figures of its day. */
export function KeptPaperPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const kept = useQueryOp('documents.get', { id })
  const job = useJob('documents.reprint')
  const remove = useCommandOp('documents.void')
  const handIn = useCommandOp('documents.handIn')
  const today = useSession().data?.today
  const mayWrite = useMay('documents.write')
  if (kept.error)
    return (
      <Page title="文书" parent="/documents">
        <ErrorPanel error={kept.error} />
      </Page>
    )
  if (!kept.data) return <Page title="文书">{null}</Page>

  const { revision, handedInOn, reusable } = kept.data
  const markHandedIn = async (): Promise<void> => {
    try {
      await handIn.mutateAsync({ id, revision, on: handedInOn || !today ? null : today })
      tellDone(handedInOn ? '已撤回报送登记。' : '已登记为今天报送。')
    } catch (error) {
      tellFailure(error)
    }
  }
  const askWhy = (): void => {
    modals.open({
      title: '作废这份文书',
      children: (
        <VoidForm
          onVoid={async (reason) => {
            try {
              await remove.mutateAsync({ id, reason })
              modals.closeAll()
              tellDone('已作废，记录里还能查到。')
              goBack('/documents')
            } catch (error) {
              tellFailure(error)
            }
          }}
        />
      ),
    })
  }
  return (
    <Page
      title={kept.data.title}
      note={`${formatInstant(kept.data.writtenAt)} 生成，数字是当时的${kept.data.handedInOn ? ` · ✓ ${kept.data.handedInOn} 报送` : ''}`}
      parent="/documents"
      main={{
        label: '重新生成文件',
        icon: <IconFileText size={18} />,
        onClick: () => void job.start({ id }),
        disabled: job.status === 'running',
      }}
      actions={
        mayWrite && (
          <>
            {reusable && (
              <Button
                variant="default"
                component={Link}
                href={`/documents/compose/${kept.data.kind}?year=${(kept.data.year ?? 0) + 1}`}
              >
                作为下年的开头
              </Button>
            )}
            <Button variant="default" onClick={() => void markHandedIn()}>
              {handedInOn ? '撤回报送登记' : '登记报送'}
            </Button>
            <Button
              variant="default"
              color="red"
              leftSection={<IconTrash size={18} />}
              onClick={askWhy}
            >
              作废
            </Button>
          </>
        )
      }
    >
      <Stack gap="md">
        <JobProgress job={job} />
        {job.result && <Produced artifact={job.result} />}
        <PaperView paper={kept.data.paper} />
      </Stack>
    </Page>
  )
}

function VoidForm({ onVoid }: { onVoid: (reason: string) => Promise<void> }): React.ReactElement {
  const [reason, setReason] = useState('')
  return (
    <Stack gap="sm">
      <TextInput
        label="原因"
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button disabled={!reason.trim()} onClick={() => void onVoid(reason)}>
          作废
        </Button>
      </div>
    </Stack>
  )
}
