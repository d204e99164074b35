import { Button, Group } from '@mantine/core'
import type { ServiceRecordRow } from '@shared/contract/services'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { serviceModeLabel } from '@shared/domain/services/vocabulary'
import { useCommandOp } from '../api'
import { FactsPanel } from '../ledgers/FactsPanel'
import { askReason } from '../shell/ask-reason'
import { formatDay, formatInstant } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay } from '../shell/session'

interface ServiceLookProps {
  record: ServiceRecordRow
  onGone: () => void
}

/** One service record at a glance; typed by mistake it is hidden with a reason. */
export function ServiceLook({ record, onGone }: ServiceLookProps): React.ReactElement {
  const mayWrite = useMay('services.write')
  const hide = useCommandOp('services.void')
  const ask = (): void =>
    askReason({
      title: '录错更正：隐去这条服务记录',
      lead: '隐去后不再计数；付过的服务券退回本人名下。变更记录里仍可查到，正确的请重新登记。',
      label: '隐去',
      onSubmit: async (reason) => {
        await hide.mutateAsync({ ids: [record.id], reason })
        tellDone('已隐去')
        onGone()
      },
    })
  return (
    <>
      <FactsPanel
        title="服务"
        facts={[
          { label: '日期', words: formatDay(record.date) },
          { label: '项目', words: `${record.itemName} ${record.quantity} ${record.unit}` },
          { label: '服务方式', words: serviceModeLabel[record.mode] },
          { label: '谁做的', words: record.providerName },
          { label: '服务类别', words: record.tier ? serviceTierLabel[record.tier] : '无类别' },
          { label: '金额', words: `${yuanWords(record.amount)} 元` },
          { label: '本人付', words: `${yuanWords(record.personPays)} 元` },
          {
            label: '用券',
            words: [`${yuanWords(record.voucherPays)} 元`, record.vouchers.join('、')]
              .filter(Boolean)
              .join('　'),
          },
          { label: '补贴', words: `${yuanWords(record.subsidy)} 元` },
          { label: '备注', words: record.note },
          { label: '录入时间', words: formatInstant(record.enteredAt) },
        ]}
      />
      {mayWrite && (
        <Group mt="md">
          <Button variant="subtle" color="gray" onClick={ask}>
            录错更正…
          </Button>
        </Group>
      )}
    </>
  )
}
