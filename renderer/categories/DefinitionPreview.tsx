import { Alert, Anchor, Collapse, ScrollArea, Table, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { categoryLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { formatCount, formatDay } from '../shell/format'
import { wordsOf } from '../shell/notify'
import { useSession } from '../shell/session'

type Change = OutputOf<'categoryRules.preview'>['categories'][number]
type People = Change['gained']

interface DefinitionPreviewProps {
  /** Null while the form does not yet describe a definition. */
  ask: InputOf<'categoryRules.preview'> | null
}

/** Whom each category gains and loses, by name, before anything is saved. */
export function DefinitionPreview({ ask }: DefinitionPreviewProps): React.ReactElement | null {
  const today = useSession().data?.today
  const [open, setOpen] = useState<string | null>(null)
  const preview = useQueryOp('categoryRules.preview', ask ?? ({} as never), {
    enabled: ask !== null,
  })
  if (ask === null) return null
  if (preview.error) return <Alert color="cinnabar">{wordsOf(preview.error)}</Alert>
  if (!preview.data) return null
  const { asOf, categories } = preview.data
  const changed = categories.filter(({ gained, lost }) => gained.length + lost.length > 0)
  return (
    <div aria-live="polite">
      <Text fw={600} mb={4}>
        {asOf === today ? '保存后，今天会变成' : `保存后，到 ${formatDay(asOf)} 会变成`}
      </Text>
      {changed.length === 0 ? (
        <Text size="sm" c="dimmed">
          没有人的类别会变。
        </Text>
      ) : (
        <ScrollArea.Autosize mah="32vh">
          <Table withTableBorder verticalSpacing={4} className="figures">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>类别</Table.Th>
                <Table.Th ta="end">现在</Table.Th>
                <Table.Th ta="end">改了以后</Table.Th>
                <Table.Th>增加</Table.Th>
                <Table.Th>减少</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changed.map((change) => (
                <Table.Tr key={change.category} style={{ verticalAlign: 'top' }}>
                  <Table.Td>{categoryLabel[change.category]}</Table.Td>
                  <Table.Td ta="end">{formatCount(change.before)}</Table.Td>
                  <Table.Td ta="end" fw={700}>
                    {formatCount(change.after)}
                  </Table.Td>
                  {(['gained', 'lost'] as const).map((way) => (
                    <Table.Td key={way}>
                      <Names
                        people={change[way]}
                        open={open === `${change.category}.${way}`}
                        onToggle={(on) => setOpen(on ? `${change.category}.${way}` : null)}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </div>
  )
}

interface NamesProps {
  people: People
  open: boolean
  onToggle: (open: boolean) => void
}

/** The number, and who they are with the reason when it is pressed. */
function Names({ people, open, onToggle }: NamesProps) {
  if (people.length === 0) return <>—</>
  return (
    <>
      <UnstyledButton aria-expanded={open} onClick={() => onToggle(!open)}>
        <Text component="span" td="underline">
          {formatCount(people.length)} 人
        </Text>
        {!open &&
          `：${people
            .slice(0, 3)
            .map(({ name }) => name)
            .join('、')}${people.length > 3 ? ' …' : ''}`}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        {people.map(({ id, name, villageName, reason }) => (
          <Text key={id} size="sm">
            <Anchor href={`#/recipients/${id}`}>{name}</Anchor> {villageName}：{reason}
          </Text>
        ))}
      </Collapse>
    </>
  )
}
