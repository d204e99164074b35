import { Alert, Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommandOp } from '../api'
import { showFailure } from '../shell/form/failure'
import { tellDone } from '../shell/notify'
import type { Dictionary, Entry } from './DictionariesSection'

interface EntryDialogProps {
  dictionary: Dictionary
  /** The entry to change, or the word a new one begins with. */
  open: Entry | { word: string }
  onClose: () => void
}

/** Adds an entry or changes its name and the other words that mean it. */
export function EntryDialog({ dictionary, open, onClose }: EntryDialogProps): React.ReactElement {
  const entry = 'code' in open ? open : null
  const form = useForm({
    initialValues: {
      label: 'code' in open ? open.label : open.word,
      aliases: entry?.aliases ?? [],
    },
    validate: { label: (label) => (label.trim() ? null : '请填写名称') },
  })
  const add = useCommandOp('dictionaries.add')
  const change = useCommandOp('dictionaries.change')
  const save = async ({ label, aliases }: typeof form.values): Promise<void> => {
    try {
      const common = { dictionary: dictionary.key, label: label.trim(), aliases }
      if (entry) await change.mutateAsync({ ...common, code: entry.code, revision: entry.revision })
      else await add.mutateAsync(common)
      tellDone(`${dictionary.title}：“${label.trim()}”已保存`)
      onClose()
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={entry ? `修改：${entry.label}` : `添加：${dictionary.title}`}
    >
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="md">
          <TextInput
            label="名称"
            required
            maxLength={20}
            data-autofocus={!entry?.reservedBy || undefined}
            disabled={Boolean(entry?.reservedBy)}
            description={entry && !entry.reservedBy ? '改名后，用到它的档案都显示新名' : undefined}
            {...form.getInputProps('label')}
          />
          {entry?.reservedBy && (
            <Alert variant="light" color="pine">
              这一项不能改名：{entry.reservedBy}。可以补充别的写法。
            </Alert>
          )}
          <TagsInput
            label="台账里的别的写法"
            description="导入时写这些词也认作这一项，写一个按一次回车"
            placeholder={form.values.aliases.length === 0 ? '如 务农、种地' : undefined}
            splitChars={['、', '，', ',', ';', '；']}
            data-autofocus={entry?.reservedBy ? true : undefined}
            {...form.getInputProps('aliases')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={add.isPending || change.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
