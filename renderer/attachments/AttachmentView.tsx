import { ActionIcon, Button, Group, Modal, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { mediaTypes } from '@shared/domain/attachments/media-types'
import { useQueryOp } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import type { Attachment } from './Attachments'
import classes from './Attachments.module.css'

/** pdf.js is large and seldom needed: it is loaded with the first PDF. */
const PdfPages = lazy(() => import('./PdfPages'))

interface AttachmentViewProps {
  attachment: Attachment
  /** What ← and → step through. */
  among: readonly Attachment[]
  onShow: (id: number) => void
  onSave: () => void
  onClose: () => void
}

/** A picture or PDF shown inside the program: nothing readable is written to the disk. */
export function AttachmentView(props: AttachmentViewProps): React.ReactElement {
  const { attachment, among, onShow, onSave, onClose } = props
  const content = useQueryOp('attachments.content', { id: attachment.id })
  const at = among.findIndex(({ id }) => id === attachment.id)
  const step = (by: number): void => {
    const next = among[at + by]
    if (next) onShow(next.id)
  }
  useHotkeys([
    ['ArrowLeft', () => step(-1)],
    ['ArrowRight', () => step(1)],
  ])
  return (
    <Modal opened onClose={onClose} size="90%" title={attachment.name}>
      <div className={classes.stage}>
        {content.error && (
          <ErrorPanel error={content.error} onRetry={() => void content.refetch()} />
        )}
        {content.data && !content.isPlaceholderData && (
          <Shown {...content.data} name={attachment.name} />
        )}
      </div>
      <Group mt="sm" justify="space-between">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            disabled={at <= 0}
            onClick={() => step(-1)}
            aria-label="上一个（←）"
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Text size="sm">
            {at + 1}/{among.length}
          </Text>
          <ActionIcon
            variant="default"
            disabled={at + 1 >= among.length}
            onClick={() => step(1)}
            aria-label="下一个（→）"
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          <Text size="sm" c="dimmed">
            {attachment.note}
          </Text>
        </Group>
        <Button variant="default" onClick={onSave}>
          另存
        </Button>
      </Group>
    </Modal>
  )
}

interface ShownProps {
  mediaType: Attachment['mediaType']
  base64: string
  name: string
}

function Shown({ mediaType, base64, name }: ShownProps) {
  if (mediaTypes[mediaType].view === 'pdf')
    return (
      <Suspense fallback={null}>
        <PdfPages base64={base64} name={name} />
      </Suspense>
    )
  return <img className={classes.picture} src={`data:${mediaType};base64,${base64}`} alt={name} />
}
