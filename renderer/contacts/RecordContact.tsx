import { Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { modals } from '@mantine/modals'
import { useEffect, useEffectEvent } from 'react'
import { readDayEntry } from '@shared/domain/contacts/day-entry'
import type { ContactKind } from '@shared/domain/vocabulary'
import { CallError, useCommandOp, useQueryOp } from '../api'
import { HelperSelect } from '../helpers/HelperSelect'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { ChecksInput, type Checks } from './ChecksInput'
import { DaysInput } from './DaysInput'
import { KindInput } from './KindInput'
import { followUpOf, useFollowUpChoices } from './follow-ups'
import { FollowUpSelect } from './FollowUpSelect'
import { PeoplePicker, type ChosenPerson } from './PeoplePicker'
import { noDetails, sentDetails, VisitDetailsFields, type VisitDetails } from './VisitDetailsFields'

interface RecordContactProps {
  /** Whom it was opened from; more can be added. */
  people?: ChosenPerson[]
  helperId?: number | null
  onClose: () => void
  onSaved?: () => void
}

interface Typed {
  people: ChosenPerson[]
  days: string
  kind: ContactKind
  helperId: number | null
  visitor: string
  checks: Checks
  problem: string
  outcome: string
  /** 去向, as a choice's value. */
  followUp: string | null
  details: VisitDetails
}

/** 记一次走访: one form for one or several people and days. A couple gives two records. */
export function RecordContact(props: RecordContactProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="记一次走访" size={760}>
      <RecordContactForm {...props} />
    </Modal>
  )
}

function RecordContactForm(props: RecordContactProps): React.ReactElement {
  const { people = [], helperId = null, onClose, onSaved } = props
  const today = useSession().data?.today ?? ''
  const record = useCommandOp('contacts.record')
  const form = useForm<Typed>({
    initialValues: {
      people,
      days: '',
      kind: 'phone',
      helperId,
      visitor: '',
      checks: {},
      problem: '',
      outcome: '',
      followUp: null,
      details: noDetails,
    },
  })
  // Where it was opened from is part of the key: a draft about one person stays with them.
  const draft = useDraft(
    `contact:${people.map(({ id }) => id).join('+') || (helperId ?? 'new')}`,
    form,
  )

  useUsualHelper(form.values.people[0]?.id, (id) => {
    const { helperId, visitor } = form.getValues()
    if (helperId === null && visitor === '') form.setFieldValue('helperId', id)
  })

  const choices = useFollowUpChoices()
  const first = form.values.people[0]?.name

  const save = async (allowSame: boolean): Promise<void> => {
    const { people, days, followUp, details, ...findings } = form.getValues()
    const { dates, problems } = readDayEntry(days, today)
    if (problems.length > 0) return void form.getInputNode('days')?.focus()
    try {
      const { ids } = await record.mutateAsync({
        ...findings,
        ...sentDetails(details),
        followUp: followUpOf(choices, followUp),
        recipientIds: people.map(({ id }) => id),
        dates,
        allowSame,
      })
      await draft.discard()
      tellDone(`已登记 ${ids.length} 条走访记录`)
      onSaved?.()
      onClose()
    } catch (error) {
      if (error instanceof CallError && error.code === 'CONFLICT' && !allowSame) {
        modals.openConfirmModal({
          title: '可能重复',
          children: error.message,
          labels: { confirm: '仍然登记', cancel: '回去核对' },
          onConfirm: () => void save(true),
        })
      } else showFailure(form, renamed(error))
    }
  }
  return (
    <Stack gap="md">
      <PeoplePicker
        {...form.getInputProps('people')}
        description="一次看了两位老人就都选上，各登记一条"
        autoFocus={people.length === 0}
      />
      <DaysInput {...form.getInputProps('days')} today={today} autoFocus={people.length > 0} />
      <KindInput {...form.getInputProps('kind')} />
      <SimpleGrid cols={2}>
        <HelperSelect label="走访人（帮扶人）" {...form.getInputProps('helperId')} />
        <TextInput
          label="其他走访人"
          placeholder="不是在册帮扶人时写姓名"
          {...form.getInputProps('visitor')}
        />
      </SimpleGrid>
      <ChecksInput {...form.getInputProps('checks')} />
      <SimpleGrid cols={2}>
        <Textarea label="发现的问题" autosize minRows={2} {...form.getInputProps('problem')} />
        <Textarea label="处理情况" autosize minRows={2} {...form.getInputProps('outcome')} />
      </SimpleGrid>
      <FollowUpSelect
        choices={choices}
        description={
          form.values.people.length > 1
            ? `登记时一起立项，记在 ${first} 名下；另一位也有问题的，分开登记`
            : undefined
        }
        {...form.getInputProps('followUp')}
      />
      <FormSection title="更多" note="起止时间、血压、通知子女、上报、约定回访" foldable folded>
        <WholeRow>
          <Stack gap="md">
            <VisitDetailsFields
              value={form.values.details}
              onChange={(details) => form.setFieldValue('details', details)}
            />
          </Stack>
        </WholeRow>
      </FormSection>
      <SaveBar
        label="登记"
        onSave={() => void save(false)}
        onCancel={onClose}
        saving={record.isPending}
        draft={draft}
      />
    </Stack>
  )
}

/** Proposes the helper of the first person chosen, who most often is the visitor. */
function useUsualHelper(
  recipientId: number | undefined,
  propose: (helperId: number) => void,
): void {
  const pairings = useQueryOp(
    'pairings.ofRecipient',
    { recipientId: recipientId ?? 1 },
    { enabled: recipientId !== undefined },
  )
  const usual = pairings.data?.find(
    (pairing) => pairing.current && pairing.recipientId === recipientId,
  )?.helperId
  const onUsual = useEffectEvent(propose)
  useEffect(() => {
    if (usual !== undefined) onUsual(usual)
  }, [usual])
}

/** The operation's fields under the names they have on this form. */
function renamed(error: unknown): unknown {
  if (!(error instanceof CallError)) return error
  const names: Record<string, string> = { recipientIds: 'people', dates: 'days' }
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, words]) => {
      const [field = '', ...rest] = path.split('.')
      return [names[field] ?? [field, ...rest].join('.'), words]
    }),
  )
  return new CallError({ code: error.code, message: error.message, fields })
}
