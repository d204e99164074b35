import { Modal, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { unplacedReasonLabel } from '@shared/domain/pairings/suggest'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { HelperSelect } from './HelperSelect'

type Suggestion = OutputOf<'pairings.suggest'>[number]

interface LeaveFormProps {
  helper: Pick<OutputOf<'helpers.file'>, 'id' | 'name' | 'pairings'>
  onClose: () => void
  /** Who stays without a helper: offered for a new pairing right away. */
  onLeft: (people: { id: number; name: string }[]) => void
}

/** 离任: the last day, why, and who takes over whom; all of it one act. */
export function LeaveForm(props: LeaveFormProps): React.ReactElement {
  const { helper, onClose } = props
  const suggestions = useQueryOp('pairings.suggest', { leavingHelperId: helper.id })
  return (
    <Modal opened onClose={onClose} title={`${helper.name} 离任`} size={860}>
      {suggestions.data && !suggestions.isPlaceholderData ? (
        <LeaveFields {...props} suggestions={suggestions.data} />
      ) : (
        <Text c="dimmed">正在找接手的人…</Text>
      )}
    </Modal>
  )
}

function LeaveFields(props: LeaveFormProps & { suggestions: Suggestion[] }): React.ReactElement {
  const { helper, suggestions, onClose, onLeft } = props
  const today = useSession().data?.today ?? ''
  const leave = useCommandOp('helpers.leave')
  const form = useForm({
    initialValues: {
      on: today,
      reason: '',
      common: null as number | null,
      /** In the order of `suggestions`. */
      successors: suggestions.map(({ proposal }) => proposal?.helperId ?? null),
    },
  })
  const current = helper.pairings.filter((pairing) => pairing.current)
  const alone = new Set(suggestions.map(({ recipientId }) => recipientId))
  const others = current.filter(
    ({ recipientId, recipientStatus }) => recipientStatus === 'active' && !alone.has(recipientId),
  )
  const save = async (): Promise<void> => {
    const { on, reason, successors } = form.getValues()
    try {
      const { ended, left } = await leave.mutateAsync({
        id: helper.id,
        on,
        reason,
        successors: suggestions.flatMap(({ recipientId }, at) => {
          const helperId = successors[at] ?? null
          return helperId === null ? [] : [{ recipientId, helperId }]
        }),
      })
      const moved = suggestions.length - left.length
      tellDone(
        `${helper.name} 已离任，${ended} 条结对已结束${moved > 0 ? `，${moved} 人已有人接手` : ''}`,
      )
      onClose()
      if (left.length > 0) {
        onLeft(
          left.map(({ recipientId, recipientName }) => ({ id: recipientId, name: recipientName })),
        )
      }
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <DayInput label="离任日期（最后一天）" required {...form.getInputProps('on')} />
        <TextInput
          label="原因"
          required
          data-autofocus
          placeholder="如 调离、退休、外出务工"
          {...form.getInputProps('reason')}
        />
      </SimpleGrid>
      <Text size="sm">
        {current.length > 0
          ? `${current.length} 条结对到离任那天结束，接手的从第二天开始；档案和走访记录都保留。`
          : '现在没有帮扶对象。档案和走访记录都保留。'}
        {others.length > 0 &&
          `${others.map(({ recipientName }) => recipientName).join('、')} 另有帮扶人，不用接手。`}
      </Text>
      {suggestions.length > 0 && (
        <>
          <HelperSelect
            label={`全部 ${suggestions.length} 人由一位接手（也可以在下面逐人选）`}
            except={helper.id}
            value={form.values.common}
            onChange={(common) => {
              form.setFieldValue('common', common)
              form.setFieldValue(
                'successors',
                suggestions.map(({ proposal }) => common ?? proposal?.helperId ?? null),
              )
            }}
          />
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>老人</Table.Th>
                <Table.Th>村组</Table.Th>
                <Table.Th w={330}>由谁接手</Table.Th>
                <Table.Th>建议的理由</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {suggestions.map((row, at) => (
                <Table.Tr key={row.recipientId}>
                  <Table.Td>{row.recipientName}</Table.Td>
                  <Table.Td>{[row.villageName, row.groupName].filter(Boolean).join(' ')}</Table.Td>
                  <Table.Td>
                    <HelperSelect
                      aria-label={`${row.recipientName} 由谁接手`}
                      except={helper.id}
                      value={form.values.successors[at] ?? null}
                      onChange={(helperId) => form.setFieldValue(`successors.${at}`, helperId)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{reasonOf(row, form.values.successors[at] ?? null)}</Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      <SaveBar
        label="确认离任"
        onSave={() => void save()}
        onCancel={onClose}
        saving={leave.isPending}
      />
    </Stack>
  )
}

/** What speaks for whoever is chosen, or why nobody is proposed. */
function reasonOf(row: Suggestion, helperId: number | null): string {
  const candidate = row.candidates.find((one) => one.helperId === helperId)
  if (candidate) return candidate.reasons.join('、')
  if (helperId !== null) return '自己选的'
  return row.unplaced ? unplacedReasonLabel[row.unplaced] : '不选，之后再结对'
}
