import { Button, Card, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import type { RiskTierRule } from '@shared/domain/risk-tiers/propose'
import { riskLevelLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { CriteriaInput } from '../criteria/CriteriaInput'
import { tellDone, tellFailure } from '../shell/notify'
import { FormDialog } from '../shell/form/FormDialog'
import { useMay } from '../shell/session'

const newRule: RiskTierRule = {
  title: '',
  level: 'key',
  conditions: [{ kind: 'age', from: 60, upTo: null }],
}

/** 分级条件: who is proposed for which level; whoever meets none of them is 一般. */
export function RiskTierRules({ onClose }: { onClose: () => void }): React.ReactElement | null {
  const rules = useQueryOp('riskTiers.rules', {})
  return rules.data ? (
    <RulesForm rules={rules.data.rules} own={rules.data.own} onClose={onClose} />
  ) : null
}

interface RulesFormProps {
  rules: readonly RiskTierRule[]
  own: boolean
  onClose: () => void
}

function RulesForm({ rules, own, onClose }: RulesFormProps): React.ReactElement {
  const mayWrite = useMay('rules.write')
  const save = useCommandOp('riskTiers.saveRules')
  const form = useForm<{ rules: RiskTierRule[] }>({ initialValues: { rules: [...rules] } })
  const publish = async (): Promise<void> => {
    try {
      await save.mutateAsync({ rules: null })
      tellDone('分级条件已恢复为通行做法，谁的等级都没有变')
      onClose()
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <FormDialog
      title="分级条件"
      size="lg"
      form={form}
      saving={save.isPending}
      onClose={onClose}
      save={async () => {
        await save.mutateAsync({ rules: form.getValues().rules })
        return '分级条件已保存，建议照新条件提；谁的等级都没有变'
      }}
      locked={!mayWrite}
    >
      <Text size="sm" c="dimmed">
        从高到低看：符合任何一条“高风险”的建议高风险，其次重点，都不符合的建议一般。只提建议，采用以后才改等级。
      </Text>
      {form.values.rules.map((rule, at) => (
        <Card key={at} withBorder padding="sm">
          <Stack gap="xs">
            <Group gap="xs" wrap="nowrap" align="end">
              <TextInput
                flex={1}
                label="哪些人"
                required
                maxLength={60}
                {...form.getInputProps(`rules.${at}.title`)}
              />
              <SegmentedControl
                aria-label="等级"
                transitionDuration={0}
                data={(['high', 'key'] as const).map((value) => ({
                  value,
                  label: riskLevelLabel[value],
                }))}
                value={rule.level}
                onChange={(level) => form.setFieldValue(`rules.${at}.level`, level)}
              />
              <Button
                variant="subtle"
                color="gray"
                onClick={() => form.removeListItem('rules', at)}
                disabled={form.values.rules.length === 1}
              >
                去掉
              </Button>
            </Group>
            <CriteriaInput
              label="都要符合"
              empty="还没有条件。"
              value={rule.conditions}
              onChange={(conditions) => form.setFieldValue(`rules.${at}.conditions`, conditions)}
            />
            {form.errors[`rules.${at}.conditions`] && (
              <Text size="sm" c="red">
                {form.errors[`rules.${at}.conditions`]}
              </Text>
            )}
          </Stack>
        </Card>
      ))}
      {mayWrite && (
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => form.insertListItem('rules', newRule)}
          >
            加一条
          </Button>
          {own && (
            <Button variant="subtle" onClick={() => void publish()}>
              恢复为通行做法
            </Button>
          )}
        </Group>
      )}
    </FormDialog>
  )
}
