import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { wordsOf } from './notify'

interface ErrorPanelProps {
  error: unknown
  /** Offered as 再试一次. */
  onRetry?: () => void
  title?: string
}

/** An error in the place where the content would have been: what happened, what was kept, what to do. */
export function ErrorPanel({ error, onRetry, title }: ErrorPanelProps): React.ReactElement {
  return (
    <Alert
      color="cinnabar"
      variant="light"
      title={title ?? '没有做成'}
      icon={<IconAlertTriangle />}
      role="alert"
    >
      <Text size="sm">{wordsOf(error)}</Text>
      {onRetry && (
        <Group mt="sm">
          <Button variant="default" size="xs" onClick={onRetry}>
            再试一次
          </Button>
        </Group>
      )}
    </Alert>
  )
}
