import {
  ActionIcon,
  Group,
  Menu,
  MultiSelect,
  NumberInput,
  Stack,
  TagsInput,
  Text,
} from '@mantine/core'
import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import {
  criterionWords,
  type Criterion,
  type CriterionKind,
} from '@shared/domain/criteria/criterion'
import {
  categoryLabel,
  incomeSourceLabel,
  needKindLabel,
  recipientGroupLabel,
  reliefKindLabel,
  type Category,
  type RecipientGroup,
} from '@shared/domain/vocabulary'

/** What each kind of condition is called, and what a new one begins as. */
const kinds: Readonly<Record<CriterionKind, { label: string; begin: Criterion }>> = {
  age: { label: '年龄', begin: { kind: 'age', from: 60, upTo: null } },
  group: { label: '群体', begin: { kind: 'group', anyOf: ['elder'] } },
  category: { label: '属于类别', begin: { kind: 'category', anyOf: ['subsistenceAllowance'] } },
  noCategory: { label: '不属于类别', begin: { kind: 'noCategory', noneOf: ['extremePoverty'] } },
  relief: { label: '救助类别', begin: { kind: 'relief', anyOf: ['subsistenceAllowance'] } },
  noRelief: { label: '没有救助', begin: { kind: 'noRelief', noneOf: ['subsistenceAllowance'] } },
  disabilityLevel: { label: '残疾等级', begin: { kind: 'disabilityLevel', upTo: 2 } },
  abilityScore: { label: '能力评估得分', begin: { kind: 'abilityScore', upTo: 65 } },
  noChildNearby: { label: '县内没有子女', begin: { kind: 'noChildNearby' } },
  income: { label: '经济来源', begin: { kind: 'income', anyOf: ['pension'], atLeast: null } },
  need: { label: '服务需求', begin: { kind: 'need', anyOf: ['dailyLiving'] } },
  disease: { label: '慢性病', begin: { kind: 'disease', anyOf: ['痴呆'] } },
}
const allKinds = Object.keys(kinds) as CriterionKind[]

const options = (labels: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

interface CriteriaInputProps {
  label: string
  /** What it means where there is no condition at all. */
  empty: string
  value: readonly Criterion[]
  onChange: (value: Criterion[]) => void
}

/** The conditions of a rule, each a line; all of them must hold. */
export function CriteriaInput(props: CriteriaInputProps): React.ReactElement {
  const { label, empty, value, onChange } = props
  const replace = (at: number, criterion: Criterion): void =>
    onChange(value.map((one, index) => (index === at ? criterion : one)))
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {value.map((criterion, at) => (
        <Group key={`${at} ${criterion.kind}`} gap="xs" wrap="nowrap" align="center">
          <Text size="sm" w={96} style={{ flex: 'none' }}>
            {kinds[criterion.kind].label}
          </Text>
          <CriterionFields criterion={criterion} onChange={(next) => replace(at, next)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`去掉条件：${criterionWords(criterion)}`}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            style={{ alignSelf: 'start' }}
          >
            加一项条件
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {allKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => onChange([...value, kinds[kind].begin])}>
              {kinds[kind].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  )
}

interface FieldsProps {
  criterion: Criterion
  onChange: (criterion: Criterion) => void
}

function CriterionFields({ criterion, onChange }: FieldsProps): React.ReactElement {
  switch (criterion.kind) {
    case 'age':
      return (
        <Group gap="xs" flex={1}>
          <Years
            label="满几周岁"
            value={criterion.from}
            onChange={(from) => onChange({ ...criterion, from })}
          />
          <Text size="sm">至</Text>
          <Years
            label="最大几周岁"
            value={criterion.upTo}
            onChange={(upTo) => onChange({ ...criterion, upTo })}
          />
          <Text size="sm">周岁</Text>
        </Group>
      )
    case 'group':
      return (
        <Many
          labels={recipientGroupLabel}
          value={criterion.anyOf}
          onChange={(anyOf) => onChange({ ...criterion, anyOf: anyOf as RecipientGroup[] })}
        />
      )
    case 'category':
      return (
        <Many
          labels={categoryLabel}
          value={criterion.anyOf}
          onChange={(anyOf) => onChange({ ...criterion, anyOf: anyOf as Category[] })}
        />
      )
    case 'noCategory':
      return (
        <Many
          labels={categoryLabel}
          value={criterion.noneOf}
          onChange={(noneOf) => onChange({ ...criterion, noneOf: noneOf as Category[] })}
        />
      )
    case 'relief':
      return (
        <OwnWords
          labels={reliefKindLabel}
          value={criterion.anyOf}
          onChange={(anyOf) => onChange({ ...criterion, anyOf })}
        />
      )
    case 'noRelief':
      return (
        <OwnWords
          labels={reliefKindLabel}
          value={criterion.noneOf}
          onChange={(noneOf) => onChange({ ...criterion, noneOf })}
        />
      )
    case 'income':
      return (
        <OwnWords
          labels={incomeSourceLabel}
          value={criterion.anyOf}
          onChange={(anyOf) => onChange({ ...criterion, anyOf })}
        />
      )
    case 'need':
      return (
        <OwnWords
          labels={needKindLabel}
          value={criterion.anyOf}
          onChange={(anyOf) => onChange({ ...criterion, anyOf })}
        />
      )
    case 'disease':
      return (
        <OwnWords
          labels={{}}
          value={criterion.anyOf}
          onChange={(anyOf) => onChange({ ...criterion, anyOf })}
        />
      )
    case 'disabilityLevel':
    case 'abilityScore':
      return (
        <NumberInput
          flex={1}
          aria-label={kinds[criterion.kind].label}
          suffix={criterion.kind === 'abilityScore' ? ' 分及以下' : ' 级及更重'}
          min={criterion.kind === 'abilityScore' ? 0 : 1}
          max={criterion.kind === 'abilityScore' ? 90 : 4}
          value={criterion.upTo}
          onChange={(upTo) => typeof upTo === 'number' && onChange({ ...criterion, upTo })}
        />
      )
    case 'noChildNearby':
      return (
        <Text size="sm" c="dimmed" flex={1}>
          没有子女，或子女都在县外
        </Text>
      )
  }
}

function Years(props: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  return (
    <NumberInput
      w={84}
      aria-label={props.label}
      placeholder="不限"
      min={0}
      max={130}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : null)}
    />
  )
}

interface ChoicesProps {
  labels: Readonly<Record<string, string>>
  value: readonly string[]
  onChange: (value: string[]) => void
}

function Many({ labels, value, onChange }: ChoicesProps) {
  return (
    <MultiSelect
      flex={1}
      aria-label="其中任一"
      searchable
      data={options(labels)}
      value={[...value]}
      onChange={(next) => next.length > 0 && onChange(next)}
    />
  )
}

/** Open lists take an office's own words beside their labels. */
function OwnWords({ labels, value, onChange }: ChoicesProps) {
  const codeOf = new Map(Object.entries(labels).map(([code, label]) => [label, code]))
  return (
    <TagsInput
      flex={1}
      aria-label="其中任一"
      data={Object.values(labels)}
      value={value.map((code) => labels[code] ?? code)}
      onChange={(next) => next.length > 0 && onChange(next.map((word) => codeOf.get(word) ?? word))}
    />
  )
}
