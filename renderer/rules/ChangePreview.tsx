import { Alert, ScrollArea, Table, Text } from '@mantine/core'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { formatCount, formatDay } from '../shell/format'
import { wordsOf } from '../shell/notify'
import { useSession } from '../shell/session'

interface ChangePreviewProps {
  /** Null while the form does not yet describe a change. */
  change: InputOf<'rules.preview'> | null
}

const lines = [
  { key: 'bound', label: '规则管到的人' },
  { key: 'overdue', label: '▲ 逾期的人' },
  { key: 'due', label: '● 到期的人' },
  { key: 'exempt', label: '○ 豁免的人' },
  { key: 'owed', label: '这一期还要做的次数' },
] as const

type Preview = OutputOf<'rules.preview'>

const rateWords = ({ scope, visited }: Preview['rate']['before']): string =>
  `${formatCount(visited)}／${formatCount(scope)}`

/** `12 → 15`, or one figure where nothing changes. */
const turn = (before: number, after: number): string =>
  before === after ? formatCount(after) : `${formatCount(before)} → ${formatCount(after)}`

function VillageChanges({ villages }: Pick<Preview, 'villages'>): React.ReactElement {
  return (
    <ScrollArea.Autosize mah={220} mt="sm" type="auto">
      <Table verticalSpacing={2} className="figures" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>有变化的村（社区）</Table.Th>
            <Table.Th ta="end">管到</Table.Th>
            <Table.Th ta="end">▲ 逾期</Table.Th>
            <Table.Th ta="end">● 到期</Table.Th>
            <Table.Th ta="end">还要做</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {villages.map(({ name, before, after }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              {(['bound', 'overdue', 'due', 'owed'] as const).map((key) => (
                <Table.Td key={key} ta="end">
                  {turn(before[key], after[key])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

/** What a change of rules would do, before it is saved. */
export function ChangePreview({ change }: ChangePreviewProps): React.ReactElement | null {
  const today = useSession().data?.today
  const preview = useQueryOp(
    'rules.preview',
    change ?? { change: 'end', id: 1, on: '2000-01-01' },
    {
      enabled: change !== null,
    },
  )
  if (change === null) return null
  if (preview.error) return <Alert color="cinnabar">{wordsOf(preview.error)}</Alert>
  if (!preview.data) return null
  const { asOf, before, after, rate, villages } = preview.data
  const changed = villages.filter(({ before, after }) =>
    lines.some(({ key }) => before[key] !== after[key]),
  )
  return (
    <div>
      <Text fw={600} mb={4}>
        {asOf === today ? '保存后，今天会变成' : `保存后，到 ${formatDay(asOf)} 会变成`}
      </Text>
      <Table withTableBorder verticalSpacing={4} className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th ta="end">现在的规则</Table.Th>
            <Table.Th ta="end">改了以后</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="end">{formatCount(before[key])}</Table.Td>
              <Table.Td ta="end" fw={before[key] === after[key] ? undefined : 700}>
                {formatCount(after[key])}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>本月已探访／应探访</Table.Td>
            <Table.Td ta="end">{rateWords(rate.before)}</Table.Td>
            <Table.Td
              ta="end"
              fw={rateWords(rate.before) === rateWords(rate.after) ? undefined : 700}
            >
              {rateWords(rate.after)}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {changed.length > 0 && <VillageChanges villages={changed} />}
    </div>
  )
}
