import { Alert, Button, Group, Text } from '@mantine/core'
import { IconDeviceFloppy, IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { host } from '../host'
import { formatBytes, formatCount } from '../shell/format'
import { tellFailure } from '../shell/notify'
import { tellSaved } from '../shell/tell-saved'

interface ProducedProps {
  artifact: { artifactId: number; title: string; files: number; bytes: number }
  /** A workbook is opened to work with, a paper to be printed. */
  printable?: boolean
}

/** A finished paper waits here until it is saved or opened; nothing lies on the disk before. */
export function Produced({ artifact, printable = true }: ProducedProps): React.ReactElement {
  const [busy, setBusy] = useState(false)
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      tellFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const save = async (): Promise<void> => {
    const place = await host.saveArtifact(artifact.artifactId)
    if (place) tellSaved(place)
  }
  return (
    <Alert color="pine" variant="light" title={`已生成：${artifact.title}`} role="status">
      <Text size="sm" c="dimmed">
        {artifact.files > 1 ? `${formatCount(artifact.files)} 个文件，` : ''}
        {formatBytes(artifact.bytes)}。还没有存到电脑上。
      </Text>
      <Group mt="sm" gap="sm">
        <Button
          leftSection={<IconDeviceFloppy size={18} />}
          loading={busy}
          onClick={() => void during(save)}
        >
          保存
        </Button>
        {artifact.files === 1 && (
          <Button
            variant="default"
            leftSection={<IconExternalLink size={18} />}
            disabled={busy}
            onClick={() => void during(() => host.openArtifact(artifact.artifactId))}
          >
            {printable ? '打开来打印' : '打开'}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
