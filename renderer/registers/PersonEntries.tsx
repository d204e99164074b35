import { Anchor, Button, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { subjectField } from '@shared/domain/registers/definition'
import { useQueryOp } from '../api'
import type { ChosenPerson } from '../contacts/PeoplePicker'
import { CaseState } from '../ledgers/case-state'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import { NewEntry } from './EntryForm'

/** What registers say of a person, by what it is about or names. */
export function PersonEntries({ recipientId }: { recipientId: number }): React.ReactElement | null {
  const { data } = useQueryOp(
    'registers.ofPerson',
    { recipientId },
    { enabled: useMay('registers.read') },
  )
  if (!data || data.length === 0) return null
  return (
    <section aria-label="登记簿">
      {data.map((row) => (
        <Text size="sm" key={row.id}>
          <Anchor component={Link} href={`/registers/entries/${row.id}`} size="sm">
            {formatDay(row.openedOn)} {row.registerName}
            {row.number && ` ${row.number}`}
          </Anchor>{' '}
          {row.recipientId !== recipientId && '（涉及）'}{' '}
          <CaseState
            machine={{ states: { [row.state]: { label: row.stateLabel, open: row.isOpen } } }}
            row={row}
          />
        </Text>
      ))}
    </section>
  )
}

/** 登记到…: a new entry about this person in one of the registers that ask for one. */
export function RegisterPerson({ person }: { person: ChosenPerson }): React.ReactElement | null {
  const enabled = useMay('registers.write')
  const { data: registers = [] } = useQueryOp('registers.list', {}, { enabled })
  const [chosen, setChosen] = useState<number | null>(null)
  const { data } = useQueryOp(
    'registers.definition',
    { registerId: chosen ?? 0 },
    { enabled: chosen !== null },
  )
  if (!enabled || registers.length === 0) return null
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-md" variant="default" rightSection={<IconChevronDown size={16} />}>
            登记簿
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {registers
            .filter(({ ofPeople }) => ofPeople)
            .map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => setChosen(id)}>
                {name}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {chosen !== null && data?.register.id === chosen && subjectField(data.definition) && (
        <NewEntry
          registerId={chosen}
          definition={data.definition}
          person={person}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}
