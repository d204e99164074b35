import type { Machine } from '@shared/domain/ledgers/machine'
import type { Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { StateMark, type StateKind } from '../shell/StateMark'

/** The part of a ledger's line that every ledger shows. */
export interface CaseLine {
  id: number
  revision: number
  /** Null for a case that is about nobody. */
  recipientId: number | null
  recipientName: string
  villageName: string | null
  state: string
  openedOn: string
  closedOn: string | null
  dueOn: string | null
  overdue: boolean
  ageDays: number
  helperName: string | null
  responsible: string | null
}

/** The shape and colour of where a case stands; none while nobody has anything to do. */
export function stateKindOf(
  { states }: Pick<Machine, 'states'>,
  row: Pick<CaseLine, 'state' | 'overdue'>,
): StateKind | undefined {
  const state = states[row.state]
  if (!state?.open) return state?.dropped ? 'exempt' : 'met'
  if (row.overdue) return 'overdue'
  return state.settled ? undefined : 'due'
}

interface CaseStateProps {
  machine: Pick<Machine, 'states'>
  row: Pick<CaseLine, 'state' | 'overdue'>
}

/** `▲ 逾期 · 办理中`; where a state has a word of its own for that, `▲ 期满没有续签`. */
export function CaseState({ machine, row }: CaseStateProps): React.ReactElement {
  const kind = stateKindOf(machine, row)
  const words = stateWords(machine, row)
  return kind === undefined ? <>{words}</> : <StateMark state={kind}>{words}</StateMark>
}

function stateWords({ states }: Pick<Machine, 'states'>, row: CaseStateProps['row']): string {
  const state = states[row.state]
  const label = state?.label ?? row.state
  return row.overdue ? (state?.late ?? `逾期 · ${label}`) : label
}

export const responsibleWords = (row: Pick<CaseLine, 'helperName' | 'responsible'>): string =>
  [row.helperName, row.responsible].filter(Boolean).join('、')

/** The columns that every ledger begins and ends with; its own stand between. */
export function caseColumns<Row extends CaseLine>(
  machine: Pick<Machine, 'states'>,
  own: Column<Row>[],
): Column<Row>[] {
  return [
    { key: 'openedOn', title: '登记日期', text: (row) => formatDay(row.openedOn), width: 104 },
    { key: 'name', title: '姓名', text: (row) => row.recipientName, width: 80, whole: true },
    { key: 'village', title: '村（社区）', text: (row) => row.villageName ?? '', width: 96 },
    ...own,
    {
      key: 'responsible',
      title: '责任人',
      text: responsibleWords,
      width: 112,
      grow: 1,
    },
    { key: 'dueOn', title: '要求办结', text: (row) => formatDay(row.dueOn), width: 104 },
    {
      key: 'age',
      title: '历时',
      hint: '从登记到办结的天数；还在办的算到今天。',
      text: (row) => `${row.ageDays} 天`,
      width: 70,
      align: 'end',
    },
    {
      key: 'state',
      title: '状态',
      // Measured with the mark before it: a state is never cut.
      text: (row) => `▲ ${stateWords(machine, row)}`,
      cell: (row) => <CaseState machine={machine} row={row} />,
      whole: true,
      width: 130,
    },
  ]
}
