import { Alert, Button, Group, Text } from '@mantine/core'
import { CallError } from '../../api'

/** The newer record behind a stale save; null where a refusal is about something else. */
export function newerRecord<Record extends object>(
  error: unknown,
): (Partial<Record> & { revision: number }) | null {
  if (!(error instanceof CallError) || error.code !== 'CONFLICT') return null
  const { current } = (error.details ?? {}) as {
    current?: Partial<Record> & { revision: number }
  }
  return current ?? null
}

/** How a field is called, and how its value reads. */
export interface ComparedField<Values> {
  key: keyof Values & string
  label: string
  /** The labels of a code, or of an id. */
  labels?: Readonly<Record<string, string>>
  /** How a value reads that is typed in one way and kept in another: yuan and fen. */
  words?: (value: unknown) => string
}

/** The names of records by their ids, as `labels` of a field that points at them. */
export const namesById = (
  records: readonly { id: number; name: string }[] | undefined,
): Record<string, string> => Object.fromEntries((records ?? []).map(({ id, name }) => [id, name]))

/** `等级：现在是“重大”，您填的是“一般”` for each field in which the two differ. */
export function differences<Values extends object>(
  fields: readonly ComparedField<Values>[],
  mine: Values,
  theirs: Partial<Values>,
): string[] {
  return fields.flatMap(({ key, label, labels, words = String }) => {
    if (!(key in theirs)) return []
    const read = (value: unknown): string => {
      if (value === null || value === undefined) return ''
      return Array.isArray(value)
        ? value.map((one) => read(one)).join('、')
        : (labels?.[String(value)] ?? words(value))
    }
    return differenceWords(label, read(mine[key]), read(theirs[key]))
  })
}

/** Nothing where both are the same. */
export const differenceWords = (label: string, own: string, other: string): string[] =>
  own === other ? [] : [`${label}：现在是“${other || '空'}”，您填的是“${own || '空'}”`]

interface ConflictNoticeProps {
  /** 这份档案. */
  what: string
  lines: readonly string[]
  onMine: () => void
  onTheirs: () => void
}

/** Somebody else saved meanwhile: both values, and the clerk chooses; what was typed is still there. */
export function ConflictNotice(props: ConflictNoticeProps): React.ReactElement {
  const { what, lines, onMine, onTheirs } = props
  return (
    <Alert color="dusk" variant="light" role="alert" title={`${what}刚被保存过，您的改动还没有存`}>
      {lines.length === 0 && <Text size="sm">您填的和现在的内容一样。</Text>}
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <Group mt="sm" gap="sm">
        <Button size="xs" onClick={onMine}>
          按我填的保存
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          用现在的内容
        </Button>
      </Group>
    </Alert>
  )
}
