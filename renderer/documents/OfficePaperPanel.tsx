import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useJob } from '../api'
import { useSession } from '../shell/session'
import type { OfficeKind } from './paper-kinds'
import { Produce } from './Produce'

/** A paper of the office itself, from choice to file. */
export function OfficePaperPanel({ kind }: { kind: OfficeKind }): React.ReactElement {
  const job = useJob('documents.officePaper')
  const thisMonth = useSession().data?.today.slice(0, 7) ?? ''
  const [month, setMonth] = useState(thisMonth)
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {kind.about}
      </Text>
      {kind.monthly && (
        <TextInput
          label="月份"
          description="如 2026-12"
          value={month}
          maxLength={7}
          error={job.error?.fields['month']}
          onChange={(event) => setMonth(event.currentTarget.value.trim())}
        />
      )}
      <Produce
        label="生成"
        job={job}
        disabled={false}
        onStart={() => void job.start({ form: kind.key, month: kind.monthly ? month : null })}
      />
    </Stack>
  )
}
