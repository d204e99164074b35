import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RecoverySheet } from '@shared/contract/vault'
import { CallError, call } from '../api'
import { useEscape } from '../shell/escape'
import { wordsOf } from '../shell/notify'
import { PasswordFields, passwordsReady } from './PasswordFields'
import { VaultFrame } from './VaultFrame'

export interface Halves {
  firstHalf: string
  secondHalf: string
}

interface RecoverPageProps {
  operators: { id: number; name: string }[]
  /** Typed already, to open a backup. */
  typed?: Halves
  onBack: () => void
  onRecovered: (sheet: RecoverySheet) => void
}

/** Both halves of the recovery sheet open the vault and set a new password; the sheet is renewed. */
export function RecoverPage(props: RecoverPageProps): React.ReactElement {
  const { operators, typed, onBack, onRecovered } = props
  const [firstHalf, setFirstHalf] = useState(typed?.firstHalf ?? '')
  const [secondHalf, setSecondHalf] = useState(typed?.secondHalf ?? '')
  const [operatorId, setOperatorId] = useState(operators[0]?.id)
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEscape(onBack)

  const ready =
    firstHalf.trim() !== '' && secondHalf.trim() !== '' && passwordsReady(password, repeated)
  const fields = error instanceof CallError ? error.fields : {}

  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready || busy || operatorId === undefined) return
    setBusy(true)
    setError(null)
    try {
      const { recoverySheet } = await call('vault.recover', {
        firstHalf,
        secondHalf,
        operatorId,
        newPassword: password,
      })
      onRecovered(recoverySheet)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <VaultFrame
      title="用恢复单打开"
      lead="请保管恢复单的两个人都到场，把甲、乙两联的恢复码抄进来，再设一个新密码。打开后原来的恢复单作废，会印一份新的。"
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            label="甲联恢复码"
            description="七组，每组四位；大小写、横线和空格都不要紧"
            value={firstHalf}
            autoFocus
            spellCheck={false}
            onChange={(event) => setFirstHalf(event.currentTarget.value)}
            error={fields.firstHalf}
          />
          <TextInput
            label="乙联恢复码"
            value={secondHalf}
            spellCheck={false}
            onChange={(event) => setSecondHalf(event.currentTarget.value)}
            error={fields.secondHalf}
          />
          <Select
            label="给谁设新密码"
            data={operators.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={operatorId === undefined ? null : String(operatorId)}
            onChange={(id) => setOperatorId(Number(id))}
          />
          <PasswordFields
            label="新密码"
            password={password}
            repeated={repeated}
            onPassword={setPassword}
            onRepeated={setRepeated}
            error={fields.newPassword}
          />
          {error !== null && (
            <Alert color="cinnabar" variant="light" role="alert">
              {wordsOf(error)}
            </Alert>
          )}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              返回
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              打开并换密码
            </Button>
          </Group>
        </Stack>
      </form>
    </VaultFrame>
  )
}
