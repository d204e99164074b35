import { Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { teamRoleLabel } from '@shared/domain/pairings/vocabulary'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ContactList } from '../contacts/ContactList'
import type { ChosenPerson } from '../contacts/PeoplePicker'
import { RecordContact } from '../contacts/RecordContact'
import { markOf } from '../contacts/standing-words'
import { FeedbackList } from '../feedback/FeedbackList'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { UndoLast } from '../shell/UndoLast'
import { Caseload } from './Caseload'
import { HelperForm } from './HelperForm'
import { LeaveForm } from './LeaveForm'
import { PairingForm } from './PairingForm'
import { PromiseForm } from './PromiseForm'
import { pairingActs } from './pairing-acts'
import { modeWords, promiseWords } from './promise-words'

type HelperFile = OutputOf<'helpers.file'>
type PairingRow = HelperFile['pairings'][number]

const pairingColumns: Column<PairingRow>[] = [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.recipientName,
    width: 84,
    whole: true,
  },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    width: 110,
  },
  {
    key: 'state',
    title: '联系情况',
    cell: (row) => {
      if (row.recipientStatus !== 'active') return recipientStatusLabel[row.recipientStatus]
      const mark = row.state && markOf(row.state)
      return mark ? <StateMark state={mark} /> : ''
    },
    width: 100,
  },
  {
    key: 'mode',
    title: '方式',
    text: modeWords,
    width: 92,
    whole: true,
  },
  { key: 'from', title: '开始', text: (row) => formatDay(row.from), width: 112 },
  { key: 'to', title: '结束', text: (row) => formatDay(row.to), width: 112 },
  {
    key: 'reason',
    title: '承诺 / 变更原因',
    text: (row) => [row.endReason ?? promiseWords(row), row.beginReason].filter(Boolean).join('；'),
    width: 160,
    grow: 1,
  },
]

type Membership = HelperFile['teams'][number]

const teamColumns: Column<Membership>[] = [
  { key: 'team', title: '队伍', text: (row) => row.teamName, whole: true, grow: 1 },
  { key: 'role', title: '职务', text: (row) => teamRoleLabel[row.role], width: 90 },
  { key: 'from', title: '加入', text: (row) => formatDay(row.from), width: 120 },
  { key: 'to', title: '退出', text: (row) => formatDay(row.to), width: 120 },
]

/** One helper: who is helped, what was done, and the ways in and out of service. */
export function HelperPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const file = useQueryOp('helpers.file', { id })
  if (file.error) {
    return (
      <Page title="帮扶人" parent="/helpers">
        <ErrorPanel error={file.error} onRetry={() => void file.refetch()} />
      </Page>
    )
  }
  if (!file.data || file.data.id !== id) {
    return (
      <Page title="帮扶人" parent="/helpers">
        <span />
      </Page>
    )
  }
  return <HelperFilePage helper={file.data} />
}

