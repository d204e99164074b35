import { PasswordInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommandOp } from '../api'
import { FormDialog } from '../shell/form/FormDialog'
import { PasswordFields } from '../vault/PasswordFields'
import type { Operator } from './OperatorsSection'

interface NewPasswordDialogProps {
  title: string
  lead?: string
  ownName: string
  label: string
  saving: boolean
  /** Asks for the present password first. */
  withPresent?: boolean
  save: (newPassword: string, present: string) => Promise<string>
  onClose: () => void
}

/** A new password, typed twice, with its strength told. */
function NewPasswordDialog(props: NewPasswordDialogProps): React.ReactElement {
  const { lead, ownName, withPresent, save, ...frame } = props
  const [repeated, setRepeated] = useState('')
  const form = useForm({
    initialValues: { password: '', newPassword: '' },
    validate: { newPassword: (typed) => (typed === repeated ? null : '两遍输入的不一样') },
  })
  return (
    <FormDialog
      {...frame}
      form={form}
      save={() => save(form.values.newPassword, form.values.password)}
    >
      {lead && <Text size="sm">{lead}</Text>}
      {withPresent && (
        <PasswordInput
          label="现在的密码"
          required
          data-autofocus
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
      )}
      <PasswordFields
        label="新密码"
        password={form.values.newPassword}
        repeated={repeated}
        ownName={ownName}
        onPassword={(password) => form.setFieldValue('newPassword', password)}
        onRepeated={setRepeated}
        error={form.errors['newPassword'] ?? (withPresent ? undefined : form.errors['password'])}
      />
    </FormDialog>
  )
}

interface DialogProps {
  operator: Operator
  onClose: () => void
}

export function SetPasswordDialog({ operator, onClose }: DialogProps): React.ReactElement {
  const setPassword = useCommandOp('operators.setPassword')
  return (
    <NewPasswordDialog
      title={`给${operator.name}重设密码`}
      lead="原来的密码马上失效，他的记录和范围不变。请当面告诉本人新密码，让他登录后自己再改。"
      label="重设"
      ownName={operator.name}
      saving={setPassword.isPending}
      save={async (password) => {
        await setPassword.mutateAsync({ id: operator.id, password })
        return `${operator.name}的密码已重设`
      }}
      onClose={onClose}
    />
  )
}

export function EnableDialog({ operator, onClose }: DialogProps): React.ReactElement {
  const enable = useCommandOp('operators.enable')
  return (
    <NewPasswordDialog
      title={`重新启用${operator.name}`}
      lead="角色和范围同停用前一样，密码要重新设。"
      label="启用"
      ownName={operator.name}
      saving={enable.isPending}
      save={async (password) => {
        const { id, revision } = operator
        await enable.mutateAsync({ id, revision, password })
        return `${operator.name}可以登录了`
      }}
      onClose={onClose}
    />
  )
}

/** Everybody's own password. */
export function ChangePasswordDialog(props: { ownName: string; onClose: () => void }) {
  const { ownName, onClose } = props
  const change = useCommandOp('session.changePassword')
  return (
    <NewPasswordDialog
      title="修改我的密码"
      label="修改"
      withPresent
      ownName={ownName}
      saving={change.isPending}
      save={async (newPassword, password) => {
        await change.mutateAsync({ password, newPassword })
        return '密码已修改，下次用新密码打开'
      }}
      onClose={onClose}
    />
  )
}
