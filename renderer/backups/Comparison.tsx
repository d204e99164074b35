import { Alert, Stack, Table, Text } from '@mantine/core'
import { entityLabel } from '@shared/domain/entity-labels'
import type { OutputOf } from '../api'
import { formatCount, formatInstant } from '../shell/format'

type Restored = OutputOf<'backups.restore'>

interface Line {
  word: string
  backup: string
  present: string | null
  differs: boolean
}

/** What the backup holds against what stands here now; tables that differ are named. */
export function Comparison({ restored }: { restored: Restored }): React.ReactElement {
  const { present, presentState, missingAttachments } = restored
  const lines = linesOf(restored)
  const older =
    present?.lastChangeAt && (restored.restored.lastChangeAt ?? '') < present.lastChangeAt
  return (
    <Stack gap="md">
      {presentState === 'absent' && (
        <Text>备份完好，已经解开。本机还没有数据，确认后就用这一份。</Text>
      )}
      {presentState === 'open' && (
        <Text>
          备份完好，已解开在旁边的新文件夹里，现有数据还没有动。换过去后，原来的文件夹整个改名留着，不会删除。
        </Text>
      )}
      {presentState === 'unreadable' && (
        <Alert color="dusk" variant="light">
          现有数据用这个密码（或恢复单）打不开，没法对比。换过去后，原来的文件夹整个改名留着，不会删除。
        </Alert>
      )}
      {older && (
        <Alert color="cinnabar" variant="light" role="alert">
          ▲ 现有数据比备份新：{formatInstant(present.lastChangeAt!)}{' '}
          还改过。换过去以后，备份之后录入的都看不到了。
        </Alert>
      )}
      {missingAttachments > 0 && (
        <Alert color="dusk" variant="light">
          ▲ 有 {missingAttachments} 个附件（照片、扫描件）没有找到，档案和记录都在。
        </Alert>
      )}
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>内容</Table.Th>
            <Table.Th ta="end">备份里</Table.Th>
            {present && <Table.Th ta="end">现有</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ word, backup, present: here, differs }) => (
            <Table.Tr key={word}>
              <Table.Td>{word}</Table.Td>
              <Table.Td ta="end" className="figures">
                {backup}
              </Table.Td>
              {present && (
                <Table.Td ta="end" className="figures" fw={differs ? 600 : undefined}>
                  {differs && '≠ '}
                  {here}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

function linesOf({ madeAt, restored, present }: Restored): Line[] {
  const moment = (instant: string | null | undefined): string =>
    instant ? formatInstant(instant) : '—'
  const line = (word: string, backup: number, here: number | undefined): Line => ({
    word,
    backup: formatCount(backup),
    present: formatCount(here ?? 0),
    differs: present !== null && backup !== (here ?? 0),
  })
  const tables = new Set([...Object.keys(restored.counts), ...Object.keys(present?.counts ?? {})])
  const others = [...tables]
    .filter((table) => table !== 'recipient' && table !== 'contact')
    .map((table) =>
      line(entityLabel[table] ?? table, restored.counts[table] ?? 0, present?.counts[table]),
    )
    .filter(({ differs }) => differs)
  return [
    { word: '做备份的时间', backup: moment(madeAt), present: '', differs: false },
    {
      word: '最后一次改动',
      backup: moment(restored.lastChangeAt),
      present: moment(present?.lastChangeAt),
      differs: present !== null && restored.lastChangeAt !== present.lastChangeAt,
    },
    line('关爱对象档案', restored.people, present?.people),
    line('走访联系', restored.contacts, present?.contacts),
    ...others,
  ]
}
