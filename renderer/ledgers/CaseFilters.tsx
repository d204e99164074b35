import type { ReactNode } from 'react'
import { stateLabels, type Machine } from '@shared/domain/ledgers/machine'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'

/** What the address of every ledger's list holds. */
export const startingCases = { state: 'open', village: '', text: '', order: 'due' }
type CaseList = typeof startingCases

interface CaseFiltersProps {
  machine: Pick<Machine, 'states' | 'noun'>
  list: CaseList
  onChange: (patch: Partial<CaseList>) => void
  /** Counts beside the states, where the ledger tells them. */
  counts?: { byState: Readonly<Record<string, number>>; open: number; overdue: number }
  /** The ledger's own conditions. */
  children?: ReactNode
  onClear?: () => void
}

export const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** `办理中 · 下河村 · 医疗保健`: the filter of a ledger as a sentence. */
export function CaseFilters(props: CaseFiltersProps): React.ReactElement {
  const { machine, list, onChange, counts, children, onClear } = props
  const villages = useQueryOp('villages.list', {})
  const labels = stateLabels(machine as Machine)
  const counted = (label: string, count: number | undefined): string =>
    count === undefined ? label : `${label} ${count}`
  const isSet = list.state !== 'open' || list.village !== '' || list.text !== ''
  return (
    <FilterBar
      onClear={
        onClear ??
        (isSet ? () => onChange({ state: 'open', village: '', text: '', order: 'due' }) : undefined)
      }
      end={
        list.state === 'open' || list.state === 'overdue' ? (
          <FilterChoice
            label="排序"
            all="要求办结早的在前"
            value={list.order === 'due' ? '' : list.order}
            onChange={(order) => onChange({ order: order || 'due' })}
            options={[{ value: 'opened', label: '新登记的在前' }]}
          />
        ) : undefined
      }
    >
      <FilterChoice
        label="状态"
        all="全部状态"
        value={list.state === 'all' ? '' : list.state}
        onChange={(state) => onChange({ state: state || 'all' })}
        options={[
          { value: 'open', label: counted('在办', counts?.open) },
          { value: 'overdue', label: counted('▲ 逾期', counts?.overdue) },
          ...choices(labels).map(({ value, label }) => ({
            value,
            label: counted(label, counts?.byState[value]),
          })),
        ]}
      />
      <FilterChoice
        label="村（社区）"
        all="全部村（社区）"
        value={list.village}
        onChange={(village) => onChange({ village })}
        options={(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {children}
      <FilterText
        value={list.text}
        onChange={(text) => onChange({ text })}
        placeholder={`姓名、首字母或${machine.noun}内容`}
      />
    </FilterBar>
  )
}

/** The address of a list as the operations ask it. */
export function caseQuestion<State extends string>(list: CaseList) {
  const { state, village, text, order } = list
  const isOverdue = state === 'overdue'
  return {
    filter: {
      state: (state === 'all' || isOverdue ? undefined : state) as
        State | 'open' | 'closed' | undefined,
      overdue: isOverdue || undefined,
      villageId: village === '' ? undefined : Number(village),
      text: text.trim() || undefined,
    },
    order:
      order === 'due' && (state === 'open' || isOverdue) ? ('due' as const) : ('opened' as const),
  }
}
