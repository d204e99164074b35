import { Modal, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { chainLevelLabel, type ChainLevel } from '@shared/domain/pairings/vocabulary'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'

interface ChainFormProps {
  of: { villages: { villageId: number; villageName: string }[] } | { person: PersonNamed }
  onClose: () => void
}

interface PersonNamed {
  id: number
  name: string
}

/** 定责任人: from a day on, for several villages or for one person. */
export function ChainForm(props: ChainFormProps): React.ReactElement {
  const { of } = props
  const whose =
    'person' in of ? of.person.name : of.villages.map(({ villageName }) => villageName).join('、')
  return (
    <Modal opened onClose={props.onClose} title={`定责任人：${whose}`} size={620}>
      <ChainFields {...props} />
    </Modal>
  )
}

const levels = Object.entries(chainLevelLabel).map(([value, label]) => ({ value, label }))

function ChainFields({ of, onClose }: ChainFormProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const set = useCommandOp('chain.set')
  const form = useForm({
    initialValues: {
      level: 'supervisor' as ChainLevel,
      name: '',
      post: '',
      phone: '',
      from: today,
    },
  })
  const save = async (): Promise<void> => {
    const values = form.getValues()
    const owner =
      'person' in of
        ? { recipientId: of.person.id }
        : { villageIds: of.villages.map(({ villageId }) => villageId) }
    try {
      await set.mutateAsync({ ...values, ...owner })
      tellDone(`${chainLevelLabel[values.level]} ${values.name} 已保存`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="哪一级"
        data={levels}
        value={form.values.level}
        onChange={(level) => form.setFieldValue('level', level as ChainLevel)}
        transitionDuration={0}
      />
      <SimpleGrid cols={2}>
        <TextInput label="姓名" required data-autofocus {...form.getInputProps('name')} />
        <TextInput label="职务" {...form.getInputProps('post')} />
        <TextInput label="电话" {...form.getInputProps('phone')} />
        <DayInput label="从哪天起" required {...form.getInputProps('from')} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        原来的责任人到前一天为止，记录保留。
        {'person' in of && '只对这一位；本村其他人仍由村里的责任人负责。'}
      </Text>
      <SaveBar onSave={() => void save()} onCancel={onClose} saving={set.isPending} />
    </Stack>
  )
}
