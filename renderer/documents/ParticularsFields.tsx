import { ActionIcon, Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { DayInput } from '../shell/form/domain-inputs'
import type { ParticularsForm } from './particulars'

/** What no record holds: who issues the plan, on what it stands, how its head reads. */
export function ParticularsFields({
  form,
}: {
  form: UseFormReturnType<ParticularsForm>
}): React.ReactElement {
  return (
    <Stack gap="sm">
      <TextInput label="发文机关（落款）" {...form.getInputProps('issuer')} />
      <DayInput label="成文日期" placeholder="如 2026-03-05" {...form.getInputProps('date')} />
      <TextInput
        label="发文机关标志（红头）"
        placeholder="如 青石镇人民政府文件；不用红头就空着"
        {...form.getInputProps('redHead')}
      />
      <TextInput
        label="发文字号"
        placeholder="如 青政发〔2026〕3号"
        {...form.getInputProps('documentNumber')}
      />
      <TextInput
        label="主送"
        placeholder="如 各村（社区），镇直各部门"
        {...form.getInputProps('addressee')}
      />
      <BasisFields form={form} />
      <Textarea
        label="留守老人的认定标准"
        autosize
        minRows={2}
        {...form.getInputProps('definition')}
      />
      <TextInput label="领导小组办公室设在" {...form.getInputProps('officeDepartment')} />
      <TextInput
        label="办公室主任"
        placeholder="空着时取领导小组名单里的办公室主任"
        {...form.getInputProps('officeDirector')}
      />
      <TextInput
        label="印发机关（版记）"
        placeholder="不印版记就空着"
        {...form.getInputProps('printedBy')}
      />
      <TextInput label="抄送" {...form.getInputProps('copyTo')} />
      <Checkbox
        label="落款盖章（日期上方留出盖章的位置）"
        {...form.getInputProps('sealed', { type: 'checkbox' })}
      />
    </Stack>
  )
}

function BasisFields({ form }: { form: UseFormReturnType<ParticularsForm> }): React.ReactElement {
  return (
    <Stack gap={6}>
      {form.values.basis.map((_, index) => (
        <Group key={index} gap={6} wrap="nowrap" align="flex-end">
          <TextInput
            flex={3}
            label={index === 0 ? '依据的上级文件' : undefined}
            aria-label={`上级文件 ${index + 1}`}
            placeholder="文件名称"
            {...form.getInputProps(`basis.${index}.title`)}
          />
          <TextInput
            flex={2}
            aria-label={`文号 ${index + 1}`}
            placeholder="文号"
            {...form.getInputProps(`basis.${index}.number`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="去掉这份文件"
            onClick={() => form.removeListItem('basis', index)}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          variant="subtle"
          px={8}
          leftSection={<IconPlus size={16} />}
          onClick={() => form.insertListItem('basis', { title: '', number: '' })}
        >
          加一份依据的上级文件
        </Button>
      </div>
    </Stack>
  )
}
