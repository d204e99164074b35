import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { backupCauseLabel } from '@shared/domain/backups/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { host } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatBytes, formatInstant } from '../shell/format'

export type Backup = OutputOf<'backups.find'>['backups'][number]

/** The backups beside the vault or in a folder the clerk names. */
export function FindBackup({ onChoose }: { onChoose: (backup: Backup) => void }) {
  const [typed, setTyped] = useState('')
  const [folder, setFolder] = useState<string | undefined>()
  const found = useQueryOp('backups.find', folder ? { folder } : {})
  const pick = async (): Promise<void> => {
    const picked = await host.pickFolder('备份在哪个文件夹')
    if (picked) {
      setTyped(picked)
      setFolder(picked)
    }
  }
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setFolder(typed.trim() || undefined)
        }}
      >
        <Group align="end" wrap="nowrap">
          <TextInput
            label="备份所在的文件夹"
            description="插好U盘，写出或选择存放备份的文件夹；不写就列出本机自己做的备份"
            placeholder="如 E:\桑榆备份"
            style={{ flex: 1 }}
            value={typed}
            autoFocus
            spellCheck={false}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {host.canPickFolder && (
            <Button variant="default" onClick={() => void pick()}>
              选择文件夹
            </Button>
          )}
          <Button type="submit" variant="default">
            查找备份
          </Button>
        </Group>
      </form>
      {found.error ? (
        <ErrorPanel error={found.error} />
      ) : (
        found.data && <BackupTable found={found.data} onChoose={onChoose} />
      )}
    </Stack>
  )
}

interface BackupTableProps {
  found: OutputOf<'backups.find'>
  onChoose: (backup: Backup) => void
}

function BackupTable({ found, onChoose }: BackupTableProps) {
  const { folder, backups, unreadable } = found
  if (backups.length + unreadable.length === 0) {
    return (
      <Text c="dimmed" role="status">
        {folder ? '这个文件夹里没有桑榆的备份（以 .sybak 结尾的文件）。' : '本机还没有备份。'}
      </Text>
    )
  }
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>做于</Table.Th>
          <Table.Th>单位</Table.Th>
          <Table.Th>来由</Table.Th>
          <Table.Th ta="end">大小</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((backup) => (
          <Table.Tr key={backup.path}>
            <Table.Td className="figures">{formatInstant(backup.madeAt)}</Table.Td>
            <Table.Td>{backup.centreName}</Table.Td>
            <Table.Td>{backupCauseLabel[backup.cause]}</Table.Td>
            <Table.Td ta="end" className="figures">
              {formatBytes(backup.bytes)}
            </Table.Td>
            <Table.Td ta="end">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`恢复 ${backup.fileName}`}
                onClick={() => onChoose(backup)}
              >
                恢复这一份
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
        {unreadable.map(({ path, fileName, problem }) => (
          <Table.Tr key={path}>
            <Table.Td colSpan={5}>
              ▲ {fileName}：{problem}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
