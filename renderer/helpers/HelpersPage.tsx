import { Button, SegmentedControl, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useQueryOp } from '../api'
import type { ChosenPerson } from '../contacts/PeoplePicker'
import { useDictionaries } from '../dictionaries/useDictionaries'
import type { RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import { ChainTable } from '../teams/ChainTable'
import { TeamForm } from '../teams/TeamForm'
import { TeamsTable } from '../teams/TeamsTable'
import { HelperExport } from './HelperExport'
import { HelperForm } from './HelperForm'
import { HelperTable, loadChoices } from './HelperTable'
import { PairingForm } from './PairingForm'
import { pairingActs } from './pairing-acts'
import { UnhelpedTable } from './UnhelpedTable'

const noConditions = { text: '', kind: '', village: '', team: '', load: '' }

type Dialog = 'helper' | 'team' | 'export' | { pair: ChosenPerson[] }

/** 结对帮扶: helpers with their caseload, whoever nobody helps, teams and the responsible chain. */
export function HelpersPage(): React.ReactElement {
  const [list, setList] = useListState({ tab: 'now', ...noConditions })
  const { tab } = list
  const mayWrite = useMay('helpers.write')
  const unhelped = useQueryOp('pairings.unhelped', {})
  const helpers = useQueryOp('helpers.list', { serving: tab === 'left' ? 'left' : 'now' })
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [selected, setSelected] = useState<Set<RowKey>>(new Set())
  const filter = useMemo(
    () => ({
      text: list.text,
      kind: list.kind,
      village: list.village,
      team: list.team,
      load: list.load,
    }),
    [list],
  )
  const chosen = (unhelped.data ?? [])
    .filter(({ recipientId }) => selected.has(recipientId))
    .map(({ recipientId, recipientName }) => ({ id: recipientId, name: recipientName }))

  const plus = <IconPlus size={18} />
  const mains: Record<string, { label: string; icon: React.ReactNode; onClick: () => void }> = {
    now: { label: '新帮扶人', icon: plus, onClick: () => setDialog('helper') },
    unhelped: {
      label: chosen.length > 0 ? `给选中的 ${chosen.length} 人结对` : '结对',
      icon: plus,
      onClick: () => setDialog({ pair: chosen }),
    },
    teams: { label: '新队伍', icon: plus, onClick: () => setDialog('team') },
  }
  return (
    <Page
      title="结对帮扶"
      main={mayWrite ? mains[tab] : undefined}
      actions={
        <>
          {mayWrite && <UndoLast acts={pairingActs} />}
          {tab === 'unhelped' && (
            <Button variant="default" onClick={() => navigate('/helpers/suggestions')}>
              结对建议
            </Button>
          )}
          {(tab === 'now' || tab === 'left') && (
            <Button variant="default" onClick={() => setDialog('export')}>
              导出 Excel
            </Button>
          )}
          <Button variant="default" onClick={() => navigate('/feedback')}>
            满意度反馈
          </Button>
          {mayWrite && tab === 'now' && (
            <Button variant="default" onClick={() => setDialog({ pair: [] })}>
              结对
            </Button>
          )}
        </>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <SegmentedControl
            value={tab}
            onChange={(next) => setList({ tab: next })}
            transitionDuration={0}
            data={[
              { value: 'now', label: '帮扶人' },
              {
                value: 'unhelped',
                label: unhelped.data
                  ? `无帮扶人的对象 ${formatCount(unhelped.data.length)}`
                  : '无帮扶人的对象',
              },
              { value: 'teams', label: '队伍' },
              { value: 'chain', label: '责任链' },
              { value: 'left', label: '已离任' },
            ]}
          />
          {tab !== 'teams' && tab !== 'chain' && (
            <Conditions tab={tab} filter={filter} onChange={setList} />
          )}
        </Stack>
      }
      fill
    >
      {tab === 'unhelped' && (
        <UnhelpedTable
          rows={unhelped.data}
          error={unhelped.error ?? undefined}
          text={list.text}
          village={list.village}
          selection={{ selected, onChange: setSelected }}
        />
      )}
      {(tab === 'now' || tab === 'left') && (
        <HelperTable
          serving={tab}
          filter={filter}
          onCreate={mayWrite ? () => setDialog('helper') : undefined}
        />
      )}
      {tab === 'teams' && <TeamsTable onCreate={() => setDialog('team')} />}
      {tab === 'chain' && <ChainTable />}
      {dialog === 'helper' && (
        <HelperForm
          onClose={() => setDialog(null)}
          onCreated={(id) => navigate(`/helpers/${id}`)}
        />
      )}
      {dialog === 'team' && (
        <TeamForm onClose={() => setDialog(null)} onCreated={(id) => navigate(`/teams/${id}`)} />
      )}
      {dialog === 'export' && (
        <HelperExport
          what={tab === 'left' ? '已离任的帮扶人' : '在任的帮扶人'}
          input={{ serving: tab === 'left' ? 'left' : 'now' }}
          count={helpers.data?.length ?? 0}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog !== null && typeof dialog === 'object' && (
        <PairingForm
          people={dialog.pair}
          onClose={() => {
            setDialog(null)
            setSelected(new Set())
          }}
        />
      )}
    </Page>
  )
}

interface ConditionsProps {
  tab: string
  filter: typeof noConditions
  onChange: (patch: Partial<typeof noConditions>) => void
}

function Conditions({ tab, filter, onChange }: ConditionsProps): React.ReactElement {
  const villages = useQueryOp('villages.list', {})
  const teams = useQueryOp('teams.list', {})
  const dictionaries = useDictionaries()
  const isSet = Object.values(filter).some((value) => value !== '')
  const isUnhelped = tab === 'unhelped'
  return (
    <FilterBar onClear={isSet ? () => onChange(noConditions) : undefined}>
      <FilterChoice
        label="村（社区）"
        all="全部村（社区）"
        value={filter.village}
        onChange={(village) => onChange({ village })}
        options={(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {!isUnhelped && (
        <FilterChoice
          label="身份"
          all="全部身份"
          value={filter.kind}
          onChange={(kind) => onChange({ kind })}
          options={Object.entries(dictionaries.offered('helperKind')).map(([value, label]) => ({
            value,
            label,
          }))}
        />
      )}
      {tab === 'now' && (
        <FilterChoice
          label="队伍"
          all="全部队伍"
          value={filter.team}
          onChange={(team) => onChange({ team })}
          options={(teams.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      {tab === 'now' && (
        <FilterChoice
          label="帮扶人数"
          all="不论人数"
          value={filter.load}
          onChange={(load) => onChange({ load })}
          options={loadChoices}
        />
      )}
      <FilterText
        value={filter.text}
        onChange={(text) => onChange({ text })}
        placeholder={isUnhelped ? '姓名、首字母、村' : '姓名、首字母、单位、村'}
      />
    </FilterBar>
  )
}
