import { Button, Kbd, Menu } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import {
  IconBook2,
  IconCheck,
  IconChevronDown,
  IconKey,
  IconLock,
  IconTextSize,
} from '@tabler/icons-react'
import { useState } from 'react'
import { roleLabel, type Role } from '@shared/domain/vocabulary'
import { ChangePasswordDialog } from '../operators/PasswordDialogs'
import { tellFailure } from './notify'
import { navigate } from './location'
import { setLargeType, useLargeType } from './preferences'
import { lock } from './session'

interface OperatorMenuProps {
  operator: { name: string; role: Role }
}

/** Who is at the desk, and what concerns the desk rather than the work. */
export function OperatorMenu({ operator }: OperatorMenuProps): React.ReactElement {
  const largeType = useLargeType()
  const [changing, setChanging] = useState(false)
  const lockNow = (): void => void lock().catch(tellFailure)
  useHotkeys([['mod+L', lockNow]], [])
  return (
    <>
      {changing && (
        <ChangePasswordDialog ownName={operator.name} onClose={() => setChanging(false)} />
      )}
      <Menu position="bottom-end" width={230} transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <Button
            variant="transparent"
            c="inherit"
            fw={500}
            px={8}
            rightSection={<IconChevronDown size={16} />}
          >
            {operator.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{roleLabel[operator.role]}</Menu.Label>
          <Menu.Item
            leftSection={<IconTextSize size={18} />}
            rightSection={largeType ? <IconCheck size={16} /> : undefined}
            onClick={() => setLargeType(!largeType)}
            closeMenuOnClick={false}
            role="menuitemcheckbox"
            aria-checked={largeType}
          >
            大字高对比
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBook2 size={18} />}
            rightSection={<Kbd size="xs">F1</Kbd>}
            onClick={() => navigate('/manual/start')}
          >
            使用手册
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={18} />} onClick={() => setChanging(true)}>
            修改我的密码
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLock size={18} />}
            rightSection={<Kbd size="xs">Ctrl+L</Kbd>}
            onClick={lockNow}
          >
            锁定
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
