import { Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { categoryLabel, type Category } from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import classes from './CategoryChips.module.css'

type File = OutputOf<'recipients.file'>
export type Classification = File['categories'][number]

interface CategoryChipsProps {
  file: File
  /** Opens 人工认定 for a category; left out in a quick look. */
  onOverride?: (category: Category) => void
}

/** 类别 that hold, each with its reason behind it. */
export function CategoryChips({ file, onOverride }: CategoryChipsProps): React.ReactElement {
  const held = file.categories.filter(({ holds }) => holds)
  return (
    <Group gap={6}>
      {held.map((one) => (
        <CategoryChip key={one.category} classification={one} onOverride={onOverride} />
      ))}
      {held.length === 0 && (
        <Text size="sm" c="dimmed">
          没有认定的类别
        </Text>
      )}
    </Group>
  )
}

interface CategoryChipProps {
  classification: Classification
  onOverride?: (category: Category) => void
}

function CategoryChip({ classification, onOverride }: CategoryChipProps) {
  const [open, setOpen] = useState(false)
  const { category, overridden } = classification
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={380} shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={classes.chip}
          data-overridden={overridden ? true : undefined}
          title={`${classification.reason}（点击看依据）`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {categoryLabel[category]}
          {overridden && <span className={classes.hand}>认定</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Reason classification={classification} onOverride={onOverride} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** 为什么是“留守”？ The sentence, the definition, what is missing, and the office's own word. */
export function Reason({ classification, onOverride }: CategoryChipProps): React.ReactElement {
  const { category, holds, reason, rule, unknown, overridden } = classification
  const mayWrite = useMay('recipients.write')
  return (
    <Stack gap={6}>
      <Text fw={600}>
        为什么{holds ? '是' : '不是'}“{categoryLabel[category]}”？
      </Text>
      <Text size="sm">{reason}</Text>
      {overridden?.computed && (
        <Text size="sm" c="dimmed">
          按档案事实{overridden.computed.holds ? '应是' : '不是'}：{overridden.computed.reason}
        </Text>
      )}
      {overridden && (
        <Text size="sm" c="dimmed">
          {formatDay(overridden.from)} 起人工认定
        </Text>
      )}
      {unknown.length > 0 && <Text size="sm">还缺：{unknown.join('、')}</Text>}
      <Text size="xs" c="dimmed">
        口径：{rule}
      </Text>
      {onOverride && mayWrite && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => onOverride(category)}>
            人工认定
          </Button>
        </Group>
      )}
    </Stack>
  )
}
