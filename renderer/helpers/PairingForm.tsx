import { Checkbox, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PairingRole } from '@shared/domain/pairings/vocabulary'
import type { PairingMode } from '@shared/domain/vocabulary'
import { useCommandOp } from '../api'
import { PeoplePicker, type ChosenPerson } from '../contacts/PeoplePicker'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { HelperSelect } from './HelperSelect'
import { PromiseFields } from './PromiseForm'

interface PairingFormProps {
  people?: ChosenPerson[]
  helperId?: number | null
  onClose: () => void
}

/** 结对: one helper takes on one or several people, beside or instead of who helped before. */
export function PairingForm(props: PairingFormProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="结对帮扶" size={640}>
      <PairingFields {...props} />
    </Modal>
  )
}

function PairingFields(props: PairingFormProps): React.ReactElement {
  const { people = [], helperId = null, onClose } = props
  const today = useSession().data?.today ?? ''
  const create = useCommandOp('pairings.create')
  const form = useForm({
    initialValues: {
      people,
      helperId,
      from: today,
      mode: 'oneToOne' as PairingMode | null,
      role: null as PairingRole | null,
      commitment: '',
      frequency: '',
      hours: null as number | null,
      replaces: false,
      replaceReason: '',
    },
  })
  const save = async (): Promise<void> => {
    const { people, helperId, replaces, replaceReason, ...pairing } = form.getValues()
    if (helperId === null) return form.setFieldError('helperId', '请选择帮扶人')
    if (people.length === 0) return form.setFieldError('people', '请选择关爱对象')
    if (replaces && replaceReason.trim() === '') {
      return form.setFieldError('replaceReason', '请写明更换原因')
    }
    try {
      const { ids, replaced } = await create.mutateAsync({
        helperId,
        recipientIds: people.map(({ id }) => id),
        ...pairing,
        replaceReason: replaces ? replaceReason : null,
      })
      tellDone(`已结对 ${ids.length} 人${replaced > 0 ? `，原有 ${replaced} 条结对已结束` : ''}`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <HelperSelect
        label="帮扶人"
        required
        data-autofocus={helperId === null || undefined}
        {...form.getInputProps('helperId')}
      />
      <PeoplePicker
        {...form.getInputProps('people')}
        description="可以一次选几位"
        autoFocus={helperId !== null && people.length === 0}
      />
      <SimpleGrid cols={2}>
        <DayInput label="结对日期" required {...form.getInputProps('from')} />
      </SimpleGrid>
      <PromiseFields form={form} />
      <Checkbox
        label="接替原来的帮扶人（原有结对到前一天结束）"
        {...form.getInputProps('replaces', { type: 'checkbox' })}
      />
      {form.values.replaces && (
        <TextInput label="更换原因" required {...form.getInputProps('replaceReason')} />
      )}
      <SaveBar
        label="结对"
        onSave={() => void save()}
        onCancel={onClose}
        saving={create.isPending}
      />
    </Stack>
  )
}
