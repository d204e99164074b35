import {
  Alert,
  Button,
  Group,
  Menu,
  Modal,
  NumberInput,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { backupCauseLabel } from '@shared/domain/backups/vocabulary'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { host } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormDialog } from '../shell/form/FormDialog'
import { FormSection } from '../shell/form/FormSection'
import { formatBytes, formatInstant } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { RestoreFlow } from './RestoreFlow'

type Overview = OutputOf<'backups.list'>

/** 备份: what there is, one more, a copy on a stick, the way back, and the monthly drill. */
export function BackupsSection(): React.ReactElement {
  const { data, error } = useQueryOp('backups.list', {})
  const mayTake = useMay('backups.take')
  const backUp = useJob('vault.backUp')
  const outside = useJob('backups.toFolder')
  const [dialog, setDialog] = useState<'outside' | 'restore' | null>(null)
  const busy = backUp.status === 'running' || outside.status === 'running'

  const toStick = async (): Promise<void> => {
    if (!host.canPickFolder) return setDialog('outside')
    const folder = await host.pickFolder('备份到哪里（U盘或移动硬盘）')
    if (folder) await outside.start({ folder })
  }
  if (error) return <ErrorPanel error={error} />
  if (!data) return <span />
  return (
    <Stack gap="lg">
      <Group>
        <Button disabled={busy} onClick={() => void backUp.start({})}>
          立即备份
        </Button>
        {mayTake && (
          <Button variant="default" disabled={busy} onClick={() => void toStick()}>
            备份到U盘
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={() => setDialog('restore')}>
          恢复…
        </Button>
      </Group>
      <JobProgress job={backUp} />
      <JobProgress job={outside} />
      {backUp.result && (
        <Text role="status">✓ 已备份并回读核对（{formatBytes(backUp.result.bytes)}）</Text>
      )}
      {outside.result && (
        <Text role="status">
          ✓ 已备份到 {outside.result.path}（{formatBytes(outside.result.bytes)}），可以拔出U盘
        </Text>
      )}
      <Standing overview={data} />
      <LocalBackups overview={data} />
      <Drill overview={data} />
      <Frequency overview={data} />
      {dialog === 'outside' && (
        <OutsideDialog
          last={data.outside?.path ?? null}
          start={(folder) => outside.start({ folder })}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'restore' && <RestoreDialog onClose={() => setDialog(null)} />}
    </Stack>
  )
}

/** What asks for attention, and where this vault comes from. */
function Standing({ overview }: { overview: Overview }) {
  const { outside, outsideAgo, outsideDue, trouble, restored } = overview
  return (
    <Stack gap="xs">
      {trouble && (
        <Alert color="cinnabar" variant="light" role="alert">
          ▲ 自动备份没有做成：{trouble}
        </Alert>
      )}
      <Text c={outsideDue ? 'cinnabar' : undefined}>
        {outsideDue && '▲ '}
        {outside
          ? `最近一次备份到U盘：${outsideAgo === 0 ? '今天' : `${outsideAgo} 天前`}（${outside.path}）`
          : '还没有备份到U盘。电脑坏了或被偷，只有U盘上的备份能救回资料。'}
      </Text>
      {restored && (
        <Text size="sm" c="dimmed">
          现在的数据是 {formatInstant(restored.at)} 从 {formatInstant(restored.from)} 的备份恢复的。
        </Text>
      )}
    </Stack>
  )
}

function LocalBackups({ overview: { backups, unreadable, folder } }: { overview: Overview }) {
  return (
    <FormSection
      title="本机的备份"
      note={`在 ${folder}；当天的都留，一个月内每天留一份，两年内每月留一份`}
    >
      <Table verticalSpacing={6} style={{ gridColumn: '1 / -1' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>做于</Table.Th>
            <Table.Th>来由</Table.Th>
            <Table.Th ta="end">大小</Table.Th>
            <Table.Th>核对</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.length === 0 && (
            <Table.Tr>
              <Table.Td colSpan={5} c="dimmed">
                还没有备份。程序打开一分钟后会自动做一份，也可以现在按“立即备份”。
              </Table.Td>
            </Table.Tr>
          )}
          {backups.map((backup) => (
            <BackupRow key={backup.fileName} backup={backup} />
          ))}
          {unreadable.map(({ fileName, problem }) => (
            <Table.Tr key={fileName}>
              <Table.Td colSpan={5} c="cinnabar">
                ▲ {fileName}：{problem}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </FormSection>
  )
}

function BackupRow({ backup }: { backup: Overview['backups'][number] }) {
  const { fileName, madeAt, cause, bytes, verifiedAt } = backup
  const verify = useJob('backups.verify')
  const problem = verify.result?.problem
  return (
    <Table.Tr>
      <Table.Td className="figures">{formatInstant(madeAt)}</Table.Td>
      <Table.Td>{backupCauseLabel[cause]}</Table.Td>
      <Table.Td ta="end" className="figures">
        {formatBytes(bytes)}
      </Table.Td>
      <Table.Td c={problem ? 'cinnabar' : undefined}>
        {problem
          ? `▲ ${problem}`
          : verifiedAt
            ? `✓ ${formatInstant(verifiedAt)} 打开核对过`
            : '▲ 没有通过核对'}
      </Table.Td>
      <Table.Td ta="end">
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              loading={verify.status === 'running'}
              aria-label={`${fileName} 更多`}
            >
              更多
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void verify.start({ fileName })}>再核对一遍</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}

function Drill({ overview: { drill } }: { overview: Overview }) {
  const job = useJob('backups.drill')
  const mayTake = useMay('backups.take')
  return (
    <FormSection title="恢复演练" note="每月自动把最近一份备份真恢复一次，看完就清掉">
      <Stack gap="xs" style={{ gridColumn: '1 / -1' }}>
        {drill ? (
          <>
            <Text fw={600} c={drill.ok ? undefined : 'cinnabar'}>
              {drill.ok ? '✓ 恢复得出来' : '▲ 有问题'}（{formatInstant(drill.at)}
              {drill.fileName && `，${drill.fileName}`}）
            </Text>
            {drill.lines.map((line) => (
              <Text size="sm" key={line}>
                · {line}
              </Text>
            ))}
          </>
        ) : (
          <Text c="dimmed">还没有演练过。</Text>
        )}
        <JobProgress job={job} />
        {mayTake && job.status !== 'running' && (
          <Group>
            <Button variant="default" onClick={() => void job.start({})}>
              现在演练一次
            </Button>
          </Group>
        )}
      </Stack>
    </FormSection>
  )
}

function Frequency({ overview: { settings } }: { overview: Overview }) {
  const save = useCommandOp('backups.saveSettings')
  const mayAdmin = useMay('vault.admin')
  const change = (patch: Partial<Overview['settings']>): void =>
    save.mutate(
      { ...settings, ...patch },
      { onSuccess: () => tellDone('已保存'), onError: tellFailure },
    )
  const fields = [
    { key: 'everyHours', label: '工作几小时后再自动备份', max: 24 },
    { key: 'outsideDays', label: '几天没有备份到U盘就提醒', max: 90 },
  ] as const
  return (
    <FormSection title="多久一次">
      {fields.map(({ key, label, max }) => (
        <NumberInput
          key={`${key} ${settings[key]}`}
          label={label}
          defaultValue={settings[key]}
          min={1}
          max={max}
          clampBehavior="strict"
          disabled={!mayAdmin}
          onBlur={(event) => {
            const value = Number(event.currentTarget.value)
            if (value && value !== settings[key]) change({ [key]: value })
          }}
        />
      ))}
    </FormSection>
  )
}

interface OutsideDialogProps {
  last: string | null
  start: (folder: string) => Promise<void>
  onClose: () => void
}

/** Where no dialog of the machine can be shown: the folder is typed. */
function OutsideDialog({ last, start, onClose }: OutsideDialogProps) {
  const form = useForm({ initialValues: { folder: last?.replace(/[\\/][^\\/]*$/, '') ?? '' } })
  const save = async (): Promise<string> => {
    await start(form.values.folder.trim())
    return '已开始备份'
  }
  return (
    <FormDialog
      title="备份到U盘"
      form={form}
      label="备份"
      saving={false}
      save={save}
      onClose={onClose}
    >
      <TextInput
        label="U盘或移动硬盘上的文件夹"
        placeholder="如 E:\桑榆备份"
        required
        data-autofocus
        spellCheck={false}
        {...form.getInputProps('folder')}
      />
    </FormDialog>
  )
}

function RestoreDialog({ onClose }: { onClose: () => void }) {
  const status = useQueryOp('vault.status', {})
  return (
    <Modal opened onClose={onClose} title="从备份恢复" size="xl" closeOnEscape={false}>
      <RestoreFlow
        dataDir={status.data?.dataDir ?? null}
        onBack={onClose}
        onTaken={() => {
          // The vault is locked now: the lock screen of the restored one follows.
          void status.refetch()
        }}
      />
    </Modal>
  )
}
