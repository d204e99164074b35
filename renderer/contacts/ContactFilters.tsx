import { SegmentedControl } from '@mantine/core'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { useSession } from '../shell/session'
import { recentMonths } from './recent-months'

const noFilter = { village: '', helper: '', duty: '', state: '', kind: '', within: '' }

/** The page as it opens: who is due, everybody's. */
export const startingList = { tab: 'due', ...noFilter }
type List = typeof startingList

interface ContactFiltersProps {
  list: List
  onChange: (patch: Partial<List>) => void
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  codesOf(labels).map((code) => ({ value: code, label: labels[code]! }))

/** Which of the page's three lists, and its filter as a sentence. */
export function ContactFilters({ list, onChange }: ContactFiltersProps): React.ReactElement {
  const isSet = codesOf(noFilter).some((key) => list[key] !== '')
  const tabs = (
    <SegmentedControl
      value={list.tab}
      onChange={(tab) => onChange({ tab })}
      transitionDuration={0}
      data={[
        { value: 'due', label: '该联系谁' },
        { value: 'records', label: '走访记录' },
        { value: 'exempt', label: '豁免' },
      ]}
    />
  )
  if (list.tab === 'exempt') return <FilterBar>{tabs}</FilterBar>
  const isDue = list.tab === 'due'
  return (
    <FilterBar onClear={isSet ? () => onChange(noFilter) : undefined}>
      {tabs}
      <VillageChoice
        value={list.village}
        onChange={(village) => onChange({ village })}
        withNone={isDue}
      />
      <HelperChoice
        value={list.helper}
        onChange={(helper) => onChange({ helper })}
        withNone={isDue}
      />
      {isDue ? (
        <FilterChoice
          label="任务"
          all="全部任务"
          value={list.duty}
          onChange={(duty) => onChange({ duty })}
          options={optionsOf(dutyLabel)}
        />
      ) : (
        <FilterChoice
          label="方式"
          all="全部方式"
          value={list.kind}
          onChange={(kind) => onChange({ kind })}
          options={optionsOf(contactKindLabel)}
        />
      )}
      {isDue ? (
        <FilterChoice
          label="状态"
          all="到期和逾期"
          value={list.state}
          onChange={(state) => onChange({ state })}
          options={[
            { value: 'overdue', label: '▲ 逾期' },
            { value: 'due', label: '● 到期' },
            { value: 'today', label: '● 今天截止' },
            { value: 'week', label: '● 本周截止' },
          ]}
        />
      ) : (
        <MonthChoice value={list.within} onChange={(within) => onChange({ within })} />
      )}
    </FilterBar>
  )
}

interface ChoiceProps {
  value: string
  onChange: (value: string) => void
}

export function VillageChoice(props: ChoiceProps & { withNone?: boolean }): React.ReactElement {
  const { withNone, ...rest } = props
  const villages = useQueryOp('villages.list', {})
  return (
    <FilterChoice
      {...rest}
      label="村（社区）"
      all="全部村（社区）"
      options={[
        ...(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ...(withNone ? [{ value: '0', label: '未分村' }] : []),
      ]}
    />
  )
}

export function HelperChoice(props: ChoiceProps & { withNone: boolean }): React.ReactElement {
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
  const year = Number(today.slice(0, 4))
  const months = recentMonths(today, monthsBack)
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
