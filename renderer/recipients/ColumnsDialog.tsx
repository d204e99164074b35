import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import {
  columnLabel,
  defaultColumns,
  listColumns,
  type ListColumn,
} from '@shared/domain/list-columns'
import { useCommandOp } from '../api'
import { useCustomFields } from '../custom-fields/useCustomFields'
import { tellFailure } from '../shell/notify'

interface ColumnsDialogProps {
  columns: readonly ListColumn[]
  onSaved: () => void
  onClose: () => void
}

/** 选择栏目: which columns the list shows, for oneself; a colleague's list stays as it is. */
export function ColumnsDialog({
  columns,
  onSaved,
  onClose,
}: ColumnsDialogProps): React.ReactElement {
  const [chosen, setChosen] = useState<readonly string[]>(columns)
  const customFields = useCustomFields()
  const offered: ListColumn[] = [
    ...listColumns,
    ...customFields.filter((field) => !field.retired).map(customKey),
  ]
  const setColumns = useCommandOp('recipientLists.setColumns')
  const save = async (next: readonly string[] | null): Promise<void> => {
    try {
      // In the order of the dialog, whatever the order of ticking.
      const ordered = next && offered.filter((column) => next.includes(column))
      await setColumns.mutateAsync({ columns: ordered })
      onSaved()
      onClose()
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="选择栏目" size="xl">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          只改变您自己看到的名单，导出的表格也按这些栏目。栏目多时名单可以左右移动。
        </Text>
        <Checkbox.Group value={[...chosen]} onChange={setChosen}>
          <SimpleGrid cols={5} spacing="sm" verticalSpacing={10}>
            {offered.map((column) => (
              <Checkbox
                key={column}
                value={column}
                label={columnLabel(column, customFields)}
                disabled={column === 'name'}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={() => void save(null)} mr="auto">
            恢复常用栏目（{defaultColumns.length} 栏）
          </Button>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button
            data-autofocus
            loading={setColumns.isPending}
            onClick={() => void save([...chosen, 'name'])}
          >
            按这些栏目显示
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
