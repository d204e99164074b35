import { Button, Group, Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { contactKindLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { HelperSelect } from '../helpers/HelperSelect'
import { askReason } from '../shell/ask-reason'
import { namesById } from '../shell/form/conflict'
import { PartialDateInput } from '../shell/form/domain-inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useSaveOver } from '../shell/form/useSaveOver'
import { formatInstant } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { ChecksInput } from './ChecksInput'
import { KindInput } from './KindInput'
import { VisitRecordForm } from './VisitRecordForm'
import { detailsOf, sentDetails, VisitDetailsFields } from './VisitDetailsFields'

export type ContactRow = OutputOf<'contacts.list'>['rows'][number]

/** One record, to read and to correct; taken back with a reason where it should not be there. */
export function EditContact(props: {
  contact: ContactRow
  onClose: () => void
}): React.ReactElement {
  const { contact, onClose } = props
  return (
    <Modal opened onClose={onClose} title={`${contact.recipientName} 的走访记录`} size={720}>
      <EditContactForm {...props} />
    </Modal>
  )
}

function EditContactForm(props: { contact: ContactRow; onClose: () => void }): React.ReactElement {
  const { contact, onClose } = props
  const today = useSession().data?.today
  const mayWrite = useMay('contacts.write')
  const update = useCommandOp('contacts.update')
  const takeBack = useCommandOp('contacts.void')
  const form = useForm({
    initialValues: {
      date: contact.date,
      kind: contact.kind,
      helperId: contact.helperId,
      visitor: contact.visitor ?? '',
      checks: contact.checks ?? {},
      summary: contact.summary ?? '',
      problem: contact.problem ?? '',
      outcome: contact.outcome ?? '',
      details: detailsOf(contact),
    },
  })
  const helpers = useQueryOp('helpers.list', {}).data
  const { submit, notice } = useSaveOver({
    form,
    record: {
      what: '这条走访记录',
      revision: contact.revision,
      fields: [
        { key: 'date', label: '日期' },
        { key: 'kind', label: '方式', labels: contactKindLabel },
        { key: 'helperId', label: '走访人（帮扶人）', labels: namesById(helpers) },
        { key: 'visitor', label: '其他走访人' },
        { key: 'summary', label: '情况' },
        { key: 'problem', label: '发现的问题' },
        { key: 'outcome', label: '处理情况' },
      ],
    },
    save: async (revision) => {
      const { details, ...findings } = form.getValues()
      await update.mutateAsync({ id: contact.id, revision, ...findings, ...sentDetails(details) })
      return '走访记录已保存'
    },
    onDone: onClose,
  })
  const askToTakeBack = (): void =>
    askReason({
      title: '撤销这条走访记录',
      lead: '撤销后不再计入次数，变更记录里仍可查到。',
      label: '撤销',
      onSubmit: async (reason) => {
        await takeBack.mutateAsync({ ids: [contact.id], reason })
        tellDone('走访记录已撤销')
        onClose()
      },
    })
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {formatInstant(contact.enteredAt)} 录入
        {contact.lateDays ? `，走访后 ${contact.lateDays} 天补录` : ''}
      </Text>
      <PartialDateInput label="日期" notAfter={today} {...form.getInputProps('date')} />
      <KindInput {...form.getInputProps('kind')} />
      <SimpleGrid cols={2}>
        <HelperSelect label="走访人（帮扶人）" {...form.getInputProps('helperId')} />
        <TextInput label="其他走访人" {...form.getInputProps('visitor')} />
      </SimpleGrid>
      <ChecksInput {...form.getInputProps('checks')} />
      <Textarea label="情况" autosize minRows={1} {...form.getInputProps('summary')} />
      <SimpleGrid cols={2}>
        <Textarea label="发现的问题" autosize minRows={2} {...form.getInputProps('problem')} />
        <Textarea label="处理情况" autosize minRows={2} {...form.getInputProps('outcome')} />
      </SimpleGrid>
      <VisitDetailsFields
        value={form.values.details}
        onChange={(details) => form.setFieldValue('details', details)}
      />
      <VisitRecordForm contactId={contact.id} />
      {notice}
      {mayWrite && (
        <Group justify="space-between" align="end">
          <SaveBar onSave={() => void submit()} onCancel={onClose} saving={update.isPending} />
          <Button variant="subtle" color="cinnabar" onClick={askToTakeBack}>
            撤销这条记录…
          </Button>
        </Group>
      )}
    </Stack>
  )
}
