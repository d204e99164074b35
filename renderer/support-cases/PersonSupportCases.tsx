import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { supportCaseMachine } from '@shared/domain/support-cases/machine'
import { disputeKindLabel } from '@shared/domain/support-cases/vocabulary'
import { useQueryOp } from '../api'
import factClasses from '../recipients/FactsSection.module.css'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { useMay } from '../shell/session'
import { SupportCaseDialog } from './SupportCaseDialog'

/** 赡养与纠纷 of one person, beside the family. */
export function PersonSupportCases(props: {
  person: { id: number; name: string }
}): React.ReactElement {
  const { person } = props
  const cases = useQueryOp('supportCases.list', { filter: { recipientId: person.id } })
  const mayWrite = useMay('recipients.write')
  const [opening, setOpening] = useState(false)
  const rows = cases.data?.rows ?? []
  return (
    <section aria-label="赡养与纠纷">
      <Group justify="space-between" mt="md">
        <h2 className={factClasses.title}>赡养与纠纷</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setOpening(true)}>
            登记赡养不履行或纠纷
          </Button>
        )}
      </Group>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          没有登记过赡养不履行和纠纷。
        </Text>
      )}
      {rows.map((row) => (
        <Text size="sm" key={row.id}>
          <Anchor component={Link} href={`/support-cases/${row.id}`} size="sm">
            {formatDay(row.openedOn)} {disputeKindLabel[row.kind]} {row.supporter}：{row.content}
          </Anchor>{' '}
          · {supportCaseMachine.states[row.state].label}
        </Text>
      ))}
      {opening && (
        <SupportCaseDialog
          person={person}
          onClose={() => setOpening(false)}
          onOpened={(id) => navigate(`/support-cases/${id}`)}
        />
      )}
    </section>
  )
}
