import { Button, Group, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ServicePlanRow } from '@shared/contract/services'
import { yuanWords } from '@shared/domain/funds/balance'
import { voucherMachine } from '@shared/domain/vouchers/machine'
import { useQueryOp } from '../api'
import { formatDay } from '../shell/format'
import { StateMark } from '../shell/StateMark'
import { useMay } from '../shell/session'
import { promiseWords } from './plan-columns'
import { PlanDialog } from './PlanDialog'

const latest = 8 // records shown on the file

/** 服务 on the file: what is planned and was done this month, the latest records, the vouchers. */
export function PersonServices(props: {
  person: { id: number; name: string }
}): React.ReactElement {
  const { person } = props
  const mayWrite = useMay('services.write')
  const [planning, setPlanning] = useState<ServicePlanRow | 'new' | null>(null)
  const recipientId = person.id
  const plans = useQueryOp('services.plans', { recipientId }).data
  const records = useQueryOp('services.list', { filter: { recipientId }, limit: latest }).data
  const vouchers = useQueryOp('vouchers.list', { filter: { recipientId }, limit: 200 }).data
  const held = vouchers?.rows.filter(({ state }) => state === 'handedOut') ?? []
  const balance = held.reduce((sum, { faceValue }) => sum + faceValue, 0)
  return (
    <section aria-label="服务">
      <Group gap="sm" mt="md" mb={6}>
        <Title order={2} size="h4">
          服务
        </Title>
        {mayWrite && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => setPlanning('new')}
          >
            定服务计划
          </Button>
        )}
        <Button size="compact-md" variant="default" component={Link} href="/services/entry">
          录入服务名单
        </Button>
      </Group>
      {plans?.rows.length === 0 && <Text c="dimmed">没有服务计划。</Text>}
      {plans?.rows.map((plan) => (
        <Group key={plan.id} gap="sm">
          <StateMark state={plan.done >= plan.promised ? 'met' : 'due'}>
            {plan.itemName} {promiseWords(plan)}，本月 {plan.done}/{plan.promised}
          </StateMark>
          <Text size="sm" c="dimmed">
            {plan.unitPays === null ? '未定价' : `本人每次付 ${yuanWords(plan.unitPays)} 元`} ·{' '}
            {formatDay(plan.from)} 起{plan.to ? `，${formatDay(plan.to)} 止` : ''}
            {plan.providerName && ` · ${plan.providerName}`}
          </Text>
          {mayWrite && (
            <Button size="compact-sm" variant="subtle" onClick={() => setPlanning(plan)}>
              修改
            </Button>
          )}
        </Group>
      ))}
      {records && records.rows.length > 0 && (
        <Text size="sm" mt={6}>
          最近：
          {records.rows
            .map((row) => `${formatDay(row.date)} ${row.itemName} ${row.quantity} ${row.unit}`)
            .join('；')}
        </Text>
      )}
      {vouchers && vouchers.rows.length > 0 && (
        <Text size="sm" mt={6}>
          服务券：手里 {held.length} 张，{yuanWords(balance)} 元（
          {vouchers.rows
            .slice(-6)
            .map(({ number, state }) => `${number} ${voucherMachine.states[state].label}`)
            .join('、')}
          ）
        </Text>
      )}
      {planning && (
        <PlanDialog
          plan={planning === 'new' ? undefined : planning}
          people={[person]}
          onClose={() => setPlanning(null)}
        />
      )}
    </section>
  )
}
