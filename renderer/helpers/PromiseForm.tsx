import { Modal, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { pairingRoleLabel, type PairingRole } from '@shared/domain/pairings/vocabulary'
import { pairingModeLabel, type PairingMode } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { useSaveOver } from '../shell/form/useSaveOver'

type PairingRow = OutputOf<'pairings.ofRecipient'>[number]

interface PromiseValues {
  mode: PairingMode | null
  role: PairingRole | null
  commitment: string
  frequency: string
  hours: number | null
}

/** 方式与承诺: how the helper takes part, what was promised, how often and for how long. */
export function PromiseFields<Values extends PromiseValues>(props: {
  form: UseFormReturnType<Values>
}): React.ReactElement {
  const form = props.form as unknown as UseFormReturnType<PromiseValues>
  return (
    <SimpleGrid cols={2}>
      <DictionarySelect
        label="结对方式"
        labels={pairingModeLabel}
        {...form.getInputProps('mode')}
        value={form.values.mode}
      />
      <DictionarySelect
        label="多对一时"
        placeholder="谁为主"
        labels={pairingRoleLabel}
        disabled={form.values.mode !== 'manyToOne'}
        {...form.getInputProps('role')}
        value={form.values.mode === 'manyToOne' ? form.values.role : null}
      />
      <TextInput
        label="承诺内容"
        placeholder="如 买药、打扫、陪同就医"
        {...form.getInputProps('commitment')}
      />
      <TextInput
        label="承诺频次"
        placeholder="如 每周一次电话，每月一次入户"
        {...form.getInputProps('frequency')}
      />
      <NumberInput
        label="承诺时数（每月小时）"
        placeholder="如 4"
        min={0}
        max={744}
        decimalScale={1}
        value={form.values.hours ?? ''}
        onChange={(typed) => form.setFieldValue('hours', typed === '' ? null : Number(typed))}
        error={form.errors['hours']}
      />
    </SimpleGrid>
  )
}

const compared = [
  { key: 'mode', label: '结对方式', labels: pairingModeLabel },
  { key: 'role', label: '多对一时', labels: pairingRoleLabel },
  { key: 'commitment', label: '承诺内容' },
  { key: 'frequency', label: '承诺频次' },
  { key: 'hours', label: '承诺时数' },
] as const

interface PromiseFormProps {
  pairing: PairingRow
  onClose: () => void
}

/** Corrects the promise of a pairing that goes on. */
export function PromiseForm(props: PromiseFormProps): React.ReactElement {
  const { helperName, recipientName } = props.pairing
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`${helperName} 帮扶 ${recipientName} 的方式与承诺`}
      size={640}
    >
      <PromiseBody {...props} />
    </Modal>
  )
}

function PromiseBody({ pairing, onClose }: PromiseFormProps): React.ReactElement {
  const update = useCommandOp('pairings.update')
  const { id, revision, mode, role, commitment, frequency, hours } = pairing
  const form = useForm<PromiseValues>({
    initialValues: { mode, role, hours, commitment: commitment ?? '', frequency: frequency ?? '' },
  })
  const { submit, notice } = useSaveOver({
    form,
    record: { what: '这条结对', revision, fields: compared },
    save: async (revision) => {
      await update.mutateAsync({ id, revision, ...form.getValues() })
      return '方式与承诺已保存'
    },
    onDone: onClose,
  })
  return (
    <Stack gap="md">
      <PromiseFields form={form} />
      {notice}
      <SaveBar onSave={() => void submit()} onCancel={onClose} saving={update.isPending} />
    </Stack>
  )
}
