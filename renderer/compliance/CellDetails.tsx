import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { resultMark } from '@shared/domain/cadence/ledger-words'
import type { Duty } from '@shared/domain/cadence/rules'
import { majorChangeLabel } from '@shared/domain/cadence/vocabulary'
import { contactKindLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { RecordContact } from '../contacts/RecordContact'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'

/** One month of one person. */
export interface ChosenCell {
  recipientId: number
  name: string
  month: number
}

interface CellDetailsProps {
  cell: ChosenCell
  year: number
  duty: Duty | undefined
  onMonth: (month: number) => void
}

type Entry = OutputOf<'compliance.cell'>[number]

/** What stands behind a cell: each window, and the contacts that count in it. */
export function CellDetails({ cell, year, duty, onMonth }: CellDetailsProps): React.ReactElement {
  const { recipientId, name, month } = cell
  const entries = useQueryOp('compliance.cell', { recipientId, year, month, duty })
  const [recording, setRecording] = useState(false)
  const mayWrite = useMay('contacts.write')
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={month === 1}
          onClick={() => onMonth(month - 1)}
        >
          ‹ 上月
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={month === 12}
          onClick={() => onMonth(month + 1)}
        >
          下月 ›
        </Button>
        {mayWrite && (
          <Button size="compact-sm" onClick={() => setRecording(true)}>
            补登走访
          </Button>
        )}
      </Group>
      {entries.error && <ErrorPanel error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data?.length === 0 && <Text c="dimmed">这个月没有到期的任务。</Text>}
      {entries.data?.map((entry) => (
        <EntryDetails key={`${entry.duty} ${entry.period} ${entry.from}`} entry={entry} />
      ))}
      <Anchor component={Link} href={`/recipients/${recipientId}?tab=contacts`} size="sm">
        打开档案
      </Anchor>
      {recording && (
        <RecordContact people={[{ id: recipientId, name }]} onClose={() => setRecording(false)} />
      )}
    </Stack>
  )
}

function EntryDetails({ entry }: { entry: Entry }): React.ReactElement {
  const { shape, word } = resultMark[entry.result]
  return (
    <Stack gap={2}>
      <Text fw={600}>
        {dutyLabel[entry.duty]}　{shape} {word}　{entry.done}/{entry.needed}
      </Text>
      <Text size="xs" c="dimmed">
        {entry.change && `${formatDay(entry.change.date)} ${majorChangeLabel[entry.change.kind]}　`}
        {entry.from} 至 {entry.to}
        {entry.exemptDays > 0 && `　豁免 ${entry.exemptDays} 天`}
      </Text>
      {entry.contacts.map(({ id, kind, date, who, lateDays }) => (
        <Text key={id} size="sm">
          {formatDay(date)}　{contactKindLabel[kind]}　{who ?? ''}
          {lateDays !== null && lateDays > 0 && (
            <Text component="span" size="sm" c="dimmed">
              　补登（晚 {lateDays} 天）
            </Text>
          )}
        </Text>
      ))}
      {entry.contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          没有计入的走访
        </Text>
      )}
    </Stack>
  )
}
