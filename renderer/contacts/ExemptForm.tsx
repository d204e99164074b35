import { Checkbox, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { exemptionReasonLabel, type ExemptionReason } from '@shared/domain/vocabulary'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import type { ChosenPerson } from './PeoplePicker'

interface ExemptFormProps {
  person: ChosenPerson
  onClose: () => void
  onSaved?: () => void
}

/** 豁免: for how long nobody owes this person a contact, and why. */
export function ExemptForm(props: ExemptFormProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title={`${props.person.name} 豁免走访`} size={520}>
      <ExemptFields {...props} />
    </Modal>
  )
}

function ExemptFields(props: ExemptFormProps): React.ReactElement {
  const { person, onClose, onSaved } = props
  const today = useSession().data?.today ?? ''
  const add = useCommandOp('exemptions.add')
  const form = useForm({
    initialValues: {
      reason: null as ExemptionReason | null,
      from: today,
      to: '',
      isOpen: false,
      reviewOn: '',
      note: '',
    },
  })
  const save = async (): Promise<void> => {
    const { reason, isOpen, to, reviewOn, ...rest } = form.getValues()
    if (reason === null) return form.setFieldError('reason', '请选择原因')
    try {
      await add.mutateAsync({
        recipientId: person.id,
        reason,
        to: isOpen ? null : to,
        reviewOn: isOpen ? reviewOn : null,
        ...rest,
      })
      tellDone(
        isOpen ? `${person.name} 豁免到另行通知，${reviewOn} 复核` : `${person.name} 豁免到 ${to}`,
      )
      onSaved?.()
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <Text size="sm">豁免期间不算到期、也不算逾期，期满自动恢复。豁免不免生存认证。</Text>
      <DictionarySelect
        label="原因"
        required
        data-autofocus
        labels={exemptionReasonLabel}
        {...form.getInputProps('reason')}
        value={form.values.reason}
      />
      <SimpleGrid cols={2}>
        <DayInput label="从哪天" required {...form.getInputProps('from')} />
        {form.values.isOpen ? (
          <DayInput label="哪天复核" required {...form.getInputProps('reviewOn')} />
        ) : (
          <DayInput label="到哪天（可以再改）" required {...form.getInputProps('to')} />
        )}
      </SimpleGrid>
      <Checkbox
        label="还不知道哪天结束"
        description="到复核那天会提醒再问一次"
        {...form.getInputProps('isOpen', { type: 'checkbox' })}
      />
      <TextInput label="说明" placeholder="如 县医院住院" {...form.getInputProps('note')} />
      <SaveBar
        label="登记豁免"
        onSave={() => void save()}
        onCancel={onClose}
        saving={add.isPending}
      />
    </Stack>
  )
}
