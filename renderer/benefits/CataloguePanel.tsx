import { Anchor, Button, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { amountWords, conditionWords } from '@shared/domain/benefits/entitlement'
import { criterionWords } from '@shared/domain/criteria/criterion'
import {
  benefitKindLabel,
  benefitPaymentLabel,
  benefitStandingLabel,
} from '@shared/domain/benefits/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import classes from './BenefitsPage.module.css'
import { WordingDialog } from './WordingDialog'

export type Wording = OutputOf<'benefits.catalogue'>[number]

/** `每月50元（80至89周岁）；每月100元（90至99周岁）` */
export const rateWords = (wording: Pick<Wording, 'bands' | 'payment'>): string =>
  wording.bands.length === 0
    ? benefitPaymentLabel[wording.payment]
    : wording.bands
        .map(({ conditions, amount }) => {
          const rate = amountWords(wording, amount) || '金额待填'
          return conditions.length === 0
            ? rate
            : `${rate}（${conditions.map(criterionWords).join('，')}）`
        })
        .join('；')

/** 待遇目录: what there is, for whom and how much, from which day; edited by the office. */
export function CataloguePanel(): React.ReactElement {
  const catalogue = useQueryOp('benefits.catalogue', {})
  const mayChange = useMay('rules.write')
  const today = useSession().data?.today ?? ''
  const end = useCommandOp('benefits.end')
  const [editing, setEditing] = useState<Wording | 'new' | null>(null)
  if (catalogue.error) return <ErrorPanel error={catalogue.error} />
  const stop = ({ code, title }: Wording): void =>
    askReason({
      title: `停办${title}`,
      lead: '停办以后不再有人应享；已经登记在享的要逐人停发，登记都保留。',
      label: '停办',
      day: { label: '办到哪一天为止', initial: today },
      onSubmit: async (_reason, on) => {
        await end.mutateAsync({ code, on })
        tellDone(`${title}办到 ${formatDay(on)} 为止`)
      },
    })
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          国家基本养老服务清单和本地待遇。改动从所选日期起生效；“逐人登记”的才列应享未享。
        </Text>
        {mayChange && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            加一项待遇
          </Button>
        )}
      </Group>
      <div className={classes.scroll}>
        <Table withTableBorder verticalSpacing={6} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>待遇</Table.Th>
              <Table.Th>谁应享</Table.Th>
              <Table.Th>标准</Table.Th>
              <Table.Th>起</Table.Th>
              <Table.Th>人数</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {catalogue.data?.map((wording) => (
              <Table.Tr key={wording.code}>
                <Table.Td>
                  <Text fw={600}>{wording.title}</Text>
                  <Text size="xs" c="dimmed">
                    {[
                      benefitKindLabel[wording.kind],
                      wording.national ? '国家清单' : '本地',
                      wording.register ? '逐人登记' : '不逐人登记',
                    ].join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>{conditionWords(wording.conditions)}</Table.Td>
                <Table.Td>{rateWords(wording)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {wording.own ? formatDay(wording.from) : '预设'}
                </Table.Td>
                <Table.Td>{wording.counts && <Counts wording={wording} />}</Table.Td>
                <Table.Td>
                  {mayChange && (
                    <Group gap={2} wrap="nowrap" justify="flex-end">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`修改${wording.title}`}
                        onClick={() => setEditing(wording)}
                      >
                        修改
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`停办${wording.title}`}
                        onClick={() => stop(wording)}
                      >
                        停办
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {editing !== null && (
        <WordingDialog
          wording={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

const counted = ['held', 'owed', 'wronglyHeld', 'toStop', 'undecided'] as const

/** Each figure opens its people. */
function Counts({ wording }: { wording: Wording }): React.ReactElement {
  return (
    <Group gap={8}>
      {counted
        .filter((standing) => wording.counts![standing] > 0)
        .map((standing) => (
          <Anchor
            key={standing}
            component={Link}
            size="sm"
            className="figures"
            href={`/benefits?standing=${standing}&benefit=${wording.code}`}
          >
            {benefitStandingLabel[standing]} {wording.counts![standing]}
          </Anchor>
        ))}
    </Group>
  )
}
