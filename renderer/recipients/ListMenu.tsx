import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import {
  IconArrowBackUp,
  IconChevronDown,
  IconColumns3,
  IconCopy,
  IconDeviceFloppy,
  IconEraser,
  IconFileSpreadsheet,
  IconListCheck,
  IconPlaneDeparture,
  IconX,
} from '@tabler/icons-react'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { formatCount, formatInstant } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'

export type ListView = OutputOf<'recipientLists.own'>['views'][number]
export type ListTool = 'columns' | 'view' | 'export' | 'pick'

interface ListMenuProps {
  /** The view that is open, or nothing. */
  title: string
  views: readonly ListView[]
  onView: (view: ListView) => void
  onTool: (tool: ListTool) => void
}

/** 名单: own views, and what can be done with the list as a whole. */
export function ListMenu({ title, views, onView, onTool }: ListMenuProps): React.ReactElement {
  const mayWrite = useMay('recipients.write')
  const removeView = useCommandOp('recipientLists.removeView')
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={15} />}>
          {title ? `名单：${title}` : '名单'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length > 0 && <Menu.Label>常用名单</Menu.Label>}
        {views.map((view) => (
          <Group key={view.name} gap={0} wrap="nowrap">
            <Menu.Item onClick={() => onView(view)}>{view.name}</Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`去掉常用名单“${view.name}”`}
              onClick={() => void removeView.mutateAsync({ name: view.name }).catch(tellFailure)}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        {views.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconDeviceFloppy size={17} />} onClick={() => onTool('view')}>
          存为常用名单…
        </Menu.Item>
        <Menu.Item leftSection={<IconColumns3 size={17} />} onClick={() => onTool('columns')}>
          选择栏目…
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={17} />} onClick={() => onTool('export')}>
          导出 Excel…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlaneDeparture size={17} />}
          onClick={() => navigate('/outings')}
        >
          子女外出报告
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={17} />}
          onClick={() => navigate('/recipients/duplicates')}
        >
          疑似重复
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEraser size={17} />}
          onClick={() => navigate('/recipients/corrections')}
        >
          更正与合并
        </Menu.Item>
        {mayWrite && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconListCheck size={17} />} onClick={() => onTool('pick')}>
              批量修改…
            </Menu.Item>
            <UndoItem />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Only a bulk edit is taken back from here: it is what this menu does. */
function UndoItem(): React.ReactElement | null {
  const latest = useQueryOp('changes.latestOwn', {}).data
  const undo = useCommandOp('changes.undo')
  if (latest?.operation !== 'recipients.bulkEdit') return null
  const { changeSetId, at, records, obstacle } = latest
  const ask = (): void => {
    modals.openConfirmModal({
      title: '撤销上一次批量修改',
      children: (
        <Text size="sm">
          {formatInstant(at)} 的批量修改改动了 {formatCount(records)}{' '}
          条记录，撤销后全部回到修改前的样子，经过会留在变更记录里。
        </Text>
      ),
      labels: { confirm: '撤销', cancel: '不撤销' },
      onConfirm: () => {
        undo
          .mutateAsync({ changeSetId })
          .then(() => tellDone('已撤销上一次批量修改'))
          .catch(tellFailure)
      },
    })
  }
  return (
    <Menu.Item
      leftSection={<IconArrowBackUp size={17} />}
      disabled={obstacle !== null}
      onClick={ask}
    >
      撤销上一次批量修改{obstacle && `（${obstacle}）`}
    </Menu.Item>
  )
}