function HelperFilePage({ helper }: { helper: HelperFile }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('helpers.write')
  const mayRecord = useMay('contacts.write')
  const [list, setList] = useListState({ tab: 'people' })
  const [selected, setSelected] = useState<Set<string | number>>(new Set())
  const [open, setOpen] = useState<'edit' | 'pair' | 'leave' | 'record' | 'promise' | null>(null)
  const [left, setLeft] = useState<ChosenPerson[] | null>(null)
  const endPairings = useCommandOp('pairings.end')
  const rejoin = useCommandOp('helpers.rejoin')

  const serves = helper.to === null || helper.to >= today
  const current = helper.pairings.filter((row) => row.current)
  const chosen = current.filter(({ id }) => selected.has(id))

  const askToEnd = (): void =>
    askReason({
      title: `结束 ${chosen.length} 条结对`,
      lead: `${chosen.map(({ recipientName }) => recipientName).join('、')} 不再由 ${helper.name} 帮扶。结对记录保留。`,
      label: '结束结对',
      day: { label: '最后一天', initial: today },
      onSubmit: async (reason, on) => {
        await endPairings.mutateAsync({ ids: chosen.map(({ id }) => id), on, reason })
        setSelected(new Set())
        tellDone(`已结束 ${chosen.length} 条结对`)
      },
    })

  return (
    <Page
      title={helper.name}
      note={<HelperNote helper={helper} serves={serves} />}
      parent="/helpers"
      main={
        mayRecord && serves
          ? {
              label: chosen.length > 0 ? `给选中的 ${chosen.length} 人记走访` : '记走访',
              icon: <IconPlus size={18} />,
              onClick: () => setOpen('record'),
            }
          : undefined
      }
      actions={
        mayWrite && (
          <Group gap="xs">
            <UndoLast acts={pairingActs} />
            {chosen.length === 1 && (
              <Button variant="default" onClick={() => setOpen('promise')}>
                改承诺
              </Button>
            )}
            {mayRecord && (
              <Button
                variant="default"
                onClick={() => navigate(`/visit-entry?helper=${helper.id}`)}
              >
                录入走访单
              </Button>
            )}
            {chosen.length > 0 && (
              <Button variant="default" onClick={askToEnd}>
                结束结对…
              </Button>
            )}
            {serves && (
              <Button variant="default" onClick={() => setOpen('pair')}>
                结对
              </Button>
            )}
            <Button variant="default" onClick={() => setOpen('edit')}>
              修改资料
            </Button>
            {serves ? (
              <Button variant="default" onClick={() => setOpen('leave')}>
                离任…
              </Button>
            ) : (
              <Button
                variant="default"
                onClick={() =>
                  rejoin.mutate(
                    { id: helper.id, on: today },
                    {
                      onSuccess: () => tellDone(`${helper.name} 已恢复帮扶`),
                      onError: tellFailure,
                    },
                  )
                }
              >
                恢复帮扶
              </Button>
            )}
          </Group>
        )
      }
      filters={
        <SegmentedControl
          value={list.tab}
          onChange={(tab) => setList({ tab })}
          transitionDuration={0}
          data={[
            { value: 'people', label: `帮扶对象 ${current.length}` },
            { value: 'records', label: '走访记录' },
            {
              value: 'teams',
              label: `队伍 ${helper.teams.filter(({ to }) => to === null).length}`,
            },
            { value: 'feedback', label: '反馈' },
          ]}
        />
      }
      fill
    >
      {list.tab === 'people' && (
        <DataTable
          label="结对"
          columns={pairingColumns}
          rows={helper.pairings}
          rowKey={(row) => row.id}
          rowState={(row) =>
            row.current
              ? row.state === 'overdue' || row.state === 'due'
                ? row.state
                : undefined
              : 'exempt'
          }
          onOpen={(row) => navigate(`/recipients/${row.recipientId}`)}
          selection={{ selected, onChange: setSelected }}
          empty={{
            title: '还没有帮扶对象',
            hint: '给他结对之后，这里列出每一位帮扶的老人和联系情况。',
            action:
              mayWrite && serves ? { label: '结对', onClick: () => setOpen('pair') } : undefined,
          }}
        />
      )}
      {list.tab === 'records' && (
        <ContactList
          filter={{ helperId: helper.id }}
          hide="helper"
          empty={{ title: '还没有走访记录' }}
        />
      )}
      {list.tab === 'teams' && (
        <DataTable
          label="队伍"
          columns={teamColumns}
          rows={helper.teams}
          rowKey={(row) => `${row.teamId} ${row.from}`}
          rowState={(row) => (row.to === null ? undefined : 'exempt')}
          onOpen={(row) => navigate(`/teams/${row.teamId}`)}
          empty={{ title: '没有加入队伍', hint: '在“结对帮扶 · 队伍”里打开一支队伍，加入队员。' }}
        />
      )}
      {list.tab === 'feedback' && <FeedbackList filter={{ helperId: helper.id }} hide="helper" />}
      {open === 'promise' && chosen[0] && (
        <PromiseForm
          pairing={chosen[0]}
          onClose={() => {
            setOpen(null)
            setSelected(new Set())
          }}
        />
      )}
      {open === 'edit' && <HelperForm helper={helper} onClose={() => setOpen(null)} />}
      {open === 'pair' && <PairingForm helperId={helper.id} onClose={() => setOpen(null)} />}
      {open === 'leave' && (
        <LeaveForm helper={helper} onClose={() => setOpen(null)} onLeft={setLeft} />
      )}
      {open === 'record' && (
        <RecordContact
          helperId={helper.id}
          people={(chosen.length > 0 ? chosen : []).map((row) => ({
            id: row.recipientId,
            name: row.recipientName,
          }))}
          onClose={() => setOpen(null)}
          onSaved={() => setSelected(new Set())}
        />
      )}
      {left && <PairingForm people={left} onClose={() => setLeft(null)} />}
    </Page>
  )
}

function HelperNote(props: { helper: HelperFile; serves: boolean }): React.ReactElement {
  const { helper, serves } = props
  const dictionaries = useDictionaries()
  const place = [helper.villageName, helper.villageGroupName].filter(Boolean).join('')
  const others = helper.servedVillages.map(({ name }) => name).join('、')
  const phones = helper.phones.map((phone, at) =>
    [helper.phoneLabels[at], phone].filter(Boolean).join(' '),
  )
  const { needed, done } = helper.thisMonth
  const words = [
    dictionaries.words('helperKind', helper.kind),
    helper.unit,
    helper.post,
    place,
    helper.address,
    others && `还服务${others}`,
    phones.join('、'),
  ]
  return (
    <>
      {words.filter(Boolean).join(' · ')}
      {serves && (
        <Tooltip label="本月按频次规则应联系的次数和已联系的次数，与工作台是同一个口径；豁免的不算。">
          <span style={{ marginLeft: 14 }}>
            <Caseload caseload={helper.caseload} capacity={helper.effectiveCapacity} />
            {needed > 0 && `　本月联系 ${done}/${needed}`}
          </span>
        </Tooltip>
      )}
      {!serves && (
        <Text component="span" fw={600} ml="sm">
          已于 {formatDay(helper.to)} 离任{helper.leftReason && `（${helper.leftReason}）`}
        </Text>
      )}
    </>
  )
}
