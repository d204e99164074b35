import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { call, useJob, type InputOf, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { useEscape } from '../shell/escape'
import { JobProgress } from '../shell/JobProgress'
import { AccessForm } from './AccessForm'
import { Comparison } from './Comparison'
import { FindBackup, type Backup } from './FindBackup'

export type Access = InputOf<'backups.restore'>['access']

interface RestoreFlowProps {
  /** Where the vault lies or shall lie; null where the clerk must still choose. */
  dataDir: string | null
  onBack: () => void
  /** The restored vault is in its place and locked; it opens with what was just typed. */
  onTaken: (access: Access, aside: string | null) => void
}

/** 从备份恢复: find the backup, prove to be allowed in, compare, and only then take over. */
export function RestoreFlow(props: RestoreFlowProps): React.ReactElement {
  const { onBack, onTaken } = props
  const [dataDir, setDataDir] = useState(props.dataDir)
  const [backup, setBackup] = useState<Backup | null>(null)
  const [access, setAccess] = useState<Access | null>(null)
  const [taking, setTaking] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const job = useJob('backups.restore')
  const running = job.status === 'running'
  const restored = job.result

  const leave = async (): Promise<void> => {
    if (running) return job.cancel()
    if (restored) {
      await call('backups.discard', { restoreId: restored.restoreId }).catch(() => undefined)
      job.reset()
    } else if (backup) {
      job.reset()
      setBackup(null)
    } else onBack()
  }
  useEscape(() => void leave())

  const takeOver = async ({ restoreId }: OutputOf<'backups.restore'>): Promise<void> => {
    setTaking(true)
    setRefusal(null)
    try {
      const { aside } = await call('backups.takeOver', { restoreId })
      onTaken(access!, aside)
    } catch (error) {
      setRefusal(error)
      setTaking(false)
    }
  }

  if (restored) {
    return (
      <Stack gap="md">
        <Comparison restored={restored} />
        {refusal !== null && <ErrorPanel error={refusal} />}
        <Group justify="space-between">
          <Button variant="default" onClick={() => void leave()}>
            不用了，保持原样
          </Button>
          <Button loading={taking} autoFocus onClick={() => void takeOver(restored)}>
            {restored.presentState === 'absent' ? '用这份数据' : '换成备份里的数据'}
          </Button>
        </Group>
      </Stack>
    )
  }
  if (!backup) {
    return (
      <Stack gap="md">
        <FindBackup onChoose={setBackup} />
        <Group>
          <Button variant="default" onClick={onBack}>
            返回
          </Button>
        </Group>
      </Stack>
    )
  }
  return (
    <Stack gap="md">
      <AccessForm
        backup={backup}
        dataDir={dataDir}
        busy={running}
        error={job.error}
        onDataDir={setDataDir}
        onBack={() => void leave()}
        onSubmit={(given) => {
          setAccess(given)
          void job.start({ path: backup.path, access: given, ...(dataDir && { dataDir }) })
        }}
      />
      {job.status === 'cancelled' && <Text c="dimmed">已取消，没有改动任何数据。</Text>}
      {running && <JobProgress job={job} />}
    </Stack>
  )
}
