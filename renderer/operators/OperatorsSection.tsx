import { Badge, Button, Group, Menu, Stack, Switch, Table, Text } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { recipientGroupLabel, roleLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormSection } from '../shell/form/FormSection'
import { formatInstant } from '../shell/format'
import { useSession } from '../shell/session'
import { setCeremony } from '../vault/ceremony'
import { DisclosuresSection } from './DisclosuresSection'
import { EnableDialog, SetPasswordDialog } from './PasswordDialogs'
import { OperatorDialog } from './OperatorDialog'
import { KeysSection } from './KeysSection'

export type Operator = OutputOf<'operators.list'>[number]
type Dialog =
  { kind: 'edit'; operator: Operator | null } | { kind: 'password' | 'enable'; operator: Operator }

/** 经办人: who opens this vault, as what, and what they see. */
export function OperatorsSection(): React.ReactElement {
  const { data, error } = useQueryOp('operators.list', {})
  const [withDisabled, setWithDisabled] = useState(false)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = (): void => setDialog(null)
  if (error) return <ErrorPanel error={error} title="经办人由管理员管理" />
  const operators = (data ?? []).filter(({ disabledAt }) => withDisabled || disabledAt === null)
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Switch
          label="显示已停用的"
          checked={withDisabled}
          onChange={(event) => setWithDisabled(event.currentTarget.checked)}
        />
        <Button
          leftSection={<IconPlus size={18} />}
          onClick={() => setDialog({ kind: 'edit', operator: null })}
        >
          添加经办人
        </Button>
      </Group>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>姓名</Table.Th>
            <Table.Th>角色</Table.Th>
            <Table.Th>看得到的范围</Table.Th>
            <Table.Th>状态</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {operators.map((operator) => (
            <Table.Tr key={operator.id}>
              <Table.Td fw={600}>{operator.name}</Table.Td>
              <Table.Td>{roleLabel[operator.role]}</Table.Td>
              <Table.Td>
                <Reach operator={operator} />
              </Table.Td>
              <Table.Td>
                <State operator={operator} />
              </Table.Td>
              <Table.Td ta="end">
                <OperatorMenu operator={operator} onDialog={setDialog} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <FormSection title="角色">
        <Text size="sm" style={{ gridColumn: '1 / -1' }}>
          管理员管经办人、备份和规则；经办人办全部业务；村级经办、群体牵头人只看、只改自己的村或群体；查阅只看，证件、电话和健康情况遮盖。
        </Text>
      </FormSection>
      <KeysSection />
      <DisclosuresSection />
      {dialog?.kind === 'edit' && <OperatorDialog operator={dialog.operator} onClose={close} />}
      {dialog?.kind === 'password' && (
        <SetPasswordDialog operator={dialog.operator} onClose={close} />
      )}
      {dialog?.kind === 'enable' && <EnableDialog operator={dialog.operator} onClose={close} />}
    </Stack>
  )
}

function Reach({ operator: { villages, groups } }: { operator: Operator }) {
  const { data } = useQueryOp('villages.list', { withClosed: true })
  const names = villages?.map((id) => data?.find((village) => village.id === id)?.name ?? '…')
  const parts = [
    names ? names.join('、') : '全镇',
    ...(groups ? [groups.map((group) => recipientGroupLabel[group]).join('、')] : []),
  ]
  return <>{parts.join(' · ')}</>
}

function State({ operator: { disabledAt, hasPassword } }: { operator: Operator }) {
  if (disabledAt) return <Text c="dimmed">○ {formatInstant(disabledAt)} 停用</Text>
  if (!hasPassword) return <Badge color="dusk">还没有密码，请重设</Badge>
  return <>在用</>
}

interface OperatorMenuProps {
  operator: Operator
  onDialog: (dialog: Dialog) => void
}

function OperatorMenu({ operator, onDialog }: OperatorMenuProps) {
  const self = useSession().data?.operator.id === operator.id
  const disable = useCommandOp('operators.disable')
  const takeOff = (): void =>
    askReason({
      title: `停用${operator.name}`,
      lead: '停用后他不能再登录，他经手的记录都保留。数据库同时更换钥匙，原来的恢复单作废，要当场打印新的恢复单交两人保管。',
      label: '停用并更换钥匙',
      onSubmit: async (reason) => {
        const { id, revision } = operator
        const { recoverySheet } = await disable.mutateAsync({ id, revision, reason })
        setCeremony({ step: 'sheet', sheet: recoverySheet, after: 'renewal' })
      },
    })
  if (operator.disabledAt) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => onDialog({ kind: 'enable', operator })}
      >
        重新启用
      </Button>
    )
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`变更${operator.name}`}
        >
          变更
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onDialog({ kind: 'edit', operator })}>姓名、角色与范围</Menu.Item>
        <Menu.Item onClick={() => onDialog({ kind: 'password', operator })}>重设密码</Menu.Item>
        {!self && <Menu.Item onClick={takeOff}>停用</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
