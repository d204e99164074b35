import { Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { columnLabel, type ListColumn } from '@shared/domain/list-columns'
import { useQueryOp } from '../api'
import { useCustomFields } from '../custom-fields/useCustomFields'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { formatCount, formatInstant } from '../shell/format'

const shownFirst = 20

/** 完整资料导出记录: who took people's facts out of the vault in full, when and why. */
export function DisclosuresSection(): React.ReactElement {
  const found = useQueryOp('recipients.disclosures', {})
  const customFields = useCustomFields()
  const [showAll, setShowAll] = useState(false)
  const all = found.data ?? []
  const shown = showAll ? all : all.slice(0, shownFirst)
  return (
    <FormSection
      title="完整资料导出记录"
      note="不遮盖的导出、查看一卡通号码、另存附件，都留在这里，不能删改"
    >
      <WholeRow>
        {found.data && all.length === 0 && (
          <Text size="sm" c="dimmed">
            还没有人导出过完整资料。
          </Text>
        )}
        {shown.length > 0 && (
          <Table verticalSpacing={6} aria-label="完整资料导出记录">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>时间</Table.Th>
                <Table.Th>经办人</Table.Th>
                <Table.Th ta="end">人数</Table.Th>
                <Table.Th>内容</Table.Th>
                <Table.Th>原因</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ at, operatorName, people, columns, reason }) => (
                <Table.Tr key={at + reason}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatInstant(at)}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{operatorName ?? '程序'}</Table.Td>
                  <Table.Td ta="end">{formatCount(people)}</Table.Td>
                  <Table.Td>
                    {columns
                      .map((column) => columnLabel(column as ListColumn, customFields) || column)
                      .join('、')}
                  </Table.Td>
                  <Table.Td>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {shown.length < all.length && (
          <Button size="compact-sm" variant="subtle" onClick={() => setShowAll(true)}>
            还有 {all.length - shown.length} 条
          </Button>
        )}
      </WholeRow>
    </FormSection>
  )
}
