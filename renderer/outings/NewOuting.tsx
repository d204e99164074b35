import { Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { factsChoiceLabel, type FactsChoice } from '@shared/domain/outings/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { choices } from '../ledgers/CaseFilters'
import { absenceWords, relationWords } from '../recipients/family-words'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { noOuting, OutingInputs, saidOf, type OutingFacts } from './OutingForm'

interface Typed extends OutingFacts {
  people: ChosenPerson[]
  familyMemberId: string | null
  openedOn: string
  by: string
  note: string
  factsChoice: FactsChoice
}

interface NewOutingProps {
  person?: ChosenPerson
  onClose: () => void
  onOpened?: (id: number) => void
}

/** 登记外出: whose child leaves, and what the file is to say from now on. */
export function NewOuting(props: NewOutingProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="登记外出报告" size={860}>
      <NewOutingFields {...props} />
    </Modal>
  )
}

function NewOutingFields({ person, onClose, onOpened }: NewOutingProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const open = useCommandOp('outings.open')
  const form = useForm<Typed>({
    initialValues: {
      people: person ? [person] : [],
      familyMemberId: null,
      openedOn: today,
      by: '',
      note: '',
      factsChoice: 'begin',
      ...noOuting,
      since: today,
    },
  })
  const draft = useDraft(`outing:${person?.id ?? 'new'}`, form)
  const [first] = form.values.people
  const save = async (): Promise<void> => {
    form.clearErrors()
    const {
      people: _,
      familyMemberId,
      openedOn,
      by,
      note,
      factsChoice,
      ...facts
    } = form.getValues()
    if (!first) return form.setFieldError('people', '请选择老人')
    if (!familyMemberId) return form.setFieldError('familyMemberId', '请选择谁外出')
    try {
      const { id } = await open.mutateAsync({
        recipientId: first.id,
        familyMemberId: Number(familyMemberId),
        openedOn,
        by,
        note,
        factsChoice,
        ...saidOf(facts),
      })
      await draft.discard()
      tellDone(`已登记${first.name}家的外出报告`)
      onClose()
      onOpened?.(id)
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <PeoplePicker
        {...form.getInputProps('people')}
        label="哪位老人家"
        onChange={(people) => form.setValues({ people: people.slice(-1), familyMemberId: null })}
        autoFocus={!person}
      />
      {first && <WhoLeaves recipientId={first.id} form={form} />}
      <OutingInputs form={form as unknown as UseFormReturnType<OutingFacts>} />
      <SimpleGrid cols={3}>
        <DayInput label="报告日期" required notAfter={today} {...form.getInputProps('openedOn')} />
        <TextInput label="谁记下的" maxLength={60} {...form.getInputProps('by')} />
        <TextInput label="说明" maxLength={1000} {...form.getInputProps('note')} />
      </SimpleGrid>
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

/** Who of the family it is, what the file says of them now, and what it is to say. */
function WhoLeaves(props: {
  recipientId: number
  form: UseFormReturnType<Typed>
}): React.ReactElement {
  const { recipientId, form } = props
  const dictionaries = useDictionaries()
  const { data: file } = useQueryOp('recipients.file', { id: recipientId })
  const family = file?.family ?? []
  const member = family.find(({ id }) => String(id) === form.values.familyMemberId)
  if (file && family.length === 0) {
    return (
      <Text size="sm" c="cinnabar">
        档案里还没有登记家庭成员。先在档案的“家庭与赡养”页添加，再来登记外出。
      </Text>
    )
  }
  const choose = (familyMemberId: string | null): void => {
    const chosen = family.find(({ id }) => String(id) === familyMemberId)
    form.setValues({ familyMemberId, factsChoice: 'begin' })
    if (chosen?.absence) {
      const { scope, reason } = chosen.absence
      form.setValues({ scope, reason: reason as OutingFacts['reason'] })
    }
  }
  return (
    <>
      <SimpleGrid cols={2}>
        <Select
          label="谁外出"
          required
          data-autofocus
          data={family.map((one) => ({
            value: String(one.id),
            label: `${one.name}（${relationWords(one, dictionaries)}）`,
          }))}
          {...form.getInputProps('familyMemberId')}
          onChange={choose}
        />
        <Select
          label="档案里的外出情况"
          data={choices(factsChoiceLabel).filter(
            ({ value }) => value !== 'correct' || member?.absence,
          )}
          allowDeselect={false}
          {...form.getInputProps('factsChoice')}
        />
      </SimpleGrid>
      {member && (
        <Text size="sm" c="dimmed">
          档案现在写的是：{absenceWords(member, dictionaries) || '没有写在哪里'}
        </Text>
      )}
    </>
  )
}
