import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { teamRoleLabel } from '@shared/domain/pairings/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { HelperExport } from '../helpers/HelperExport'
import { pairingActs } from '../helpers/pairing-acts'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import { MembersForm } from './MembersForm'
import { TeamForm } from './TeamForm'

type TeamFile = OutputOf<'teams.file'>
type Member = TeamFile['members'][number]

const columnsIn = (dictionaries: Dictionaries): Column<Member>[] => [
  {
    key: 'role',
    title: '职务',
    text: (row) => (row.current ? teamRoleLabel[row.role] : `原${teamRoleLabel[row.role]}`),
    width: 84,
  },
  { key: 'name', title: '姓名', text: (row) => row.helperName, width: 84, whole: true },
  {
    key: 'kind',
    title: '身份',
    text: (row) => dictionaries.words('helperKind', row.kind),
    width: 84,
  },
  {
    key: 'unit',
    title: '单位职务',
    text: (row) => [row.unit, row.post].filter(Boolean).join(' '),
    width: 160,
    grow: 2,
  },
  { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 110 },
  { key: 'phone', title: '电话', text: (row) => row.phones.join('、'), width: 130 },
  {
    key: 'caseload',
    title: '帮扶人数',
    text: (row) => String(row.caseload),
    width: 84,
    align: 'end',
  },
  { key: 'from', title: '加入', text: (row) => formatDay(row.from), width: 112 },
  {
    key: 'to',
    title: '退出',
    text: (row) => [formatDay(row.to), row.endReason].filter(Boolean).join(' '),
    width: 150,
    grow: 1,
  },
]

/** One team: who is in it in which role, and who was. */
export function TeamPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const file = useQueryOp('teams.file', { id })
  if (file.error || !file.data || file.data.id !== id) {
    return (
      <Page title="队伍" parent="/helpers?tab=teams">
        {file.error && <ErrorPanel error={file.error} onRetry={() => void file.refetch()} />}
      </Page>
    )
  }
  return <TeamFilePage key={id} team={file.data} />
}

function TeamFilePage({ team }: { team: TeamFile }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('helpers.write')
  const dictionaries = useDictionaries()
  const [selected, setSelected] = useState<Set<RowKey>>(new Set())
  const [open, setOpen] = useState<'edit' | 'members' | 'export' | null>(null)
  const setRole = useCommandOp('teams.setRole')
  const remove = useCommandOp('teams.removeMembers')
  const dissolve = useCommandOp('teams.dissolve')
  const stands = team.to === null
  const current = team.members.filter((member) => member.current)
  const chosen = current.filter(({ memberId }) => selected.has(memberId))
  const only = chosen.length === 1 ? chosen[0] : undefined

  const changeRole = ({ memberId, role, helperName }: Member): void => {
    const next = role === 'leader' ? 'member' : 'leader'
    setRole.mutate(
      { memberId, role: next, from: today },
      {
        onSuccess: () => {
          setSelected(new Set())
          tellDone(`${helperName} 从今天起是${teamRoleLabel[next]}`)
        },
        onError: tellFailure,
      },
    )
  }
  const askToRemove = (): void =>
    askReason({
      title: `${chosen.length} 人退出${team.name}`,
      lead: `${chosen.map(({ helperName }) => helperName).join('、')} 不再是队员。结对不受影响，在队的记录保留。`,
      label: '退出队伍',
      day: { label: '最后一天', initial: today },
      onSubmit: async (reason, on) => {
        await remove.mutateAsync({ memberIds: chosen.map(({ memberId }) => memberId), on, reason })
        setSelected(new Set())
        tellDone(`已退出 ${chosen.length} 人`)
      },
    })
  const askToDissolve = (): void =>
    askReason({
      title: `撤销${team.name}`,
      lead: `在队的 ${current.length} 人一并退出。结对不受影响，记录都保留。`,
      label: '撤销队伍',
      day: { label: '最后一天', initial: today },
      onSubmit: async (reason, on) => {
        await dissolve.mutateAsync({ id: team.id, on, reason })
        tellDone(`${team.name} 已撤销`)
      },
    })

  return (
    <Page
      title={team.name}
      note={[
        team.villageName ?? '全镇',
        team.purpose,
        stands ? null : `已于 ${formatDay(team.to)} 撤销（${team.endReason}）`,
      ]
        .filter(Boolean)
        .join(' · ')}
      parent="/helpers?tab=teams"
      main={
        mayWrite && stands
          ? {
              label: '加入队员',
              icon: <IconPlus size={18} />,
              onClick: () => setOpen('members'),
            }
          : undefined
      }
      actions={
        <>
          {mayWrite && <UndoLast acts={pairingActs} />}
          {mayWrite && only && (
            <Button variant="default" onClick={() => changeRole(only)}>
              {only.role === 'leader' ? '改为队员' : '任队长'}
            </Button>
          )}
          {mayWrite && chosen.length > 0 && (
            <Button variant="default" onClick={askToRemove}>
              退出队伍…
            </Button>
          )}
          <Button variant="default" onClick={() => setOpen('export')}>
            导出花名册
          </Button>
          {mayWrite && stands && (
            <>
              <Button variant="default" onClick={() => setOpen('edit')}>
                修改
              </Button>
              <Button variant="default" onClick={askToDissolve}>
                撤销队伍…
              </Button>
            </>
          )}
        </>
      }
      fill
    >
      <DataTable
        label="队员"
        columns={columnsIn(dictionaries)}
        rows={team.members}
        rowKey={(row) => row.memberId}
        rowState={(row) => (row.current ? undefined : 'exempt')}
        onOpen={(row) => navigate(`/helpers/${row.helperId}`)}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        empty={{
          title: '还没有队员',
          hint: '从帮扶人里加入队员，再指定队长。',
          action:
            mayWrite && stands
              ? { label: '加入队员', onClick: () => setOpen('members') }
              : undefined,
        }}
      />
      {open === 'edit' && <TeamForm team={team} onClose={() => setOpen(null)} />}
      {open === 'members' && <MembersForm team={team} onClose={() => setOpen(null)} />}
      {open === 'export' && (
        <HelperExport
          what={team.name}
          input={{ teamId: team.id }}
          count={current.length}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}
