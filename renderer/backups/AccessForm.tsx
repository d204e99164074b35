import {
  Alert,
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useQueryOp, type CallError } from '../api'
import { host } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatInstant } from '../shell/format'
import type { Backup } from './FindBackup'
import type { Access } from './RestoreFlow'

interface AccessFormProps {
  backup: Backup
  dataDir: string | null
  busy: boolean
  error: CallError | undefined
  onDataDir: (folder: string) => void
  onBack: () => void
  onSubmit: (access: Access) => void
}

/** Who may open the backup: an operator of that day by password, or both halves of the sheet. */
export function AccessForm(props: AccessFormProps): React.ReactElement {
  const { backup, dataDir, busy, error, onDataDir, onBack, onSubmit } = props
  const operators = useQueryOp('backups.operators', { path: backup.path })
  const [by, setBy] = useState<Access['by']>('password')
  const [chosen, setChosen] = useState<number | null>(null)
  const [password, setPassword] = useState('')
  const [firstHalf, setFirstHalf] = useState('')
  const [secondHalf, setSecondHalf] = useState('')
  const operatorId = chosen ?? operators.data?.[0]?.id
  const ready =
    dataDir !== null &&
    (by === 'password'
      ? password !== '' && operatorId !== undefined
      : firstHalf.trim() !== '' && secondHalf.trim() !== '')
  const fields = error?.fields ?? {}

  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (!ready || busy) return
    onSubmit(
      by === 'password' ? { by, operatorId: operatorId!, password } : { by, firstHalf, secondHalf },
    )
  }
  const pick = async (): Promise<void> => {
    const folder = await host.pickDataDir()
    if (folder) onDataDir(folder)
  }

  if (operators.error) return <ErrorPanel error={operators.error} title="这份备份不能用" />
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>
          {backup.centreName}，{formatInstant(backup.madeAt)}{' '}
          的备份。用做备份那天的密码或恢复单打开。
        </Text>
        <SegmentedControl
          value={by}
          onChange={(value) => setBy(value as Access['by'])}
          transitionDuration={0}
          data={[
            { value: 'password', label: '用密码' },
            { value: 'recovery', label: '用恢复单' },
          ]}
        />
        {by === 'password' ? (
          <>
            <Select
              label="经办人"
              data={(operators.data ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
              value={operatorId === undefined ? null : String(operatorId)}
              onChange={(id) => setChosen(Number(id))}
            />
            <PasswordInput
              label="密码"
              value={password}
              autoFocus
              autoComplete="current-password"
              readOnly={busy}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={fields['password']}
            />
          </>
        ) : (
          <>
            <TextInput
              label="甲联恢复码"
              description="七组，每组四位；大小写、横线和空格都不要紧"
              value={firstHalf}
              autoFocus
              spellCheck={false}
              onChange={(event) => setFirstHalf(event.currentTarget.value)}
              error={fields['firstHalf']}
            />
            <TextInput
              label="乙联恢复码"
              value={secondHalf}
              spellCheck={false}
              onChange={(event) => setSecondHalf(event.currentTarget.value)}
              error={fields['secondHalf']}
            />
          </>
        )}
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            恢复到：{dataDir ?? '还没有选文件夹'}
          </Text>
          {host.canPickFolder && dataDir === null && (
            <Button variant="default" size="xs" onClick={() => void pick()}>
              选择文件夹
            </Button>
          )}
        </Group>
        {error && !fields['password'] && (
          <Alert color="cinnabar" variant="light" role="alert">
            {error.message}
          </Alert>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            返回
          </Button>
          <Button type="submit" loading={busy} disabled={!ready}>
            解开并对比
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
