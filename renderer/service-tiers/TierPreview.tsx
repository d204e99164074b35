import { Alert, Anchor, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { TierScheme } from '@shared/domain/service-tiers/scheme'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { useQueryOp } from '../api'
import { formatCount, formatDay } from '../shell/format'
import { wordsOf } from '../shell/notify'
import { useSession } from '../shell/session'

const lines = [
  { key: 'free', label: '无偿' },
  { key: 'lowCost', label: '低偿' },
  { key: 'paid', label: '有偿' },
  { key: 'volunteer', label: '只有志愿' },
  { key: 'none', label: '没有类别' },
  { key: 'undecided', label: '其中资料不全、可能还会变的' },
] as const

/** What a change of 服务类别规则 would do to the people on file. */
export function TierPreview({ scheme }: { scheme: TierScheme }): React.ReactElement | null {
  const today = useSession().data?.today
  const { from, reading, rules, volunteerFirst } = scheme
  const preview = useQueryOp('serviceTiers.preview', { from, reading, rules, volunteerFirst })
  if (preview.error) return <Alert color="cinnabar">{wordsOf(preview.error)}</Alert>
  if (!preview.data) return null
  const { asOf, before, after, changed, examples } = preview.data
  return (
    <section aria-label="保存后的变化">
      <Text fw={600} mb={4}>
        {asOf === today ? '保存后，今天会变成' : `保存后，到 ${formatDay(asOf)} 会变成`}（
        {formatCount(changed)} 人的类别改变）
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
        </Table.Tbody>
      </Table>
      {examples.length > 0 && (
        <Text size="sm" mt="xs">
          {examples.slice(0, 12).map((one, at) => (
            <span key={one.id}>
              {at > 0 && '；'}
              <Anchor component={Link} href={`/recipients/${one.id}`} size="sm">
                {one.name}
              </Anchor>
              （{one.villageName}）{one.from ? serviceTierLabel[one.from] : '无'} →{' '}
              {one.to ? serviceTierLabel[one.to] : '无'}
            </span>
          ))}
          {changed > 12 && ` 等 ${formatCount(changed)} 人`}
        </Text>
      )}
    </section>
  )
}
