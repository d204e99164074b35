import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  Paper,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { isDay } from '@shared/domain/calendar/days'
import { tierSchemeOn, type TierRule, type TierScheme } from '@shared/domain/service-tiers/scheme'
import {
  freeReadingLabel,
  serviceTierLabel,
  type FreeReading,
  type ServiceTier,
} from '@shared/domain/service-tiers/vocabulary'
import { categoryLabel, codesOf, type Category } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { CriteriaInput } from '../criteria/CriteriaInput'
import { ErrorPanel } from '../shell/ErrorPanel'
import { DayInput } from '../shell/form/domain-inputs'
import { formatDay } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { TierPreview } from './TierPreview'

const categories = codesOf(categoryLabel).map((value) => ({ value, label: categoryLabel[value] }))
const tiers = codesOf(serviceTierLabel).map((value) => ({ value, label: serviceTierLabel[value] }))

/** 设置 · 服务类别规则: which rules hold, and what a change would do before it is saved. */
export function TierRulesSection(): React.ReactElement {
  const schemes = useQueryOp('serviceTiers.schemes', {})
  const today = useSession().data?.today
  if (schemes.error) return <ErrorPanel error={schemes.error} />
  if (!schemes.data || !today) return <></>
  return <SchemeForm key={JSON.stringify(schemes.data)} schemes={schemes.data} today={today} />
}

function SchemeForm(props: { schemes: readonly TierScheme[]; today: string }): React.ReactElement {
  const { schemes, today } = props
  const inForce = tierSchemeOn(schemes, today)
  const [scheme, setScheme] = useState<TierScheme>({ ...inForce, from: today, to: null })
  const [settled] = useDebouncedValue(scheme, 250)
  const save = useCommandOp('serviceTiers.saveScheme')
  const mayChange = useMay('rules.write')
  const { from, reading, rules, volunteerFirst } = scheme
  const isChanged =
    JSON.stringify({ ...scheme, from: '' }) !== JSON.stringify({ ...inForce, from: '', to: null })
  const setRules = (next: readonly TierRule[]): void => setScheme({ ...scheme, rules: next })
  const addRule = (): void => {
    const taken = new Set(rules.map(({ code }) => code))
    let number = 1
    while (taken.has(`own${number}`)) number += 1
    setRules([
      ...rules,
      { code: `own${number}`, tier: 'lowCost', title: '', groups: [], conditions: [] },
    ])
  }
  const submit = async (): Promise<void> => {
    try {
      await save.mutateAsync({ from, reading, rules, volunteerFirst })
      tellDone(`服务类别规则已改，${formatDay(from)} 起照此计算`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Stack gap="lg">
      <div>
        <h2>服务类别规则</h2>
        <Text size="sm" c="dimmed">
          取无偿、低偿、有偿中符合的最好一档，志愿服务另计。改动从所选日期起生效，以前的日子仍按当时的规则。
        </Text>
      </div>
      <fieldset disabled={!mayChange} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Stack gap="md">
          <Radio.Group
            label="无偿规则的读法"
            description="“年满70周岁、生活不能自理且在市区无子女照顾的低保老人、重点优抚对象、三无老人……”一句有两种读法"
            value={reading}
            onChange={(value) => setScheme({ ...scheme, reading: value as FreeReading })}
          >
            <Stack gap={6} mt={4}>
              {codesOf(freeReadingLabel).map((code) => (
                <Radio key={code} value={code} label={freeReadingLabel[code]} />
              ))}
            </Stack>
          </Radio.Group>
          {rules.map((rule, at) => (
            <RuleFields
              key={rule.code}
              rule={rule}
              onChange={(next) => setRules(rules.map((one, i) => (i === at ? next : one)))}
              onRemove={() => setRules(rules.filter((_, i) => i !== at))}
            />
          ))}
          <Group>
            <Button variant="subtle" leftSection={<IconPlus size={16} />} onClick={addRule}>
              再加一条规则
            </Button>
          </Group>
          <MultiSelect
            label="志愿服务优先"
            data={categories}
            value={[...volunteerFirst]}
            onChange={(next) => setScheme({ ...scheme, volunteerFirst: next as Category[] })}
          />
          <DayInput
            label="从哪天起"
            required
            value={from}
            onChange={(next) => setScheme({ ...scheme, from: next })}
          />
        </Stack>
      </fieldset>
      {isChanged && isDay(from) && <TierPreview scheme={settled} />}
      <Group>
        <Button
          onClick={() => void submit()}
          loading={save.isPending}
          disabled={!mayChange || !isChanged || !isDay(from)}
        >
          保存服务类别规则
        </Button>
      </Group>
    </Stack>
  )
}

function RuleFields(props: {
  rule: TierRule
  onChange: (rule: TierRule) => void
  onRemove: () => void
}): React.ReactElement {
  const { rule, onChange, onRemove } = props
  return (
    <Paper withBorder p="sm" role="group" aria-label={`规则：${rule.title}`}>
      <Stack gap="sm">
        <Group wrap="nowrap" align="end">
          <Select
            w={110}
            label="类别"
            allowDeselect={false}
            data={tiers}
            value={rule.tier}
            onChange={(tier) => tier && onChange({ ...rule, tier: tier as ServiceTier })}
          />
          <TextInput
            flex={1}
            label="规则名称"
            required
            maxLength={60}
            value={rule.title}
            onChange={(event) => onChange({ ...rule, title: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={6}
            aria-label={`去掉规则：${rule.title}`}
            onClick={onRemove}
          >
            <IconX size={18} />
          </ActionIcon>
        </Group>
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <MultiSelect
            label="属于其中任何一类"
            placeholder={rule.groups.length === 0 ? '不限类别' : undefined}
            searchable
            data={categories}
            value={[...rule.groups]}
            onChange={(groups) => onChange({ ...rule, groups: groups as Category[] })}
          />
          <CriteriaInput
            label="并且都满足"
            empty="没有别的条件"
            value={rule.conditions}
            onChange={(conditions) => onChange({ ...rule, conditions })}
          />
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}
