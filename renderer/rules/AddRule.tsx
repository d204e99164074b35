import { Chip, Group, Input, Modal, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import type { Duty } from '@shared/domain/cadence/rules'
import { rulePeriodLabel, type RulePeriod } from '@shared/domain/cadence/vocabulary'
import { startOf } from '@shared/domain/calendar/days'
import {
  categoryLabel,
  codesOf,
  contactKindLabel,
  recipientGroupLabel,
  riskLevelLabel,
  type Category,
  type ContactKind,
  type RecipientGroup,
  type RiskLevel,
} from '@shared/domain/vocabulary'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import { ChangePreview } from './ChangePreview'

interface Typed {
  title: string
  duty: Duty
  group: RecipientGroup | null
  category: Category | null
  riskLevel: RiskLevel | null
  kinds: ContactKind[]
  count: number
  period: RulePeriod
  from: string
}

const visitKinds: ContactKind[] = ['phone', 'home', 'video', 'proxy']
/** What usually counts for a duty: its own kind, or whatever reaches the person. */
const kindsOf = (duty: Duty): ContactKind[] => (duty === 'visit' ? visitKinds : [duty])

/** What a new rule is written from: one of a set that an office adopts with changes of its own. */
export type RuleStart = Omit<Typed, 'title' | 'from'>

interface AddRuleProps {
  start?: RuleStart
  onClose: () => void
}

const blankRule: RuleStart = {
  duty: 'visit',
  group: 'elder',
  category: null,
  riskLevel: null,
  kinds: visitKinds,
  count: 1,
  period: 'month',
}

/** 新规则, with what it would do to today's list shown while it is written. */
export function AddRule({ start = blankRule, onClose }: AddRuleProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const add = useCommandOp('rules.add')
  const form = useForm<Typed>({
    initialValues: {
      duty: start.duty,
      group: start.group,
      category: start.category,
      riskLevel: start.riskLevel,
      kinds: start.kinds,
      count: start.count,
      period: start.period,
      // The words follow what is asked; those of the set would no longer be true.
      title: '',
      from: today === '' ? '' : startOf('month', today),
    },
  })
  const { values } = form
  const whom =
    (values.riskLevel ? riskLevelLabel[values.riskLevel] : '') +
    (values.category ? categoryLabel[values.category] : '')
  const byChange = values.period === 'change'
  const suggested = byChange
    ? `${whom}重大变化后次日前${dutyLabel[values.duty]}`
    : `${whom}每${rulePeriodLabel[values.period]}${dutyLabel[values.duty]} ${values.count} 次`
  const rule = {
    ...values,
    count: byChange ? 1 : values.count,
    title: values.title.trim() || suggested,
  }
  const isWhole =
    values.kinds.length > 0 && values.count >= 1 && /^\d{4}-\d{2}-\d{2}$/.test(values.from)

  const save = async (): Promise<void> => {
    try {
      await add.mutateAsync(rule)
      tellDone(`已新增规则“${rule.title}”`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="新规则" size={680}>
      <Stack gap="md">
        <SimpleGrid cols={3}>
          <DictionarySelect
            label="对哪个群体"
            placeholder="全部"
            labels={recipientGroupLabel}
            {...form.getInputProps('group')}
            value={values.group}
          />
          <DictionarySelect
            label="类别"
            placeholder="不限"
            labels={categoryLabel}
            {...form.getInputProps('category')}
            value={values.category}
          />
          <DictionarySelect
            label="风险等级"
            placeholder="不限"
            labels={riskLevelLabel}
            {...form.getInputProps('riskLevel')}
            value={values.riskLevel}
          />
          <DictionarySelect
            label="任务"
            required
            labels={dutyLabel}
            value={values.duty}
            onChange={(duty) => duty && form.setValues({ duty, kinds: kindsOf(duty) })}
          />
          <NumberInput
            label="至少几次"
            required
            min={1}
            max={31}
            disabled={byChange}
            {...form.getInputProps('count')}
          />
          <DictionarySelect
            label="每个"
            required
            labels={rulePeriodLabel}
            {...form.getInputProps('period')}
            value={values.period}
          />
        </SimpleGrid>
        <Input.Wrapper label="哪些方式算数" error={form.errors['kinds']}>
          <Chip.Group
            multiple
            value={values.kinds}
            onChange={(kinds) => form.setFieldValue('kinds', kinds as ContactKind[])}
          >
            <Group gap={6} mt={4}>
              {codesOf(contactKindLabel).map((kind) => (
                <Chip key={kind} value={kind} size="sm">
                  {contactKindLabel[kind]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <SimpleGrid cols={2}>
          <TextInput label="名称" placeholder={suggested} {...form.getInputProps('title')} />
          <DayInput label="从哪天起" required {...form.getInputProps('from')} />
        </SimpleGrid>
        <ChangePreview change={isWhole ? { change: 'add', ...rule } : null} />
        <SaveBar onSave={() => void save()} onCancel={onClose} saving={add.isPending} />
      </Stack>
    </Modal>
  )
}
