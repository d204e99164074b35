import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import {
  attendeeKindLabel,
  presenceLabel,
  type AttendeeKind,
  type Presence,
} from '@shared/domain/meetings/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { choices } from '../ledgers/CaseFilters'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone, tellFailure } from '../shell/notify'
import classes from './meetings.module.css'

type Meeting = OutputOf<'meetings.file'>
type Attendee = Meeting['attendance'][number]

/** 参会: who was called and who came; the minutes name them. */
export function AttendanceEditor(props: {
  meeting: Meeting
  editable: boolean
}): React.ReactElement {
  const { meeting, editable } = props
  const [edited, setEdited] = useState<Attendee[] | null>(null)
  const save = useCommandOp('meetings.saveAttendance')
  const people = edited ?? meeting.attendance
  const change = (at: number, patch: Partial<Attendee>): void =>
    setEdited(people.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  const store = async (): Promise<void> => {
    const attendance = people.filter(({ name }) => name.trim())
    try {
      await save.mutateAsync({ id: meeting.id, revision: meeting.revision, attendance })
      setEdited(null)
      tellDone('参会情况已保存')
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <section aria-label="参会">
      {people.length === 0 && (
        <Text c="dimmed">
          还没有参会人员。领导小组成员在“设置 → 组织与计划”里登记后会自动列入。
        </Text>
      )}
      {people.map((one, at) => (
        <div key={at} className={classes.attendee}>
          <NativeSelect
            aria-label={`来自 ${at + 1}`}
            data={choices(attendeeKindLabel)}
            value={one.kind}
            disabled={!editable}
            onChange={(event) => change(at, { kind: event.currentTarget.value as AttendeeKind })}
          />
          <TextInput
            aria-label={`姓名 ${at + 1}`}
            placeholder="姓名"
            value={one.name}
            readOnly={!editable}
            onChange={(event) => change(at, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`单位及职务 ${at + 1}`}
            placeholder="单位及职务"
            value={one.unit ?? ''}
            readOnly={!editable}
            onChange={(event) => change(at, { unit: event.currentTarget.value || null })}
          />
          <NativeSelect
            aria-label={`参会情况 ${at + 1}`}
            data={choices(presenceLabel)}
            value={one.presence}
            disabled={!editable}
            onChange={(event) => change(at, { presence: event.currentTarget.value as Presence })}
          />
          {editable && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`去掉第 ${at + 1} 人`}
              onClick={() => setEdited(people.filter((_, index) => index !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {editable && (
        <Group gap="xs" mt="sm">
          <Button
            variant="subtle"
            px={8}
            leftSection={<IconPlus size={16} />}
            onClick={() =>
              setEdited([...people, { kind: 'guest', name: '', unit: null, presence: 'invited' }])
            }
          >
            加一人
          </Button>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => setEdited(people.map((one) => ({ ...one, presence: 'present' })))}
          >
            全部到会
          </Button>
        </Group>
      )}
      {edited && (
        <SaveBar
          label="保存参会情况"
          onSave={() => void store()}
          onCancel={() => setEdited(null)}
          saving={save.isPending}
        />
      )}
    </section>
  )
}
