import { Radio, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { categoryLabel, codesOf, type Category } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { useSession } from '../shell/session'
import { ChangeDialog } from './ChangeDialog'

interface DialogProps {
  file: OutputOf<'recipients.file'>
  category: Category | null
  onClose: () => void
}

const answers = { yes: true, no: false, facts: null } as const

/** 人工认定: the office's word on a category against, or beside, what the facts say. */
export function OverrideDialog({ file, category, onClose }: DialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const override = useCommandOp('recipients.overrideCategory')
  const form = useForm({
    initialValues: {
      category: category ?? ('fiveVeterans' as Category),
      answer: 'yes' as keyof typeof answers,
      from: today,
      reason: '',
    },
  })
  const label = categoryLabel[form.values.category]
  const isOverridden = file.categories.some(
    (one) => one.category === form.values.category && one.overridden !== null,
  )
  const save = async (): Promise<string> => {
    const { answer, ...rest } = form.values
    await override.mutateAsync({ id: file.id, ...rest, holds: answers[answer] })
    return `“${label}”已按您的认定`
  }
  return (
    <ChangeDialog
      title={`人工认定：${file.facts.name}`}
      form={form}
      dayLabel="从哪一天起"
      saving={override.isPending}
      save={save}
      onClose={onClose}
    >
      <Select
        label="类别"
        searchable
        data={codesOf(categoryLabel).map((code) => ({ value: code, label: categoryLabel[code] }))}
        {...form.getInputProps('category')}
      />
      <Radio.Group label="认定为" {...form.getInputProps('answer')}>
        <Stack gap={6} mt={4}>
          <Radio value="yes" label={`是${label}`} data-autofocus />
          <Radio value="no" label={`不是${label}`} />
          <Radio value="facts" label="取消认定，按档案事实计算" disabled={!isOverridden} />
        </Stack>
      </Radio.Group>
    </ChangeDialog>
  )
}
