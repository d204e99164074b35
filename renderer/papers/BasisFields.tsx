import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { CitedForm } from './head'

/** 依据: the papers from above that a paper follows, one a line. */
export function BasisFields({
  basis,
  onChange,
}: {
  basis: readonly CitedForm[]
  onChange: (basis: CitedForm[]) => void
}): React.ReactElement {
  const patch = (at: number, change: Partial<CitedForm>): void =>
    onChange(basis.map((one, position) => (position === at ? { ...one, ...change } : one)))
  return (
    <Stack gap={6}>
      {basis.map(({ title, number }, at) => (
        <Group key={at} gap={6} wrap="nowrap" align="flex-end">
          <TextInput
            flex={3}
            label={at === 0 ? '依据的上级文件' : undefined}
            aria-label={`上级文件 ${at + 1}`}
            placeholder="文件名称"
            value={title}
            onChange={(event) => patch(at, { title: event.currentTarget.value })}
          />
          <TextInput
            flex={2}
            aria-label={`文号 ${at + 1}`}
            placeholder="文号"
            value={number}
            onChange={(event) => patch(at, { number: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="去掉这份文件"
            onClick={() => onChange(basis.filter((_, position) => position !== at))}
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
          onClick={() => onChange([...basis, { title: '', number: '' }])}
        >
          加一份依据的上级文件
        </Button>
      </div>
    </Stack>
  )
}
