import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { leftBehindDefinition } from '@shared/domain/categories/left-behind'
import { emptyNestLabel, livingAloneLabel } from '@shared/domain/categories/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { standingWord } from '../rules/rule-words'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { DefinitionDialog } from './DefinitionDialog'

type Listed = OutputOf<'categoryRules.list'>
export type Definition = Omit<
  Listed['definitions'][number],
  'from' | 'to' | 'standing' | 'isDefault'
>

/** 设置 → 类别口径: by which definition people are 留守, 空巢, 独居 …, from which day on. */
export function CategoryRulesSection(): React.ReactElement {
  const listed = useQueryOp('categoryRules.list', {})
  const mayWrite = useMay('rules.write')
  const [begin, setBegin] = useState<Definition | null>(null)
  const remove = useCommandOp('categoryRules.remove')
  if (listed.error) return <ErrorPanel error={listed.error} onRetry={() => void listed.refetch()} />
  const definitions = listed.data?.definitions ?? []
  const current = definitions.find(({ standing }) => standing === 'inForce')
  const takeBack = (from: string): void =>
    remove.mutate({ from }, { onSuccess: () => tellDone('已取消'), onError: tellFailure })
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <h2>类别口径</h2>
          {mayWrite && current && (
            <Button onClick={() => setBegin({ ...current, title: '' })}>改口径…</Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          口径决定谁算留守、空巢、独居、高龄、失能。改口径从某一天起用，那天以前的日子仍按原来的口径；已经上报的文书不会变。
        </Text>
        <Table withTableBorder verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {['口径', '留守', '独居', '空巢', '高龄', '失能', '起', '状态', ''].map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {definitions.map((one) => (
              <Table.Tr key={one.from} c={one.standing === 'ended' ? 'dimmed' : undefined}>
                <Table.Td fw={600} miw={90}>
                  {one.title}
                </Table.Td>
                <Table.Td>{leftBehindDefinition(one)}</Table.Td>
                <Table.Td>{livingAloneLabel[one.livingAlone]}</Table.Td>
                <Table.Td>{emptyNestLabel[one.emptyNest]}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{one.advancedAgeFrom} 周岁</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {one.incapacitatedUpTo} 分及以下
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {one.isDefault ? '最初' : formatDay(one.from)}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{standingWord[one.standing]}</Table.Td>
                <Table.Td>
                  {mayWrite && one.standing === 'coming' && (
                    <Button variant="subtle" size="compact-sm" onClick={() => takeBack(one.from)}>
                      取消
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      <Stack gap="sm">
        <h2>整套采用</h2>
        {listed.data?.presets.map(({ key, basis, ...preset }) => (
          <Group key={key} justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text fw={600}>{preset.title}</Text>
              <Text size="sm" c="dimmed">
                {basis}
              </Text>
            </div>
            {mayWrite && (
              <Button
                variant="default"
                style={{ flex: 'none' }}
                aria-label={`采用${preset.title}`}
                onClick={() => setBegin(preset)}
              >
                采用…
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {begin && <DefinitionDialog definition={begin} onClose={() => setBegin(null)} />}
    </Stack>
  )
}
