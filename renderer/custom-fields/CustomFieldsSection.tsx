import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import {
  customKindLabel,
  customSectionLabel,
  groupWords,
} from '@shared/domain/custom-fields/custom-field'
import { useCommandOp, useQueryOp } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { CustomFieldDialog } from './CustomFieldDialog'
import type { CustomFieldRow } from './useCustomFields'

/** 设置 → 自定义字段: what the office asks of its files beside the program's own fields. */
export function CustomFieldsSection(): React.ReactElement {
  const fields = useQueryOp('customFields.list', {})
  const mayWrite = useMay('fields.write')
  const [open, setOpen] = useState<CustomFieldRow | 'new' | null>(null)
  const retire = useCommandOp('customFields.retire')
  const reorder = useCommandOp('customFields.reorder')
  if (fields.error) return <ErrorPanel error={fields.error} onRetry={() => void fields.refetch()} />
  const rows = fields.data ?? []
  const setRetired = ({ id, revision, name }: CustomFieldRow, retired: boolean): void => {
    retire
      .mutateAsync({ id, revision, retired })
      .then(() => tellDone(retired ? `“${name}”已停用` : `“${name}”已恢复使用`), tellFailure)
  }
  const moveUp = (at: number): void => {
    const ids = rows.map(({ id }) => id)
    ids.splice(at - 1, 2, ids[at]!, ids[at - 1]!)
    reorder.mutateAsync({ ids }).catch(tellFailure)
  }
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <h2>自定义字段</h2>
        {mayWrite && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen('new')}>
            新字段
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        档案里没有、本单位又要登记的内容。定义以后，在档案对应的一组里填写，可以在名单里筛选和作为栏目，导入时按表头同名识别，打印模板里写{' '}
        {'{字段名}'} 就印出来。停用的不再填写，已填的照样读得出。
      </Text>
      {fields.data && rows.length === 0 && (
        <Text>还没有自定义字段。例如“家里养狗”（是否）、“户主姓名”（文字）、“手艺”（选择）。</Text>
      )}
      {rows.length > 0 && (
        <Table withTableBorder verticalSpacing={4} aria-label="自定义字段">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>名称</Table.Th>
              <Table.Th>类型</Table.Th>
              <Table.Th>在档案的</Table.Th>
              <Table.Th>问谁</Table.Th>
              <Table.Th ta="end">已填</Table.Th>
              <Table.Th>状态</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((field, at) => (
              <Table.Tr key={field.id} c={field.retired ? 'dimmed' : undefined}>
                <Table.Td fw={600}>{field.name}</Table.Td>
                <Table.Td>{customKindLabel[field.kind]}</Table.Td>
                <Table.Td>{customSectionLabel[field.section]}</Table.Td>
                <Table.Td>{groupWords(field)}</Table.Td>
                <Table.Td ta="end">{formatCount(field.files)}</Table.Td>
                <Table.Td>
                  {[
                    field.retired ? '○ 停用' : '在用',
                    field.required && '必填',
                    field.isSensitive && '敏感',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Table.Td>
                <Table.Td>
                  {mayWrite && (
                    <Group gap={2} wrap="nowrap" justify="flex-end">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`修改${field.name}`}
                        onClick={() => setOpen(field)}
                      >
                        修改
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`${field.retired ? '恢复' : '停用'}${field.name}`}
                        onClick={() => setRetired(field, !field.retired)}
                      >
                        {field.retired ? '恢复' : '停用'}
                      </Button>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={`${field.name}上移`}
                        disabled={at === 0}
                        onClick={() => moveUp(at)}
                      >
                        <IconArrowUp size={16} />
                      </ActionIcon>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {open && (
        <CustomFieldDialog field={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Stack>
  )
}
