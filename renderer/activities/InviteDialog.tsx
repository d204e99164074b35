import { Button, Group, Modal, Select, Stack, Tabs, TagsInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Criterion } from '@shared/domain/criteria/criterion'
import { activityRoleLabel, type ActivityRole } from '@shared/domain/activities/vocabulary'
import { useCommandOp, useQueryOp, type InputOf, type OutputOf } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { CriteriaInput } from '../criteria/CriteriaInput'
import { HelperSelect } from '../helpers/HelperSelect'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { formatCount } from '../shell/format'
import { DictionarySelect } from '../shell/form/inputs'
import { tellDone, tellFailure } from '../shell/notify'

type Candidate = OutputOf<'activities.candidates'>[number]

interface InviteDialogProps {
  activity: { id: number; villageId: number | null }
  onClose: () => void
}

/** 加人: everybody who meets conditions, with the reason, or people by name. */
export function InviteDialog({ activity, onClose }: InviteDialogProps): React.ReactElement {
  const invite = useCommandOp('activities.invite')
  const submit = async (people: Omit<InputOf<'activities.invite'>, 'id'>): Promise<void> => {
    try {
      const { added, already } = await invite.mutateAsync({ id: activity.id, ...people })
      tellDone(`已加入 ${added} 人${already > 0 ? `，${already} 人本来就在名单上` : ''}`)
      onClose()
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="加人" size={900}>
      <Tabs defaultValue="conditions" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="conditions">按条件请一批</Tabs.Tab>
          <Tabs.Tab value="names">点名</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="conditions" pt="sm">
          <ByConditions activity={activity} saving={invite.isPending} onSubmit={submit} />
        </Tabs.Panel>
        <Tabs.Panel value="names" pt="sm">
          <ByName saving={invite.isPending} onSubmit={submit} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  )
}

const columns: Column<Candidate>[] = [
  { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 90, whole: true },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    sortBy: (row) => row.villageName,
    width: 120,
  },
  { key: 'why', title: '为什么', text: (row) => row.reasons.join('，'), width: 260, grow: 1 },
]

interface SubmitProps {
  saving: boolean
  onSubmit: (people: Omit<InputOf<'activities.invite'>, 'id'>) => Promise<void>
}

function ByConditions({
  activity,
  saving,
  onSubmit,
}: SubmitProps & Pick<InviteDialogProps, 'activity'>): React.ReactElement {
  const [criteria, setCriteria] = useState<Criterion[]>([{ kind: 'age', from: 80, upTo: null }])
  const [villageId, setVillage] = useState<number | null>(activity.villageId)
  const [left, setLeft] = useState<ReadonlySet<RowKey>>(new Set())
  const villages = useQueryOp('villages.list', {}).data ?? []
  const found = useQueryOp('activities.candidates', {
    id: activity.id,
    criteria,
    ...(villageId !== null && { villageId }),
  })
  const rows = found.data
  const chosen = useMemo(
    () => new Set<RowKey>((rows ?? []).map((row) => row.recipientId).filter((id) => !left.has(id))),
    [rows, left],
  )
  const people = (rows ?? [])
    .filter(({ recipientId }) => chosen.has(recipientId))
    .map(({ recipientId, reasons }) => ({
      recipientId,
      reason: reasons.join('，').slice(0, 200),
    }))
  return (
    <Stack gap="sm">
      <Select
        label="村（社区）"
        placeholder="全部"
        clearable
        searchable
        w={240}
        disabled={activity.villageId !== null}
        data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={villageId === null ? null : String(villageId)}
        onChange={(value) => setVillage(value === null ? null : Number(value))}
      />
      <CriteriaInput
        label="条件（都要符合）"
        empty="没有条件：在册的人都列出。"
        value={criteria}
        onChange={setCriteria}
      />
      <div style={{ height: '18rem', display: 'flex', flexDirection: 'column' }}>
        <DataTable
          label="可以邀请的人"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.recipientId}
          selection={{
            selected: chosen,
            onChange: (keys) =>
              setLeft(
                new Set((rows ?? []).map((row) => row.recipientId).filter((id) => !keys.has(id))),
              ),
          }}
          error={found.error ?? undefined}
          onRetry={() => void found.refetch()}
          empty={{
            title: '没有符合条件、又不在名单上的人',
            hint: '资料不全、判断不了的人不列在这里，可以点名加入。',
          }}
        />
      </div>
      <Group justify="flex-end">
        <Button
          loading={saving}
          disabled={people.length === 0}
          onClick={() => void onSubmit({ people })}
        >
          邀请这 {formatCount(people.length)} 人
        </Button>
      </Group>
    </Stack>
  )
}

function ByName({ saving, onSubmit }: SubmitProps): React.ReactElement {
  const [role, setRole] = useState<ActivityRole>('guest')
  const [people, setPeople] = useState<ChosenPerson[]>([])
  const [helperId, setHelper] = useState<number | null>(null)
  const [names, setNames] = useState<string[]>([])
  return (
    <Stack gap="sm">
      <DictionarySelect
        label="身份"
        required
        labels={activityRoleLabel}
        value={role}
        onChange={(next) => next && setRole(next)}
      />
      <PeoplePicker value={people} onChange={setPeople} required={false} autoFocus />
      <HelperSelect label="在册帮扶人" value={helperId} onChange={setHelper} />
      <TagsInput
        label="其他人"
        description="不在册的写姓名，回车写下一位"
        value={names}
        onChange={setNames}
        maxTags={200}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Group justify="flex-end">
        <Button
          loading={saving}
          disabled={people.length + names.length === 0 && helperId === null}
          onClick={() =>
            void onSubmit({
              role,
              people: people.map(({ id }) => ({ recipientId: id })),
              helperIds: helperId === null ? [] : [helperId],
              names,
            })
          }
        >
          加入名单
        </Button>
      </Group>
    </Stack>
  )
}
