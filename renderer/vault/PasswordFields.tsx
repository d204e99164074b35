import { PasswordInput, Stack, Text } from '@mantine/core'
import { strengthOf } from './password-strength'

interface PasswordFieldsProps {
  password: string
  repeated: string
  ownName?: string
  onPassword: (password: string) => void
  onRepeated: (repeated: string) => void
  error?: React.ReactNode
  label?: string
}

const colours = ['var(--overdue)', 'var(--due)', 'var(--met)', 'var(--met)']

export function passwordsReady(password: string, repeated: string): boolean {
  return strengthOf(password).level > 0 && password === repeated
}

/** A new password, typed twice, with its strength told in words. */
export function PasswordFields(props: PasswordFieldsProps): React.ReactElement {
  const { password, repeated, ownName, onPassword, onRepeated, error, label = '密码' } = props
  const strength = strengthOf(password, ownName)
  return (
    <>
      <Stack gap={4}>
        <PasswordInput
          label={label}
          required
          value={password}
          autoComplete="new-password"
          onChange={(event) => onPassword(event.currentTarget.value)}
          error={error}
        />
        {password !== '' && (
          <Text size="sm" c={colours[strength.level]} role="status">
            {'●'.repeat(strength.level + 1) + '○'.repeat(3 - strength.level)} {strength.word}
          </Text>
        )}
      </Stack>
      <PasswordInput
        label="再输一遍"
        required
        value={repeated}
        autoComplete="new-password"
        onChange={(event) => onRepeated(event.currentTarget.value)}
        error={repeated !== '' && !password.startsWith(repeated) ? '两遍不一样' : undefined}
      />
    </>
  )
}
