import { Button } from '@mantine/core'
import { useState } from 'react'
import { findingMachine, type FindingState } from '@shared/domain/inspections/machine'
import { severityLabel, type Severity } from '@shared/domain/inspections/vocabulary'
import { useQueryOp } from '../api'
import { CaseFilters, caseQuestion, choices, startingCases } from '../ledgers/CaseFilters'
import { ExportCases } from '../ledgers/ExportCases'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { FilterChoice } from '../shell/FilterBar'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { FindingsTable } from './FindingsTable'

const starting = { ...startingCases, severity: '', inspection: '' }

/** 督查问题: what villages have to mend, the most pressing first. */
export function FindingsPage(): React.ReactElement {
  const [list, setList] = useListState(starting)
  const [exporting, setExporting] = useState(false)
  const { filter: common, order } = caseQuestion<FindingState>(list)
  const filter = {
    ...common,
    severity: (list.severity || undefined) as Severity | undefined,
    inspectionId: list.inspection === '' ? undefined : Number(list.inspection),
  }
  const summary = useQueryOp('findings.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const inspections = useQueryOp('inspections.list', {})
  const isSet = Object.entries(starting).some(
    ([key, value]) => list[key as keyof typeof starting] !== value,
  )
  return (
    <Page
      title="督查问题"
      note={
        summary.data &&
        `未销号 ${summary.data.open} 个` +
          (summary.data.overdue > 0 ? ` · ▲ 逾期 ${summary.data.overdue} 个` : '')
      }
      actions={
        <Button variant="default" onClick={() => setExporting(true)}>
          导出 Excel
        </Button>
      }
      filters={
        <OrganizationFilters at="/findings">
          <CaseFilters
            machine={findingMachine}
            list={list}
            onChange={setList}
            counts={summary.data}
            onClear={isSet ? () => setList(starting) : undefined}
          >
            <FilterChoice
              label="程度"
              all="全部程度"
              value={list.severity}
              onChange={(severity) => setList({ severity })}
              options={choices(severityLabel)}
            />
            <FilterChoice
              label="督查"
              all="全部督查"
              value={list.inspection}
              onChange={(inspection) => setList({ inspection })}
              options={(inspections.data ?? []).map(({ id, title }) => ({
                value: String(id),
                label: title,
              }))}
            />
          </CaseFilters>
        </OrganizationFilters>
      }
      fill
    >
      <FindingsTable filter={filter} order={order} />
      {exporting && (
        <ExportCases
          name="findings.export"
          input={{ filter }}
          title="督查问题台账"
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
