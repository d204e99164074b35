import { Alert, Anchor, Button, Group, PasswordInput, Select, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useCommandOp, type CallError } from '../api'
import { SampleLink } from './SampleLink'
import { VaultFrame } from './VaultFrame'

interface UnlockPageProps {
  centreName: string | null
  operators: { id: number; name: string }[]
  onForgotten: () => void
  onRestore: () => void
}

const lastOperatorKey = 'sangyu.lastOperatorId'

function rememberedOperator(operators: UnlockPageProps['operators']): number | undefined {
  const remembered = Number(localStorage.getItem(lastOperatorKey))
  return (operators.find((operator) => operator.id === remembered) ?? operators[0])?.id
}

export function UnlockPage(props: UnlockPageProps): React.ReactElement {
  const { centreName, operators, onForgotten, onRestore } = props
  const [operatorId, setOperatorId] = useState(() => rememberedOperator(operators))
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const unlock = useCommandOp('vault.unlock')

  // The field is closed while the password is checked; give the cursor back when it was wrong.
  useEffect(() => {
    if (unlock.isError) field.current?.select()
  }, [unlock.isError])

  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (operatorId === undefined || password === '' || unlock.isPending || waiting > 0) return
    localStorage.setItem(lastOperatorKey, String(operatorId))
    unlock.mutate({ operatorId, password })
  }

  const waiting = useCountdown(unlock.error)
  const besideField = unlock.error?.fields.password
  return (
    <VaultFrame title={centreName ?? '解锁'} lead="数据已加密保存在这台电脑上，输入密码后打开。">
      <form onSubmit={submit}>
        <Stack gap="md">
          <Select
            label="经办人"
            data={operators.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={operatorId === undefined ? null : String(operatorId)}
            onChange={(id) => setOperatorId(Number(id))}
          />
          <PasswordInput
            ref={field}
            label="密码"
            value={password}
            autoFocus
            autoComplete="current-password"
            onChange={(event) => setPassword(event.currentTarget.value)}
            readOnly={unlock.isPending}
            error={unlock.error && besideField ? unlock.error.message : undefined}
          />
          {unlock.error && !besideField && unlock.error.code !== 'BUSY' && (
            <Alert color="cinnabar" variant="light" role="alert">
              {unlock.error.message}
            </Alert>
          )}
          <Button
            type="submit"
            fullWidth
            loading={unlock.isPending}
            disabled={password === '' || waiting > 0}
          >
            {waiting > 0 ? `密码连续输错，请等 ${waiting} 秒` : '打开'}
          </Button>
          <Group justify="space-between">
            <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
              忘了密码？用恢复单打开
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={onRestore}>
              从备份恢复
            </Anchor>
            <SampleLink />
          </Group>
        </Stack>
      </form>
    </VaultFrame>
  )
}

/** Seconds left to wait after too many wrong passwords; the core counts, this only shows. */
function useCountdown(error: CallError | null): number {
  const [passed, setPassed] = useState<{ of: CallError; seconds: number } | null>(null)
  const wait = (error?.details as { waitSeconds?: number } | undefined)?.waitSeconds ?? 0
  const seconds = error && passed?.of === error ? passed.seconds : 0
  useEffect(() => {
    if (!error || seconds >= wait) return
    const timer = window.setTimeout(() => setPassed({ of: error, seconds: seconds + 1 }), 1000)
    return () => window.clearTimeout(timer)
  }, [error, seconds, wait])
  return Math.max(0, wait - seconds)
}
