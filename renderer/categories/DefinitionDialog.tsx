import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { isDay } from '@shared/domain/calendar/days'
import {
  ageTurnsLabel,
  emptyNestLabel,
  incapacityLabel,
  leftBehindLabel,
  livingAloneLabel,
  unwillingLabel,
} from '@shared/domain/categories/vocabulary'
import { useCommandOp, type InputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { DefinitionPreview } from './DefinitionPreview'
import type { Definition } from './CategoryRulesSection'

interface DefinitionDialogProps {
  /** What the form begins with. */
  definition: Definition
  onClose: () => void
}

type Values = Omit<Definition, 'partlyIncapacitatedUpTo'> & {
  from: string
  /** Empty where a score only ever tells 失能. */
  partlyIncapacitatedUpTo: number | ''
}

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Without the days and standing that a listed definition carries. */
const pickDefinition = ({
  title,
  elderFrom,
  awayMonths,
  advancedAgeFrom,
  ageTurns,
  leftBehind,
  unwilling,
  livingAlone,
  emptyNest,
  incapacity,
  incapacitatedUpTo,
}: Definition): Omit<Definition, 'partlyIncapacitatedUpTo'> => ({
  title,
  elderFrom,
  awayMonths,
  advancedAgeFrom,
  ageTurns,
  leftBehind,
  unwilling,
  livingAlone,
  emptyNest,
  incapacity,
  incapacitatedUpTo,
})

/** Null while something needed is empty. */
function askOf(values: Values): InputOf<'categoryRules.save'> | null {
  const { title, from, partlyIncapacitatedUpTo: partly, ...rest } = values
  const numbers = [rest.elderFrom, rest.awayMonths, rest.advancedAgeFrom, rest.incapacitatedUpTo]
  if (title.trim().length < 2 || !isDay(from) || numbers.some((one) => typeof one !== 'number'))
    return null
  return { ...rest, title, from, partlyIncapacitatedUpTo: partly === '' ? null : partly }
}

/** A definition from a day on; below it, whom each category gains and loses by it. */
export function DefinitionDialog({
  definition,
  onClose,
}: DefinitionDialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const save = useCommandOp('categoryRules.save')
  const form = useForm<Values>({
    initialValues: {
      ...pickDefinition(definition),
      partlyIncapacitatedUpTo: definition.partlyIncapacitatedUpTo ?? '',
      from: today,
    },
    validate: {
      title: (title) => (title.trim().length < 2 ? '请给口径起个名字' : null),
      from: (from) => (isDay(from) ? null : '请填写从哪一天起'),
    },
  })
  const [asked] = useDebouncedValue(JSON.stringify(askOf({ ...form.values, title: '试算' })), 300)
  const submit = form.onSubmit(async (values) => {
    const ask = askOf(values)
    if (!ask) return
    try {
      await save.mutateAsync(ask)
      tellDone(`口径“${ask.title}”从 ${ask.from} 起使用`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  })
  return (
    <Modal opened onClose={onClose} title="从哪一天起，用什么口径" size="80rem">
      <form onSubmit={submit}>
        <Stack gap="md">
          <SimpleGrid cols={3}>
            <TextInput label="口径名称" required data-autofocus {...form.getInputProps('title')} />
            <DayInput label="从哪一天起" required {...form.getInputProps('from')} />
            <Select
              label="周岁怎么算"
              data={options(ageTurnsLabel)}
              {...form.getInputProps('ageTurns')}
            />
            <Select
              label="留守"
              data={options(leftBehindLabel)}
              {...form.getInputProps('leftBehind')}
            />
            <Select
              label="身边的赡养人不愿赡养"
              disabled={form.values.leftBehind === 'anyChildAwayHalfYear'}
              data={options(unwillingLabel)}
              {...form.getInputProps('unwilling')}
            />
            <NumberInput
              label="外出满几个月"
              min={1}
              max={36}
              {...form.getInputProps('awayMonths')}
            />
            <NumberInput label="老年人从几周岁起" min={50} {...form.getInputProps('elderFrom')} />
            <Select
              label="独居"
              data={options(livingAloneLabel)}
              {...form.getInputProps('livingAlone')}
            />
            <Select
              label="空巢"
              data={options(emptyNestLabel)}
              {...form.getInputProps('emptyNest')}
            />
            <NumberInput
              label="高龄从几周岁起"
              min={60}
              {...form.getInputProps('advancedAgeFrom')}
            />
            <Select
              label="失能依据"
              data={options(incapacityLabel)}
              {...form.getInputProps('incapacity')}
            />
            <NumberInput
              label="能力评估几分及以下为失能"
              min={0}
              max={90}
              {...form.getInputProps('incapacitatedUpTo')}
            />
            <NumberInput
              label="再往上几分为半失能"
              description="留空：得分只判失能"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={0}
              max={90}
              {...form.getInputProps('partlyIncapacitatedUpTo')}
            />
          </SimpleGrid>
          <DefinitionPreview ask={JSON.parse(asked) as InputOf<'categoryRules.preview'> | null} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
