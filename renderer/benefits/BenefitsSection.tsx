import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { amountWords } from '@shared/domain/benefits/entitlement'
import { benefitStateLabel, type BenefitState } from '@shared/domain/benefits/vocabulary'
import { addDays } from '@shared/domain/calendar/days'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import factClasses from '../recipients/FactsSection.module.css'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay } from '../shell/session'
import { AccountPanel } from './AccountPanel'
import { CorrectDialog } from './CorrectDialog'
import { RecordDialog } from './RecordDialog'
import { BenefitMark } from './standing-marks'
import { StopDialog } from './StopDialog'

type Benefit = OutputOf<'benefits.person'>['benefits'][number]
type Dialog =
  | { kind: 'record'; benefit: Benefit; state: BenefitState }
  | { kind: 'stop'; benefit: Benefit }
  | { kind: 'correct'; benefit: Benefit }
  | { kind: 'stopAll' }

/** Standings a clerk has to look at, or that are on record; the rest folds away. */
const isShown = ({ register, standing, history }: Benefit): boolean =>
  history.length > 0 || (register && standing !== 'none')

/** 待遇 of one person: what should be, what is, since when and how much, with the reason. */
export function BenefitsSection(props: { recipientId: number; name: string }): React.ReactElement {
  const { recipientId, name } = props
  const { data, error } = useQueryOp('benefits.person', { recipientId })
  const mayWrite = useMay('recipients.write')
  const [all, setAll] = useState(false)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const voidRecord = useCommandOp('benefits.void')
  if (error) return <ErrorPanel error={error} />
  if (!data) return <></>
  const { benefits, accounts, gone } = data
  const shown = benefits.filter((benefit) => all || isShown(benefit))
  const running = benefits.filter(({ standing }) => standing === 'toStop')
  const close = (): void => setDialog(null)
  const lastDay = gone && (gone.status === 'deceased' ? gone.from : addDays(gone.from, -1))
  const suggested = gone
    ? { on: lastDay ?? gone.from, reason: `${recipientStatusLabel[gone.status]}停发` }
    : undefined
  const takeBack = ({ title, record }: Benefit): void =>
    askReason({
      title: `更正：隐去${name}的${title}登记`,
      lead: '用于录错的登记；停发请用“停发”。登记仍留在变更记录里。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voidRecord.mutateAsync({ id: record!.id, reason })
        tellDone('这条登记已隐去')
      },
    })
  return (
    <section aria-label="待遇">
      <Group justify="space-between" mt="md">
        <h2 className={factClasses.title}>待遇</h2>
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
          {all ? '只看有关的' : `全部 ${benefits.length} 项`}
        </Button>
      </Group>
      {gone && running.length > 0 && (
        <Alert
          color="cinnabar"
          variant="light"
          my="xs"
          title={`◆ 还有 ${running.length} 项待遇没有停发`}
        >
          <Group justify="space-between">
            <Text size="sm">
              {formatDay(gone.from)} {recipientStatusLabel[gone.status]}：
              {running.map(({ title }) => title).join('、')}
            </Text>
            {mayWrite && (
              <Button
                size="compact-sm"
                color="cinnabar"
                onClick={() => setDialog({ kind: 'stopAll' })}
              >
                全部停发
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          按现在的档案没有应享的待遇，也没有登记。
        </Text>
      ) : (
        <Table verticalSpacing={6} withTableBorder mt={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>待遇</Table.Th>
              <Table.Th>情况</Table.Th>
              <Table.Th>登记</Table.Th>
              <Table.Th>依据</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((benefit) => (
              <Table.Tr key={benefit.benefit}>
                <Table.Td fw={600}>{benefit.title}</Table.Td>
                <Table.Td>
                  <BenefitMark standing={benefit.standing} />
                  {benefit.standing === 'owed' && benefit.amount !== null && (
                    <Text size="xs">{amountWords(benefit, benefit.amount)}</Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <RecordWords benefit={benefit} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{benefit.reason}</Text>
                </Table.Td>
                <Table.Td>
                  {mayWrite && (
                    <Actions
                      benefit={benefit}
                      onRecord={(state) => setDialog({ kind: 'record', benefit, state })}
                      onStop={() => setDialog({ kind: 'stop', benefit })}
                      onCorrect={() => setDialog({ kind: 'correct', benefit })}
                      onVoid={() => takeBack(benefit)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <AccountPanel recipientId={recipientId} name={name} accounts={accounts} />
      {dialog?.kind === 'record' && (
        <RecordDialog
          people={[{ id: recipientId, name }]}
          benefit={{
            code: dialog.benefit.benefit,
            title: dialog.benefit.title,
            amount: dialog.benefit.amount,
            certificateNo: dialog.benefit.record?.certificateNo,
            level: dialog.benefit.record?.level,
          }}
          state={dialog.state}
          onClose={close}
        />
      )}
      {dialog?.kind === 'stop' && dialog.benefit.record && (
        <StopDialog
          name={name}
          what={{
            kind: 'one',
            id: dialog.benefit.record.id,
            revision: dialog.benefit.record.revision,
            title: dialog.benefit.title,
          }}
          suggested={suggested}
          onClose={close}
        />
      )}
      {dialog?.kind === 'correct' && dialog.benefit.record && (
        <CorrectDialog
          name={name}
          title={dialog.benefit.title}
          record={dialog.benefit.record}
          onClose={close}
        />
      )}
      {dialog?.kind === 'stopAll' && (
        <StopDialog
          name={name}
          what={{ kind: 'all', recipientId, count: running.length }}
          suggested={suggested}
          onClose={close}
        />
      )}
    </section>
  )
}

/** `已享 每月50元 2020年1月1日 起 · 证号 GL-1`, and how it was before. */
function RecordWords({ benefit }: { benefit: Benefit }): React.ReactElement {
  const { record, history } = benefit
  const past = history.filter(({ id }) => id !== record?.id)
  const words = (one: Benefit['history'][number]): string =>
    [
      `${benefitStateLabel[one.state]}${amountWords(benefit, one.amount)}`,
      `${one.from}${one.to ? ` 至 ${one.to}` : ' 起'}`,
      one.level,
      one.certificateNo && `证号 ${one.certificateNo}`,
      one.reason,
      one.endReason,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Stack gap={2}>
      <Text size="sm">{record ? words(record) : '没有登记'}</Text>
      {past.map((one) => (
        <Text size="xs" c="dimmed" key={one.id}>
          {words(one)}
        </Text>
      ))}
    </Stack>
  )
}

interface ActionsProps {
  benefit: Benefit
  onRecord: (state: BenefitState) => void
  onStop: () => void
  onCorrect: () => void
  onVoid: () => void
}

function Actions({
  benefit,
  onRecord,
  onStop,
  onCorrect,
  onVoid,
}: ActionsProps): React.ReactElement {
  const { record, standing, title } = benefit
  const button = (label: string, onClick: () => void) => (
    <Button size="compact-sm" variant="subtle" aria-label={`${title}：${label}`} onClick={onClick}>
      {label}
    </Button>
  )
  const held = record?.state === 'held'
  return (
    <Group gap={2} justify="flex-end" wrap="nowrap">
      {standing !== 'toStop' && button(held ? '变更' : '登记', () => onRecord('held'))}
      {held && button('停发', onStop)}
      {held && button('更正', onCorrect)}
      {record && button('隐去', onVoid)}
    </Group>
  )
}
