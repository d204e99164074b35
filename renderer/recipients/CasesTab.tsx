import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { needMachine } from '@shared/domain/needs/machine'
import { needLedgerKindLabel } from '@shared/domain/needs/vocabulary'
import type { OutputOf } from '../api'
import { caseColumns, stateKindOf } from '../ledgers/case-state'
import { PersonTimeline } from '../ledgers/PersonTimeline'
import { useCasePages } from '../ledgers/useCasePages'
import { PersonEvacuation } from '../evacuations/PersonEvacuation'
import { NewHazard } from '../hazards/HazardForm'
import { HomeHazards } from '../hazards/HomeHazards'
import { NewIncident } from '../incidents/IncidentForm'
import { NewNeed } from '../needs/NeedForm'
import { PersonEntries, RegisterPerson } from '../registers/PersonEntries'
import { DataTable } from '../shell/DataTable'
import { navigate } from '../shell/location'
import { useMay } from '../shell/session'
import classes from './RecipientPage.module.css'

type NeedRow = OutputOf<'needs.list'>['rows'][number]

const needColumns = caseColumns<NeedRow>(needMachine, [
  { key: 'kind', title: '类别', text: (row) => needLedgerKindLabel[row.kind], width: 88 },
  { key: 'content', title: '需求内容', text: (row) => row.content, width: 150, grow: 3 },
]).filter(({ key }) => ['openedOn', 'kind', 'content', 'responsible', 'state'].includes(key))

/** 需求与风险: a person's cases, beside the timeline of all that happened. */
export function CasesTab(props: { person: { id: number; name: string } }): React.ReactElement {
  const { person } = props
  const needs = useCasePages('needs.list', { filter: { recipientId: person.id } })
  const mayReport = useMay('incidents.write')
  const mayOpenHazard = useMay('hazards.write')
  const mayOpenNeed = useMay('needs.write')
  const [opening, setOpening] = useState<'need' | 'incident' | 'hazard' | null>(null)
  return (
    <div className={classes.columns} style={{ flex: 1, minHeight: 0 }}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 10, minHeight: 0 }}>
        <Group gap="xs" pt={10}>
          {mayOpenNeed && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => setOpening('need')}
            >
              登记需求
            </Button>
          )}
          {mayOpenHazard && (
            <Button size="compact-md" variant="default" onClick={() => setOpening('hazard')}>
              登记隐患
            </Button>
          )}
          {mayReport && (
            <Button size="compact-md" variant="default" onClick={() => setOpening('incident')}>
              强制报告
            </Button>
          )}
          <RegisterPerson person={person} />
        </Group>
        <HomeHazards recipientId={person.id} />
        <PersonEntries recipientId={person.id} />
        <PersonEvacuation person={person} />
        <DataTable
          label="需求"
          columns={needColumns}
          rows={needs.rows}
          rowKey={(row) => row.id}
          rowState={(row) => stateKindOf(needMachine, row)}
          sortedByCore
          onOpen={(row) => navigate(`/needs/${row.id}`)}
          onNearEnd={needs.onNearEnd}
          error={needs.error}
          onRetry={needs.onRetry}
          empty={{ title: '没有登记过需求' }}
        />
      </div>
      <aside className={classes.side} style={{ overflowY: 'auto' }}>
        <PersonTimeline recipientId={person.id} />
      </aside>
      {opening === 'need' && <NewNeed person={person} onClose={() => setOpening(null)} />}
      {opening === 'hazard' && <NewHazard person={person} onClose={() => setOpening(null)} />}
      {opening === 'incident' && <NewIncident person={person} onClose={() => setOpening(null)} />}
    </div>
  )
}
