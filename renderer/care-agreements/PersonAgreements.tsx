import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { agreementMachine } from '@shared/domain/care-agreements/machine'
import { agreementKindLabel } from '@shared/domain/care-agreements/vocabulary'
import { useQueryOp } from '../api'
import { CaseState, responsibleWords } from '../ledgers/case-state'
import factClasses from '../recipients/FactsSection.module.css'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { useMay } from '../shell/session'
import { NewAgreement } from './AgreementForm'

/** 照料协议 of one person, beside the family. */
export function PersonAgreements(props: {
  person: { id: number; name: string }
}): React.ReactElement {
  const { person } = props
  const agreements = useQueryOp('careAgreements.list', { filter: { recipientId: person.id } })
  const mayWrite = useMay('hazards.write')
  const [opening, setOpening] = useState(false)
  const rows = agreements.data?.rows ?? []
  return (
    <section aria-label="照料协议">
      <Group justify="space-between" mt="md">
        <h2 className={factClasses.title}>照料协议</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setOpening(true)}>
            起草照料协议
          </Button>
        )}
      </Group>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          没有签过照料协议。
        </Text>
      )}
      {rows.map((row) => (
        <Text size="sm" key={row.id}>
          <Anchor component={Link} href={`/care-agreements/${row.id}`} size="sm">
            {agreementKindLabel[row.kind]}：{responsibleWords(row) || '照料人未定'}
          </Anchor>{' '}
          {row.dueOn && `至 ${formatDay(row.dueOn)} `}
          <CaseState machine={agreementMachine} row={row} />
        </Text>
      ))}
      {opening && (
        <NewAgreement
          person={person}
          onClose={() => setOpening(false)}
          onOpened={(id) => navigate(`/care-agreements/${id}`)}
        />
      )}
    </section>
  )
}
