import { SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { codesOf, contactKindLabel, type ContactKind } from '@shared/domain/vocabulary'
import type { Duty } from '@shared/domain/cadence/rules'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { ContactList } from './ContactList'
import { DueList, DuePerson, type DueRow } from './DueList'
import type { ChosenPerson } from './PeoplePicker'
import { RecordContact } from './RecordContact'

const noFilter = { village: '', helper: '', duty: '', state: '', kind: '', within: '' }

/** 走访联系: who is due now, and what was done. */
export function ContactsPage(): React.ReactElement {
  const [list, setList] = useListState({ tab: 'due', ...noFilter })
  const [recording, setRecording] = useState<ChosenPerson[] | null>(null)
  const [peeked, setPeeked] = useState<DueRow | null>(null)
  const [selected, setSelected] = useState<Map<number, string>>(new Map())
  const mayWrite = useMay('contacts.write')
  const isDue = list.tab === 'due'
  const dueFilter = {
    villageId: idOf(list.village),
    helperId: idOf(list.helper),
    duty: (list.duty || undefined) as Duty | undefined,
    state: (list.state || undefined) as 'due' | 'overdue' | undefined,
  }
  const due = useQueryOp('home.due', dueFilter, { enabled: isDue })
  const chosen = [...selected].map(([id, name]) => ({ id, name }))

  return (
    <Page
      title="走访联系"
      note={isDue && due.data ? `${formatCount(due.data.total)} 人到期或逾期` : undefined}
      main={
        mayWrite
          ? {
              label: chosen.length > 0 ? `给选中的 ${chosen.length} 人记走访` : '记一次走访',
              icon: <IconPlus size={18} />,
              onClick: () => setRecording(chosen),
            }
          : undefined
      }
      filters={
        <FilterBar
          onClear={
            Object.keys(noFilter).some((key) => list[key as keyof typeof noFilter] !== '')
              ? () => setList(noFilter)
              : undefined
          }
        >
          <SegmentedControl
            value={list.tab}
            onChange={(tab) => setList({ tab })}
            transitionDuration={0}
            data={[
              { value: 'due', label: '该联系谁' },
              { value: 'records', label: '走访记录' },
            ]}
          />
          <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
          <HelperChoice
            value={list.helper}
            onChange={(helper) => setList({ helper })}
            withNone={isDue}
          />
          {isDue ? (
            <FilterChoice
              label="任务"
              all="全部任务"
              value={list.duty}
              onChange={(duty) => setList({ duty })}
              options={codesOf(dutyLabel).map((duty) => ({ value: duty, label: dutyLabel[duty] }))}
            />
          ) : (
            <FilterChoice
              label="方式"
              all="全部方式"
              value={list.kind}
              onChange={(kind) => setList({ kind })}
              options={codesOf(contactKindLabel).map((kind) => ({
                value: kind,
                label: contactKindLabel[kind],
              }))}
            />
          )}
          {isDue ? (
            <FilterChoice
              label="状态"
              all="到期和逾期"
              value={list.state}
              onChange={(state) => setList({ state })}
              options={[
                { value: 'overdue', label: '▲ 逾期' },
                { value: 'due', label: '● 到期' },
              ]}
            />
          ) : (
            <MonthChoice value={list.within} onChange={(within) => setList({ within })} />
          )}
        </FilterBar>
      }
      drawer={
        isDue && peeked
          ? {
              title: peeked.recipientName,
              content: (
                <DuePerson
                  row={peeked}
                  onRecord={() =>
                    setRecording([{ id: peeked.recipientId, name: peeked.recipientName }])
                  }
                />
              ),
              onClose: () => setPeeked(null),
            }
          : undefined
      }
      fill
    >
      {isDue ? (
        <DueList
          filter={dueFilter}
          onPeek={setPeeked}
          selection={{
            selected: new Set<string | number>(selected.keys()),
            onChange: (keys) =>
              setSelected(
                new Map(
                  (due.data?.rows ?? [])
                    .filter((row) => keys.has(row.recipientId))
                    .map((row) => [row.recipientId, row.recipientName]),
                ),
              ),
          }}
        />
      ) : (
        <ContactList
          filter={{
            villageId: dueFilter.villageId,
            helperId: dueFilter.helperId,
            kind: (list.kind || undefined) as ContactKind | undefined,
            within: list.within || undefined,
          }}
          empty={{
            title: '没有走访记录',
            hint: '记下走访、电话之后会列在这里；也可以把现有的走访台账导入进来。',
            action: mayWrite ? { label: '记一次走访', onClick: () => setRecording([]) } : undefined,
          }}
        />
      )}
      {recording && (
        <RecordContact
          people={recording}
          onClose={() => {
            setRecording(null)
            setSelected(new Map())
          }}
        />
      )}
    </Page>
  )
}

const idOf = (text: string): number | undefined => (text === '' ? undefined : Number(text))

interface ChoiceProps {
  value: string
  onChange: (value: string) => void
}

function VillageChoice(props: ChoiceProps): React.ReactElement {
  const villages = useQueryOp('villages.list', {})
  return (
    <FilterChoice
      {...props}
      label="村（社区）"
      all="全部村（社区）"
      options={(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  )
}

function HelperChoice(props: ChoiceProps & { withNone: boolean }): React.ReactElement {
  const { withNone, ...rest } = props
  const helpers = useQueryOp('helpers.list', {})
  const none = withNone ? [{ value: '0', label: '无帮扶人' }] : []
  return (
    <FilterChoice
      {...rest}
      label="帮扶人"
      all="全部帮扶人"
      options={[
        ...none,
        ...(helpers.data ?? []).map(({ id, name, unit }) => ({
          value: String(id),
          label: unit ? `${name}（${unit}）` : name,
        })),
      ]}
    />
  )
}

const monthsBack = 24
const yearsBack = 10

/** A month of the last two years, a year of the last ten, or the records without a year. */
function MonthChoice(props: ChoiceProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [year = 0, month = 1] = today.split('-').map(Number)
  const months = Array.from({ length: monthsBack }, (_, ago) => {
    const count = year * 12 + month - 1 - ago
    const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
    return { value: `${y}-${String(m).padStart(2, '0')}`, label: `${y}年${m}月` }
  })
  const years = Array.from({ length: yearsBack }, (_, ago) => ({
    value: String(year - ago),
    label: `${year - ago}年全年`,
  }))
  return (
    <FilterChoice
      {...props}
      label="时间"
      all="全部时间"
      options={[...months, ...years, { value: '--', label: '缺年份的记录' }]}
    />
  )
}
