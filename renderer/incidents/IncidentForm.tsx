import { Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { ResponsibleInput, responsibleFields } from '../ledgers/ResponsibleInput'
import { TimeInput } from '../ledgers/StepForm'
import { DayInput } from '../shell/form/domain-inputs'
import { EditInPlace } from '../shell/form/EditInPlace'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

type IncidentFile = OutputOf<'incidents.file'>

interface Facts {
  kind: string | null
  openedOn: string
  discoveredAt: string
  discoveredBy: string
  place: string
  situation: string
  helperId: number | null
  responsible: string
}

const factsOf = ({ kind, discoveredAt, ...facts }: Facts) => ({
  ...facts,
  kind: kind ?? '',
  discoveredAt: discoveredAt || null,
})

interface NewIncidentProps {
  person?: ChosenPerson
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 强制报告: what was found, when and where; the clock runs from the hour written here. */
export function NewIncident(props: NewIncidentProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="登记强制报告" size={760}>
      <NewIncidentFields {...props} />
    </Modal>
  )
}

function NewIncidentFields(props: NewIncidentProps): React.ReactElement {
  const { person, onClose, onOpened } = props
  const today = useSession().data?.today ?? ''
  const open = useCommandOp('incidents.open')
  const form = useForm<Facts & { people: ChosenPerson[] }>({
    initialValues: {
      people: person ? [person] : [],
      kind: null,
      openedOn: today,
      discoveredAt: '',
      discoveredBy: '',
      place: '',
      situation: '',
      helperId: null,
      responsible: '',
    },
  })
  const draft = useDraft(`incident:${person?.id ?? 'new'}`, form)
  const save = async (): Promise<void> => {
    form.clearErrors()
    const { people, ...facts } = form.getValues()
    const [first] = people
    if (!first) return form.setFieldError('people', '请选择关爱对象')
    try {
      const { id } = await open.mutateAsync({ recipientId: first.id, ...factsOf(facts) })
      await draft.discard()
      tellDone(`已登记${first.name}的强制报告，时限从发现时间算起`)
      onOpened?.(id)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <PeoplePicker
        {...form.getInputProps('people')}
        onChange={(people) => form.setFieldValue('people', people.slice(-1))}
        autoFocus={!person}
      />
      <IncidentFactInputs form={form as unknown as UseFormReturnType<Facts>} />
      <SaveBar
        label="登记"
        onSave={() => void save()}
        onCancel={onClose}
        saving={open.isPending}
        draft={draft}
      />
    </Stack>
  )
}

function IncidentFactInputs({ form }: { form: UseFormReturnType<Facts> }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const protocol = useQueryOp('incidents.protocol', {})
  return (
    <>
      <SimpleGrid cols={2}>
        <Select
          label="事件"
          required
          data={(protocol.data?.kinds ?? []).map(({ code, label }) => ({ value: code, label }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label="地点" {...form.getInputProps('place')} />
        <DayInput label="发现日期" required notAfter={today} {...form.getInputProps('openedOn')} />
        <TimeInput
          label="发现时间"
          description="不知道几点就空着，时限从当天 0 点算起"
          {...form.getInputProps('discoveredAt')}
        />
        <TextInput label="发现人" {...form.getInputProps('discoveredBy')} />
      </SimpleGrid>
      <Textarea label="情况" required autosize minRows={3} {...form.getInputProps('situation')} />
      <ResponsibleInput
        helperId={form.values.helperId}
        responsible={form.values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId']}
      />
    </>
  )
}

interface CorrectIncidentProps {
  incident: IncidentFile
  onDone: () => void
}

/** 更正情况: every change is told in the trail with its reason. */
export function CorrectIncident({ incident, onDone }: CorrectIncidentProps): React.ReactElement {
  const correct = useCommandOp('incidents.correct')
  const { id, revision, recipientName } = incident
  const form = useForm<Facts & { reason: string }>({
    initialValues: {
      kind: incident.kind,
      openedOn: incident.openedOn,
      discoveredAt: incident.discoveredAt ?? '',
      discoveredBy: incident.discoveredBy ?? '',
      place: incident.place ?? '',
      situation: incident.situation,
      helperId: incident.helperId,
      responsible: incident.responsible ?? '',
      reason: '',
    },
  })
  const kinds = useQueryOp('incidents.protocol', {}).data?.kinds ?? []
  const helpers = useQueryOp('helpers.list', {}).data
  return (
    <EditInPlace
      draft={`incident:${id}`}
      what="这件强制报告"
      form={form}
      revision={revision}
      fields={[
        {
          key: 'kind',
          label: '事件',
          labels: Object.fromEntries(kinds.map(({ code, label }) => [code, label])),
        },
        { key: 'openedOn', label: '发现日期' },
        { key: 'discoveredAt', label: '发现时间' },
        { key: 'discoveredBy', label: '发现人' },
        { key: 'place', label: '地点' },
        { key: 'situation', label: '情况' },
        ...responsibleFields(helpers),
      ]}
      label="更正"
      saving={correct.isPending}
      onDone={onDone}
      save={async (revision) => {
        const { reason, ...facts } = form.getValues()
        await correct.mutateAsync({ id, revision, reason, ...factsOf(facts) })
        return `已更正${recipientName}的强制报告`
      }}
    >
      <IncidentFactInputs form={form as unknown as UseFormReturnType<Facts>} />
      <TextInput
        label="更正原因"
        required
        description="改了什么、为什么改，会写进办理经过"
        {...form.getInputProps('reason')}
      />
    </EditInPlace>
  )
}
