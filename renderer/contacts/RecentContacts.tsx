import { Stack, Text } from '@mantine/core'
import { contactKindLabel } from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'

type ContactRow = OutputOf<'contacts.list'>['rows'][number]

/** The last few contacts in a narrow place: day, kind, who, and what was found. */
export function RecentContacts({ rows }: { rows: readonly ContactRow[] }): React.ReactElement {
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        还没有走访记录。
      </Text>
    )
  }
  return (
    <Stack gap={6}>
      {rows.map((row) => (
        <div key={row.id}>
          <Text size="sm" className="figures">
            {formatDay(row.date)}　{contactKindLabel[row.kind]}　{row.helperName ?? row.visitor}
          </Text>
          {(row.problem ?? row.summary) && (
            <Text size="xs" c="dimmed">
              {row.problem ?? row.summary}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  )
}
