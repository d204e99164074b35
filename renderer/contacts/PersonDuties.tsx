import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { majorChangeLabel } from '@shared/domain/cadence/vocabulary'
import { exemptionReasonLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { askReason } from '../shell/ask-reason'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay } from '../shell/session'
import { ExemptForm } from './ExemptForm'
import { MajorChangeForm } from './MajorChangeForm'
import type { ChosenPerson } from './PeoplePicker'

const shown = 6 // latest ones

/** What besides the contacts decides what one person is owed: exemptions and 重大变化. */
export function PersonDuties({ person }: { person: ChosenPerson }): React.ReactElement {
  const of = { recipientId: person.id }
  const exemptions = useQueryOp('exemptions.list', of)
  const changes = useQueryOp('majorChanges.list', of)
  const takeBack = useCommandOp('majorChanges.void')
  const mayWrite = useMay('contacts.write')
  const [open, setOpen] = useState<'exempt' | 'change' | null>(null)
  const close = (): void => setOpen(null)
  const undo = (id: number): void =>
    askReason({
      title: '撤销这条重大变化',
      lead: '撤销后不再因它要求探访；变更记录里仍查得到。',
      label: '撤销',
      onSubmit: async (reason) => {
        await takeBack.mutateAsync({ id, reason })
        tellDone('已撤销')
      },
    })
  return (
    <Group align="start" gap="xl" mb="sm" wrap="nowrap">
      <Stack gap={2} style={{ flex: 1 }}>
        <Group gap="xs">
          <Text fw={600}>豁免</Text>
          {mayWrite && (
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen('exempt')}>
              登记豁免
            </Button>
          )}
        </Group>
        {exemptions.data?.slice(0, shown).map((one) => (
          <Text key={one.id} size="sm" c={one.current ? undefined : 'dimmed'}>
            {one.current && '○ '}
            {formatDay(one.from)} 至{' '}
            {formatDay(one.to) || `另行通知（${formatDay(one.reviewOn)} 复核）`}　
            {exemptionReasonLabel[one.reason]}
            {one.note && `：${one.note}`}
          </Text>
        ))}
        {exemptions.data?.length === 0 && <Nothing />}
      </Stack>
      <Stack gap={2} style={{ flex: 1 }}>
        <Group gap="xs">
          <Text fw={600}>重大变化</Text>
          {mayWrite && (
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen('change')}>
              登记变化
            </Button>
          )}
        </Group>
        {changes.data?.slice(0, shown).map(({ id, date, kind, note }) => (
          <Group key={`${date} ${kind}`} gap="xs">
            <Text size="sm">
              {formatDay(date)}　{majorChangeLabel[kind]}
              {note && `：${note}`}
            </Text>
            {mayWrite && id !== null && (
              <Button size="compact-xs" variant="subtle" onClick={() => undo(id)}>
                撤销
              </Button>
            )}
          </Group>
        ))}
        {changes.data?.length === 0 && <Nothing />}
      </Stack>
      {open === 'exempt' && <ExemptForm person={person} onClose={close} />}
      {open === 'change' && <MajorChangeForm person={person} onClose={close} />}
    </Group>
  )
}

function Nothing(): React.ReactElement {
  return (
    <Text size="sm" c="dimmed">
      没有
    </Text>
  )
}
