import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { activityMachine, wasHeld } from '@shared/domain/activities/machine'
import { activityRoleLabel } from '@shared/domain/activities/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { InviteDialog } from './InviteDialog'

type Person = OutputOf<'activities.people'>[number]

const columns: Column<Person>[] = [
  { key: 'name', title: '姓名', text: (row) => row.name, width: 90, whole: true },
  { key: 'role', title: '身份', text: (row) => activityRoleLabel[row.role], width: 90 },
  {
    key: 'village',
    title: '村组或单位',
    text: (row) => [row.villageName, row.villageGroupName, row.unit].filter(Boolean).join(''),
    sortBy: (row) => row.villageName ?? row.unit,
    width: 130,
    grow: 1,
  },
  { key: 'reason', title: '为什么邀请', text: (row) => row.reason ?? '', width: 150, grow: 2 },
  {
    key: 'present',
    title: '到场',
    text: (row) => (row.present === null ? '' : row.present ? '✓ 到场' : '○ 未到'),
    width: 80,
  },
]

interface PeopleTabProps {
  file: OutputOf<'activities.file'>
  mayWrite: boolean
}

/**
 * 名单: who is invited, and once it was held, who came: the box of a row is then its tick, so that
 * arrows and Space go down the sign-in sheet.
 */
export function PeopleTab({ file, mayWrite }: PeopleTabProps): React.ReactElement {
  const { id } = file
  const people = useQueryOp('activities.people', { id })
  const attend = useCommandOp('activities.attend')
  const remove = useCommandOp('activities.removePeople')
  const canTick = mayWrite && wasHeld(file.state)
  const [choice, setMode] = useState<'tick' | 'pick' | null>(null)
  const mode = choice ?? (canTick ? 'tick' : 'pick')
  const [picked, setPicked] = useState<ReadonlySet<RowKey>>(new Set())
  const [inviting, setInviting] = useState(false)
  const present = useMemo(
    () => new Set<RowKey>((people.data ?? []).filter((one) => one.present).map((one) => one.id)),
    [people.data],
  )
  const tick = (next: ReadonlySet<RowKey>): void => {
    const send = (personIds: RowKey[], isPresent: boolean): void => {
      if (personIds.length === 0) return
      const input = { id, personIds: personIds as number[], present: isPresent }
      attend.mutateAsync(input).catch(tellFailure)
    }
    send(
      [...next].filter((key) => !present.has(key)),
      true,
    )
    send(
      [...present].filter((key) => !next.has(key)),
      false,
    )
  }
  const askToRemove = (): void =>
    askReason({
      title: `把 ${picked.size} 人移出名单`,
      lead: '移出后不再算邀请，变更记录里仍可查到。',
      label: '移出',
      onSubmit: async (reason) => {
        await remove.mutateAsync({ id, personIds: [...picked] as number[], reason })
        setPicked(new Set())
        tellDone('已移出名单')
      },
    })
  const mayInvite = mayWrite && activityMachine.states[file.state].open
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: '22rem' }}>
      <Group gap="sm">
        {canTick && (
          <SegmentedControl
            value={mode}
            onChange={(value) => setMode(value as 'tick' | 'pick')}
            transitionDuration={0}
            aria-label="名单用来"
            data={[
              { value: 'tick', label: '勾到场' },
              { value: 'pick', label: '选人' },
            ]}
          />
        )}
        <span>
          {mode === 'tick' ? '↑↓ 移动，空格勾到场，Ctrl+A 全部到场。' : ''}
          邀请 {file.invited} 人，到场 {file.present} 人
        </span>
        <Group gap="xs" ml="auto">
          {mode === 'pick' && picked.size > 0 && mayInvite && (
            <Button variant="default" onClick={askToRemove}>
              移出选中的 {picked.size} 人
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => navigate(`/print/activities/${id}/sign-in`)}
            disabled={(people.data ?? []).length === 0}
          >
            打印签到表
          </Button>
          {mayInvite && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => setInviting(true)}
            >
              加人
            </Button>
          )}
        </Group>
      </Group>
      <DataTable
        label="活动名单"
        columns={columns}
        rows={people.data}
        rowKey={(row) => row.id}
        selection={
          mode === 'tick'
            ? { selected: present, onChange: tick }
            : mayWrite
              ? { selected: picked, onChange: setPicked }
              : undefined
        }
        onOpen={(row) => row.recipientId !== null && navigate(`/recipients/${row.recipientId}`)}
        error={people.error ?? undefined}
        onRetry={() => void people.refetch()}
        empty={{
          title: '名单上还没有人',
          hint: '可以按条件一次请一批，也可以点名；志愿者和工作人员也记在这里。',
          action: mayInvite ? { label: '加人', onClick: () => setInviting(true) } : undefined,
        }}
      />
      {inviting && <InviteDialog activity={file} onClose={() => setInviting(false)} />}
    </Stack>
  )
}
