import { Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { majorChangeLabel, type MajorChangeKind } from '@shared/domain/cadence/vocabulary'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import type { ChosenPerson } from './PeoplePicker'

interface MajorChangeFormProps {
  person: ChosenPerson
  onClose: () => void
  onSaved?: () => void
}

/** 登记重大变化: what happened, and when; a rule may ask for a visit by the next day. */
export function MajorChangeForm(props: MajorChangeFormProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title={`${props.person.name} 的重大变化`} size={520}>
      <MajorChangeFields {...props} />
    </Modal>
  )
}

function MajorChangeFields(props: MajorChangeFormProps): React.ReactElement {
  const { person, onClose, onSaved } = props
  const today = useSession().data?.today ?? ''
  const record = useCommandOp('majorChanges.record')
  const form = useForm({
    initialValues: { kind: null as MajorChangeKind | null, date: today, note: '' },
  })
  const save = async (): Promise<void> => {
    const { kind, ...rest } = form.getValues()
    if (kind === null) return form.setFieldError('kind', '请选择发生了什么')
    try {
      await record.mutateAsync({ recipientId: person.id, kind, ...rest })
      tellDone(`已登记 ${person.name} 的重大变化：${majorChangeLabel[kind]}`)
      onSaved?.()
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <Text size="sm">
        出院、重新在册、风险升高、配偶去世会从档案里自动认出，不用再记。采用“分级探访”后，变化次日前要探访一次。
      </Text>
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="发生了什么"
          required
          data-autofocus
          labels={majorChangeLabel}
          {...form.getInputProps('kind')}
          value={form.values.kind}
        />
        <DayInput label="哪天" required {...form.getInputProps('date')} />
      </SimpleGrid>
      <TextInput label="说明" {...form.getInputProps('note')} />
      <SaveBar onSave={() => void save()} onCancel={onClose} saving={record.isPending} />
    </Stack>
  )
}
