import { Button, Group, NumberInput, PasswordInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommandOp } from '../api'
import { FormDialog } from '../shell/form/FormDialog'
import { FormSection } from '../shell/form/FormSection'
import { tellDone, tellFailure } from '../shell/notify'
import { useSession } from '../shell/session'
import { setCeremony } from '../vault/ceremony'

/** When the window locks itself, and the keys of the vault. */
export function KeysSection(): React.ReactElement {
  const minutes = useSession().data?.idleLockMinutes ?? 10
  const setIdleLock = useCommandOp('session.setIdleLock')
  const [renewing, setRenewing] = useState(false)
  const change = (value: number | string): void => {
    if (typeof value !== 'number' || value === minutes) return
    setIdleLock.mutate(
      { minutes: value },
      { onSuccess: () => tellDone(`离开 ${value} 分钟后自动锁定`), onError: tellFailure },
    )
  }
  return (
    <FormSection title="锁定与钥匙">
      <NumberInput
        key={minutes}
        label="无人操作几分钟后自动锁定"
        description="没写完的内容会先存成草稿"
        defaultValue={minutes}
        min={1}
        max={240}
        clampBehavior="strict"
        onBlur={(event) => change(Number(event.currentTarget.value))}
      />
      <div>
        <Text size="sm" mb={8}>
          恢复单丢了一联、被旁人看过，或要换保管人时，更换钥匙并打印新的恢复单；大家的密码不变。
        </Text>
        <Group>
          <Button variant="default" onClick={() => setRenewing(true)}>
            更换钥匙，重印恢复单
          </Button>
        </Group>
      </div>
      {renewing && <RenewDialog onClose={() => setRenewing(false)} />}
    </FormSection>
  )
}

function RenewDialog({ onClose }: { onClose: () => void }) {
  const renew = useCommandOp('vault.renewKeys')
  const form = useForm({ initialValues: { password: '' } })
  const save = async (): Promise<string> => {
    const { recoverySheet } = await renew.mutateAsync(form.values)
    setCeremony({ step: 'sheet', sheet: recoverySheet, after: 'renewal' })
    return '钥匙已更换，旧恢复单作废'
  }
  return (
    <FormDialog
      title="更换钥匙，重印恢复单"
      form={form}
      label="更换"
      saving={renew.isPending}
      save={save}
      onClose={onClose}
    >
      <PasswordInput
        label="您的密码"
        required
        data-autofocus
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <Text size="sm" c="dimmed">
        数据多时要等一会儿。旧恢复单从此打不开数据；更换前做的备份仍用当时的密码和恢复单打开。
      </Text>
    </FormDialog>
  )
}
