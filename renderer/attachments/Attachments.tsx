import { Anchor, Button, FileButton, Group, Table, Text } from '@mantine/core'
import { IconPaperclip, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { attachmentHolders, type AttachmentHolder } from '@shared/domain/attachments/holders'
import { mediaTypes } from '@shared/domain/attachments/media-types'
import { call, useCommandOp, useQueryOp, type OutputOf } from '../api'
import { host } from '../host'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatBytes, formatDay, formatInstant } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { AttachmentDialog } from './AttachmentDialog'
import classes from './Attachments.module.css'
import { AttachmentView } from './AttachmentView'
import { useAddFiles, usePastedFiles } from './useAddFiles'

export type Attachment = OutputOf<'attachments.list'>[number]

const accepted = Object.values(mediaTypes)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

const isShownInside = ({ mediaType }: Attachment): boolean => mediaTypes[mediaType].view !== null

interface AttachmentsProps {
  entity: AttachmentHolder
  /** The record they hang on. */
  id: number
}

/** 附件 of any record: scans and files, added by button, by dragging or by Ctrl+V. */
export function Attachments({ entity, id }: AttachmentsProps): React.ReactElement {
  const list = useQueryOp('attachments.list', { entity, recordId: id })
  const mayWrite = useMay(attachmentHolders[entity].write)
  const mayOpen = useMay('sensitive.read')
  const { adding, add } = useAddFiles(entity, id)
  usePastedFiles(mayWrite ? (files) => void add(files) : null)
  const [dragging, setDragging] = useState(false)
  const [viewed, setViewed] = useState<number | null>(null)
  const [edited, setEdited] = useState<Attachment | null>(null)
  const hide = useCommandOp('attachments.void')

  const save = async (attachment: Attachment): Promise<void> => {
    try {
      const { artifactId } = await call('attachments.download', { id: attachment.id })
      const place = await host.saveArtifact(artifactId)
      if (place) tellDone(`已保存到 ${place}。这是密码库外的明文，用完请删除。`)
    } catch (error) {
      tellFailure(error)
    }
  }
  const open = (attachment: Attachment): void => {
    if (isShownInside(attachment)) setViewed(attachment.id)
    else void save(attachment)
  }
  const askToHide = (attachment: Attachment): void =>
    askReason({
      title: `隐去“${attachment.name}”`,
      lead: '附件不再显示，变更记录里仍可查到；文件本身仍加密保存。',
      label: '隐去',
      onSubmit: async (reason) => void (await hide.mutateAsync({ id: attachment.id, reason })),
    })
  const attachments = list.data ?? []
  const shown = attachments.find((one) => one.id === viewed)
  return (
    <section
      className={classes.section}
      aria-label="附件"
      data-dragging={dragging || undefined}
      onDragOver={(event) => {
        if (!mayWrite) return
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        if (!mayWrite) return
        event.preventDefault()
        setDragging(false)
        void add([...event.dataTransfer.files])
      }}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>附件</h2>
        {mayWrite && (
          <FileButton multiple accept={accepted} onChange={(files) => void add(files)}>
            {({ onClick }) => (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={15} />}
                loading={adding}
                onClick={onClick}
                title="也可以把文件拖到这里，或按 Ctrl+V 粘贴"
              >
                添加
              </Button>
            )}
          </FileButton>
        )}
      </header>
      {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <Text c="dimmed" size="sm">
          还没有附件。
          {mayWrite &&
            '扫描件、照片、PDF 和文档可以拖到这里、按 Ctrl+V 粘贴或点“添加”，每个不超过 20 MB，加密保存。'}
        </Text>
      )}
      {attachments.length > 0 && (
        <Table verticalSpacing={5} highlightOnHover className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>名称</Table.Th>
              <Table.Th w={110}>日期</Table.Th>
              <Table.Th>说明</Table.Th>
              <Table.Th w={240}>放入</Table.Th>
              <Table.Th w={170} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {attachments.map((attachment) => (
              <Table.Tr key={attachment.id}>
                <Table.Td>
                  {mayOpen ? (
                    <Anchor component="button" onClick={() => open(attachment)}>
                      <IconPaperclip size={14} aria-hidden /> {attachment.name}
                    </Anchor>
                  ) : (
                    attachment.name
                  )}
                  <Text size="xs" c="dimmed">
                    {mediaTypes[attachment.mediaType].label} {formatBytes(attachment.size)}
                  </Text>
                </Table.Td>
                <Table.Td>{formatDay(attachment.day) || '—'}</Table.Td>
                <Table.Td>{attachment.note ?? '—'}</Table.Td>
                <Table.Td>
                  {attachment.addedBy ?? '程序'} {formatInstant(attachment.addedAt)}
                </Table.Td>
                <Table.Td>
                  <Group gap={2} justify="flex-end" wrap="nowrap">
                    {mayOpen && (
                      <RowButton
                        of={attachment}
                        word="另存"
                        onClick={() => void save(attachment)}
                      />
                    )}
                    {mayWrite && (
                      <>
                        <RowButton
                          of={attachment}
                          word="修改"
                          onClick={() => setEdited(attachment)}
                        />
                        <RowButton
                          of={attachment}
                          word="隐去"
                          onClick={() => askToHide(attachment)}
                        />
                      </>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {shown && (
        <AttachmentView
          attachment={shown}
          among={attachments.filter(isShownInside)}
          onShow={setViewed}
          onSave={() => void save(shown)}
          onClose={() => setViewed(null)}
        />
      )}
      {edited && <AttachmentDialog attachment={edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

interface RowButtonProps {
  of: Attachment
  word: string
  onClick: () => void
}

const RowButton = ({ of, word, onClick }: RowButtonProps) => (
  <Button size="compact-sm" variant="subtle" onClick={onClick} aria-label={`${word}${of.name}`}>
    {word}
  </Button>
)
