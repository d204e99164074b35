import { Button, Group, Menu, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { useMay } from '../shell/session'
import { AddRule, type RuleStart } from './AddRule'
import { CreditsSection } from './CreditsSection'
import { RateScopeSection } from './RateScopeSection'
import { askWords, boundWords, spanWords, standingWord } from './rule-words'
import { AdoptPreset, EndRule } from './RuleChanges'

type Rules = OutputOf<'rules.list'>
export type RuleRow = Rules['rules'][number]
export type PresetRow = Rules['presets'][number]

/** 设置 → 频次规则: which rules hold from when to when, and the sets an office may adopt. */
export function RulesSection(): React.ReactElement {
  const rules = useQueryOp('rules.list', {})
  const mayWrite = useMay('rules.write')
  const [open, setOpen] = useState<
    | { what: 'adopt'; preset: PresetRow }
    | { what: 'end'; rule: RuleRow }
    | { what: 'add'; start?: RuleStart }
    | null
  >(null)
  if (rules.error) {
    return <ErrorPanel error={rules.error} onRetry={() => void rules.refetch()} />
  }
  const close = (): void => setOpen(null)
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <h2>频次规则</h2>
          {mayWrite && <Button onClick={() => setOpen({ what: 'add' })}>新规则</Button>}
        </Group>
        <Text size="sm" c="dimmed">
          规则说明该联系谁、多久几次。几条规则同时管一个人时按最严的算；过去的月份仍按当时的规则。
        </Text>
        <RuleTable
          rules={rules.data?.rules ?? []}
          onEnd={mayWrite ? (rule) => setOpen({ what: 'end', rule }) : undefined}
        />
      </Stack>
      <Stack gap="sm">
        <h2>整套采用</h2>
        {rules.data?.presets.map((preset) => (
          <Group key={preset.key} justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text fw={600}>
                {preset.title}
                {preset.inForce && (
                  <Text component="span" size="sm" c="pine.8" ml="sm">
                    ✓ 在用
                  </Text>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                {preset.basis}
              </Text>
            </div>
            <Group gap="xs" wrap="nowrap" style={{ flex: 'none' }}>
              {preset.rules.some(({ riskLevel }) => riskLevel !== null) && (
                <Button variant="default" component={Link} href="/risk-tiers">
                  给老人定级
                </Button>
              )}
              {mayWrite && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button variant="default">改后采用…</Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {preset.rules.map((rule) => (
                      <Menu.Item
                        key={rule.title}
                        onClick={() => setOpen({ what: 'add', start: rule })}
                      >
                        {rule.title}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              )}
              {mayWrite && !preset.inForce && (
                <Button variant="default" onClick={() => setOpen({ what: 'adopt', preset })}>
                  整套采用…
                </Button>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
      <CreditsSection />
      <RateScopeSection />
      {open?.what === 'add' && <AddRule start={open.start} onClose={close} />}
      {open?.what === 'adopt' && <AdoptPreset preset={open.preset} onClose={close} />}
      {open?.what === 'end' && <EndRule rule={open.rule} onClose={close} />}
    </Stack>
  )
}

function RuleTable(props: {
  rules: readonly RuleRow[]
  onEnd?: (rule: RuleRow) => void
}): React.ReactElement {
  const order = { inForce: 0, coming: 1, ended: 2 }
  const sorted = [...props.rules].sort((a, b) => order[a.standing] - order[b.standing])
  return (
    <Table withTableBorder verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>规则</Table.Th>
          <Table.Th>对谁</Table.Th>
          <Table.Th>任务</Table.Th>
          <Table.Th>要求（哪些方式算数）</Table.Th>
          <Table.Th>起止</Table.Th>
          <Table.Th>状态</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((rule) => (
          <Table.Tr key={rule.id} c={rule.standing === 'ended' ? 'dimmed' : undefined}>
            <Table.Td fw={600}>{rule.title}</Table.Td>
            <Table.Td>{boundWords(rule)}</Table.Td>
            <Table.Td>{dutyLabel[rule.duty]}</Table.Td>
            <Table.Td>{askWords(rule)}</Table.Td>
            <Table.Td>{spanWords(rule)}</Table.Td>
            <Table.Td>{standingWord[rule.standing]}</Table.Td>
            <Table.Td>
              {props.onEnd && rule.standing !== 'ended' && (
                <Button variant="subtle" size="compact-sm" onClick={() => props.onEnd?.(rule)}>
                  停用…
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
