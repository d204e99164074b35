import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { exemptionReasonLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { DayInput } from '../shell/form/domain-inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { formatDay } from '../shell/format'
import { tellDone, wordsOf } from '../shell/notify'
import { useMay, useSession } from '../shell/session'

type ExemptionRow = OutputOf<'exemptions.list'>[number]

const columns: Column<ExemptionRow>[] = [
  {
    key: 'name',
    title: '姓名',
    text: (row) => row.recipientName,
    sortBy: (row) => row.recipientName,
    width: 84,
    whole: true,
  },
  {
    key: 'village',
    title: '村（社区）',
    text: (row) => row.villageName ?? '',
    sortBy: (row) => row.villageName,
    width: 120,
  },
  {
    key: 'reason',
    title: '原因',
    text: (row) => [exemptionReasonLabel[row.reason], row.note].filter(Boolean).join('：'),
    width: 200,
    grow: 1,
  },
  { key: 'from', title: '从', text: (row) => formatDay(row.from), sortBy: (row) => row.from },
  {
    key: 'to',
    title: '到',
    text: (row) => formatDay(row.to) || '另行通知',
    sortBy: (row) => row.to ?? '9',
  },
  {
    key: 'review',
    title: '复核',
    text: (row) => (row.to === null ? formatDay(row.reviewOn) : ''),
    sortBy: (row) => row.reviewOn,
  },
  {
    key: 'now',
    title: '现在',
    hint: '● 两周内结束或该复核的：问一问近况，延长或结束豁免。',
    text: nowWords,
    sortBy: (row) => (row.expiring ? 0 : row.current ? 1 : 2),
    width: 130,
  },
]

function nowWords({ current, expiring, to }: ExemptionRow): string {
  if (!current) return ''
  return expiring ? (to === null ? '● 该复核了' : '● 快到期') : '○ 豁免中'
}

/** Who is exempt, was, or will be; Enter changes the last day. */
export function ExemptionList(): React.ReactElement {
  const exemptions = useQueryOp('exemptions.list', {})
  const mayWrite = useMay('contacts.write')
  const [opened, setOpened] = useState<ExemptionRow | null>(null)
  return (
    <>
      <DataTable
        label="豁免"
        columns={columns}
        rows={exemptions.data}
        rowKey={(row) => row.id}
        rowState={(row) => (row.expiring ? 'due' : row.current ? undefined : 'exempt')}
        onOpen={mayWrite ? setOpened : undefined}
        error={exemptions.error ?? undefined}
        onRetry={() => void exemptions.refetch()}
        empty={{
          title: '没有豁免',
          hint: '老人住院、外出、随子女居住时，在“该联系谁”里点开这个人登记豁免，期间不算逾期。',
        }}
      />
      {opened && <LastDay exemption={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function LastDay(props: { exemption: ExemptionRow; onClose: () => void }): React.ReactElement {
  const { exemption, onClose } = props
  const today = useSession().data?.today ?? ''
  const [on, setOn] = useState(exemption.to ?? today)
  const [reviewOn, setReviewOn] = useState('')
  const end = useCommandOp('exemptions.end')
  const review = useCommandOp('exemptions.review')
  const keep = (): void =>
    review.mutate(
      { id: exemption.id, reviewOn },
      {
        onSuccess: () => {
          tellDone(`${exemption.recipientName} 仍在豁免，${reviewOn} 再复核`)
          onClose()
        },
      },
    )
  const save = (): void =>
    end.mutate(
      { id: exemption.id, on },
      {
        onSuccess: () => {
          tellDone(`${exemption.recipientName} 的豁免改到 ${on} 为止`)
          onClose()
        },
      },
    )
  return (
    <Modal opened onClose={onClose} title={`${exemption.recipientName} 的豁免`} size={460}>
      <Stack gap="md">
        <Text size="sm">
          {exemptionReasonLabel[exemption.reason]}，从 {exemption.from}{' '}
          起。提前结束或延长，都改最后一天。
        </Text>
        <DayInput
          label="最后一天"
          required
          data-autofocus
          value={on}
          onChange={setOn}
          error={end.error ? wordsOf(end.error) : undefined}
        />
        <SaveBar onSave={save} onCancel={onClose} saving={end.isPending} />
        {exemption.to === null && (
          <Group align="end" gap="sm">
            <DayInput
              label="还没结束，下次哪天复核"
              value={reviewOn}
              onChange={setReviewOn}
              error={review.error ? wordsOf(review.error) : undefined}
              style={{ flex: 1 }}
            />
            <Button variant="default" onClick={keep} loading={review.isPending}>
              已复核，继续豁免
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}
