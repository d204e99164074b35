import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { codesOf, recipientGroupLabel, roleLabel, type Role } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { namesById } from '../shell/form/conflict'
import { FormDialog } from '../shell/form/FormDialog'
import { PasswordFields } from '../vault/PasswordFields'
import type { Operator } from './OperatorsSection'

interface OperatorDialogProps {
  /** Null for a new one. */
  operator: Operator | null
  onClose: () => void
}

/** Who somebody is and what they see; a new operator gets a first password too. */
export function OperatorDialog({ operator, onClose }: OperatorDialogProps): React.ReactElement {
  const { data: villages } = useQueryOp('villages.list', {})
  const add = useCommandOp('operators.add')
  const update = useCommandOp('operators.update')
  const [repeated, setRepeated] = useState('')
  const form = useForm({
    initialValues: {
      name: operator?.name ?? '',
      role: operator?.role ?? ('clerk' as Role),
      villages: operator?.villages?.map(String) ?? [],
      groups: operator?.groups ?? [],
      password: '',
    },
    validate: {
      password: (password) => (operator || password === repeated ? null : '两遍输入的不一样'),
    },
  })
  const { role } = form.values
  const save = async (revision: number): Promise<string> => {
    const { name, villages, groups, password } = form.values
    const everywhere = role === 'admin'
    const facts = {
      name,
      role,
      villages: everywhere || villages.length === 0 ? null : villages.map(Number),
      groups: everywhere || groups.length === 0 ? null : groups,
    }
    if (operator) {
      await update.mutateAsync({ ...facts, id: operator.id, revision })
      return `${name}已保存`
    }
    await add.mutateAsync({ ...facts, password })
    return `已添加${name}，请把初始密码当面告诉他`
  }
  return (
    <FormDialog
      title={operator ? operator.name : '添加经办人'}
      form={form}
      record={
        operator
          ? {
              what: '这位经办人',
              revision: operator.revision,
              fields: [
                { key: 'name', label: '姓名' },
                { key: 'role', label: '角色', labels: roleLabel },
                { key: 'villages', label: '负责的村社区', labels: namesById(villages) },
                { key: 'groups', label: '负责的人群', labels: recipientGroupLabel },
              ],
            }
          : undefined
      }
      label={operator ? '保存' : '添加'}
      saving={add.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      <TextInput label="姓名" required data-autofocus {...form.getInputProps('name')} />
      <Select
        label="角色"
        allowDeselect={false}
        data={codesOf(roleLabel).map((value) => ({ value, label: roleLabel[value] }))}
        {...form.getInputProps('role')}
      />
      {role !== 'admin' && (
        <>
          <MultiSelect
            label="负责的村社区"
            description={role === 'village' ? undefined : '不选就是全镇'}
            required={role === 'village'}
            searchable
            clearable
            data={(villages ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('villages')}
          />
          <Checkbox.Group
            label="负责的群体"
            description={role === 'groupLead' ? undefined : '不选就是全部'}
            required={role === 'groupLead'}
            {...form.getInputProps('groups')}
          >
            {codesOf(recipientGroupLabel).map((group) => (
              <Checkbox key={group} mt={6} value={group} label={recipientGroupLabel[group]} />
            ))}
          </Checkbox.Group>
        </>
      )}
      {!operator && (
        <PasswordFields
          label="初始密码"
          password={form.values.password}
          repeated={repeated}
          ownName={form.values.name}
          onPassword={(password) => form.setFieldValue('password', password)}
          onRepeated={setRepeated}
          error={form.errors['password']}
        />
      )}
    </FormDialog>
  )
}
