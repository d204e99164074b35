import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useCommandOp, type OutputOf } from '../api'
import factClasses from '../recipients/FactsSection.module.css'
import { askReason } from '../shell/ask-reason'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { formatDay } from '../shell/format'
import { useMay, useSession } from '../shell/session'

type Account = OutputOf<'benefits.person'>['accounts'][number]

interface AccountPanelProps {
  recipientId: number
  name: string
  accounts: readonly Account[]
}

/** 一卡通: into which account a person is paid; the whole number only by an act that is noted. */
export function AccountPanel({
  recipientId,
  name,
  accounts,
}: AccountPanelProps): React.ReactElement {
  const mayWrite = useMay('recipients.write')
  const mayShow = useMay('sensitive.read')
  const show = useCommandOp('benefits.showAccount')
  const [editing, setEditing] = useState(false)
  /** The number in full, until the page is left. */
  const [full, setFull] = useState<string | null>(null)
  const current = accounts.findLast(({ to }) => to === null)
  const reveal = (): void =>
    askReason({
      title: `查看${name}的一卡通账号`,
      lead: '号码只在这一页上显示；谁、什么时候、为什么看过，会留下记录。',
      label: '查看',
      onSubmit: async (reason) =>
        setFull((await show.mutateAsync({ recipientId, reason })).account),
    })
  return (
    <section aria-label="一卡通">
      <Group justify="space-between" mt="md">
        <h2 className={factClasses.title}>一卡通</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {current ? '换账户' : '登记账户'}
          </Button>
        )}
      </Group>
      {current ? (
        <Stack gap={2}>
          <Group gap="sm">
            <Text className="figures">{full ?? current.account}</Text>
            {mayShow && !full && (
              <Button size="compact-xs" variant="subtle" onClick={reveal}>
                查看全部号码
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            户名 {current.holder ?? `${name}（本人）`}
            {current.holderRelation && `（${current.holderRelation}）`}
            {current.bank && ` · ${current.bank}`} · {formatDay(current.from)} 起
          </Text>
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          还没有登记发放账户。
        </Text>
      )}
      {accounts.length > 1 && (
        <Text size="sm" c="dimmed">
          以前的账户：
          {accounts
            .filter((one) => one !== current)
            .map(({ account, from, to }) => `${account}（${from} 至 ${to}）`)
            .join('、')}
        </Text>
      )}
      {editing && (
        <AccountDialog
          recipientId={recipientId}
          name={name}
          onClose={() => {
            setEditing(false)
            setFull(null)
          }}
        />
      )}
    </section>
  )
}

function AccountDialog(props: { recipientId: number; name: string; onClose: () => void }) {
  const { recipientId, name, onClose } = props
  const today = useSession().data?.today ?? ''
  const save = useCommandOp('benefits.saveAccount')
  const form = useForm({
    initialValues: { account: '', holder: '', holderRelation: '', bank: '', from: today },
  })
  const submit = async (): Promise<string> => {
    await save.mutateAsync({ recipientId, ...form.values })
    return `${name}的一卡通已登记`
  }
  return (
    <FormDialog
      title={`一卡通账户：${name}`}
      form={form}
      size="lg"
      saving={save.isPending}
      save={submit}
      onClose={onClose}
    >
      <TextInput
        label="账号"
        required
        inputMode="numeric"
        data-autofocus
        {...form.getInputProps('account')}
      />
      <Group grow>
        <TextInput label="户名（本人的不填）" {...form.getInputProps('holder')} />
        <TextInput label="与老人关系" {...form.getInputProps('holderRelation')} />
      </Group>
      <TextInput label="开户行" {...form.getInputProps('bank')} />
      <DayInput label="从哪一天起使用" required notAfter={today} {...form.getInputProps('from')} />
    </FormDialog>
  )
}
