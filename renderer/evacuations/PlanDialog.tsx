import { SimpleGrid, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp, type OutputOf } from '../api'
import { ResponsibleInput } from '../ledgers/ResponsibleInput'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { useSession } from '../shell/session'

type Row = OutputOf<'evacuations.list'>['rows'][number]
export type Planned = Pick<Row, 'recipientId' | 'name' | 'plan'>

interface PlanDialogProps {
  /** One person, or several who are moved alike. */
  people: readonly Planned[]
  onClose: () => void
  onDone?: () => void
}

const words = ['phone', 'assistant', 'vehicle', 'shelter', 'route', 'note'] as const

/** 安排转移: who moves them, with what, where to and which way. */
export function PlanDialog({ people, onClose, onDone }: PlanDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const save = useCommandOp('evacuations.plan')
  const [first] = people
  const isOne = people.length === 1
  const known = isOne ? first?.plan : null
  const form = useForm({
    initialValues: {
      helperId: known?.helperId ?? null,
      responsible: known?.responsible ?? '',
      phone: known?.phone ?? '',
      assistant: known?.assistant ?? '',
      vehicle: known?.vehicle ?? '',
      shelter: known?.shelter ?? '',
      route: known?.route ?? '',
      note: known?.note ?? '',
      confirmedOn: known?.confirmedOn ?? '',
    },
  })
  const { values } = form
  const submit = async (): Promise<string> => {
    const { helperId, responsible, confirmedOn, ...facts } = form.getValues()
    // Of several, what is left empty stays as each of them has it.
    const said = (text: string): string | undefined => (isOne || text.trim() ? text : undefined)
    const mover =
      helperId === null && responsible.trim() === '' && !isOne ? {} : { helperId, responsible }
    await save.mutateAsync({
      people: people.map(({ recipientId, plan }) => ({
        recipientId,
        revision: plan?.revision ?? null,
      })),
      ...mover,
      ...Object.fromEntries(words.map((field) => [field, said(facts[field])])),
      confirmedOn: confirmedOn || (isOne ? null : undefined),
    })
    onDone?.()
    return isOne ? `已安排${first?.name}的转移` : `已安排 ${people.length} 人的转移`
  }
  return (
    <FormDialog
      title={isOne ? `安排转移：${first?.name}` : `安排 ${people.length} 人一起转移`}
      form={form}
      size="lg"
      saving={save.isPending}
      save={submit}
      onClose={onClose}
    >
      {!isOne && (
        <Text size="sm" c="dimmed">
          填了的，{people.length} 人都改成一样；没填的，各人保持原样。
        </Text>
      )}
      <ResponsibleInput
        helperId={values.helperId}
        responsible={values.responsible}
        onChange={(value) => form.setValues(value)}
        error={form.errors['helperId'] ?? form.errors['responsible']}
        autoFocus
      />
      <SimpleGrid cols={2}>
        <TextInput
          label="责任人电话"
          placeholder="帮扶人不填的用其档案电话"
          maxLength={40}
          {...form.getInputProps('phone')}
        />
        <TextInput
          label="协助人"
          placeholder="搀扶、背送、陪护的人"
          maxLength={60}
          {...form.getInputProps('assistant')}
        />
        <TextInput
          label="交通工具"
          placeholder="如 步行、三轮车、担架"
          maxLength={60}
          {...form.getInputProps('vehicle')}
        />
        <TextInput
          label="安置地点"
          placeholder="如 村小学二楼、女儿家"
          maxLength={100}
          {...form.getInputProps('shelter')}
        />
      </SimpleGrid>
      <TextInput
        label="转移路线"
        placeholder="如 走后坡水泥路，不过河边桥"
        maxLength={300}
        {...form.getInputProps('route')}
      />
      <TextInput label="备注" maxLength={300} {...form.getInputProps('note')} />
      <DayInput
        label="与本人、责任人核对的日期"
        notAfter={today}
        {...form.getInputProps('confirmedOn')}
      />
    </FormDialog>
  )
}
