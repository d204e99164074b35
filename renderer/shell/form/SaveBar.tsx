import { Button, Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { formatInstant } from '../format'
import type { Draft } from './useDraft'
import classes from './SaveBar.module.css'

interface SaveBarProps {
  label?: string
  onSave: () => void
  onCancel?: () => void
  saving?: boolean
  draft?: Draft
}

/** The foot of a form: save (Ctrl+Enter), leave, and the quiet word that the draft is kept. */
export function SaveBar(props: SaveBarProps): React.ReactElement {
  const { label = '保存', onSave, onCancel, saving, draft } = props
  useHotkeys([['mod+Enter', () => !saving && onSave()]], [])
  return (
    <Group className={classes.bar} gap="sm">
      <Button onClick={onSave} loading={saving} title="Ctrl+Enter">
        {label}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          取消
        </Button>
      )}
      {draft?.savedAt && (
        <Text size="sm" c="dimmed" role="status">
          ✓ 草稿已保存 {formatInstant(draft.savedAt)}
        </Text>
      )}
    </Group>
  )
}
