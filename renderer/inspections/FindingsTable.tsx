import type { InputOf } from '@shared/contract'
import { findingMachine } from '@shared/domain/inspections/machine'
import { severityLabel } from '@shared/domain/inspections/vocabulary'
import type { OutputOf } from '../api'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable, type Column } from '../shell/DataTable'
import { navigate } from '../shell/location'

type FindingRow = OutputOf<'findings.list'>['rows'][number]

const columns: Column<FindingRow>[] = caseColumns<FindingRow>(findingMachine, [
  { key: 'content', title: '问题', text: (row) => row.content, width: 200, grow: 4 },
  { key: 'severity', title: '程度', text: (row) => severityLabel[row.severity], width: 60 },
  { key: 'item', title: '督查项目', text: (row) => row.item ?? '', width: 140, grow: 2 },
]).filter(({ key }) => key !== 'name' && key !== 'age')

interface FindingsTableProps {
  filter: NonNullable<InputOf<'findings.list'>['filter']>
  order: 'opened' | 'due'
}

/** 督查问题 as filtered; a finding is named by its village and what is wrong there. */
export function FindingsTable({ filter, order }: FindingsTableProps): React.ReactElement {
  const pages = useCasePages('findings.list', { filter, order })
  return (
    <DataTable
      label="督查问题"
      columns={columns}
      rows={pages.rows}
      rowKey={(row) => row.id}
      rowState={(row) => stateKindOf(findingMachine, row)}
      sortedByCore
      onOpen={(row) => navigate(`/findings/${row.id}`)}
      onNearEnd={pages.onNearEnd}
      error={pages.error}
      onRetry={pages.onRetry}
      empty={{
        title: '没有符合条件的督查问题',
        hint: '录入督查表时打×的项目会列在这里，整改到复查合格为止。',
      }}
    />
  )
}
