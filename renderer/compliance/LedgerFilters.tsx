import { SegmentedControl } from '@mantine/core'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { ledgerResults } from '@shared/domain/cadence/ledger'
import { resultMark } from '@shared/domain/cadence/ledger-words'
import type { Duty } from '@shared/domain/cadence/rules'
import { codesOf } from '@shared/domain/vocabulary'
import { HelperChoice, VillageChoice } from '../contacts/ContactFilters'
import { FilterBar, FilterChoice } from '../shell/FilterBar'

const noFilter = { village: '', helper: '', duty: '', month: '', result: '' }

/** The page as it opens: everybody's year, all duties together. */
export const startingLedger = { by: 'person', year: '', ...noFilter }
type List = typeof startingLedger

interface LedgerFiltersProps {
  list: List
  onChange: (patch: Partial<List>) => void
  /** Those asked of anybody in the year. */
  duties: readonly Duty[]
  thisYear: number
}

const yearsBack = 10
const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1}月`,
}))

/** By whom or what, which year, and the filter as a sentence. */
export function LedgerFilters(props: LedgerFiltersProps): React.ReactElement {
  const { list, onChange, duties, thisYear } = props
  const isSet = codesOf(noFilter).some((key) => list[key] !== '')
  const years = Array.from({ length: yearsBack }, (_, ago) => String(thisYear - ago))
  return (
    <FilterBar onClear={isSet ? () => onChange(noFilter) : undefined}>
      <SegmentedControl
        value={list.by}
        onChange={(by) => onChange({ by })}
        transitionDuration={0}
        aria-label="台账按什么列"
        data={[
          { value: 'person', label: '按人' },
          { value: 'duty', label: '按任务' },
          { value: 'village', label: '按村' },
          { value: 'helper', label: '按帮扶人' },
        ]}
      />
      <FilterChoice
        label="年份"
        all={`${thisYear}年`}
        value={list.year === String(thisYear) ? '' : list.year}
        onChange={(year) => onChange({ year: year || String(thisYear) })}
        options={years.slice(1).map((year) => ({ value: year, label: `${year}年` }))}
      />
      <VillageChoice value={list.village} onChange={(village) => onChange({ village })} withNone />
      <HelperChoice value={list.helper} onChange={(helper) => onChange({ helper })} withNone />
      {list.by !== 'duty' && (
        <FilterChoice
          label="任务"
          all="全部任务"
          value={list.duty}
          onChange={(duty) => onChange({ duty })}
          options={duties.map((duty) => ({ value: duty, label: dutyLabel[duty] }))}
        />
      )}
      {list.by === 'person' && (
        <FilterChoice
          label="结果"
          all="全部结果"
          value={list.result}
          onChange={(result) => onChange({ result })}
          options={ledgerResults.map((result) => ({
            value: result,
            label: `${resultMark[result].shape} ${resultMark[result].word}`,
          }))}
        />
      )}
      {list.by === 'person' && (
        <FilterChoice
          label="月份"
          all="任一个月"
          value={list.month}
          onChange={(month) => onChange({ month })}
          options={months}
        />
      )}
    </FilterBar>
  )
}
