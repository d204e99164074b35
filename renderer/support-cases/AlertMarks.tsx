import { Tooltip } from '@mantine/core'
import { alertLabel } from '@shared/domain/alerts'
import { useQueryOp } from '../api'

/** ◆ 独居失能 at the head of a file, with what it rests on. */
export function AlertMarks({ recipientId }: { recipientId: number }): React.ReactElement | null {
  const { data } = useQueryOp('alerts.list', { recipientId })
  const own = data?.find((one) => one.recipientId === recipientId)
  if (!own) return null
  return (
    <>
      {own.alerts.map(({ kind, reason }) => (
        <Tooltip key={kind} label={reason} multiline maw={420}>
          <span style={{ color: 'var(--mantine-color-cinnabar-7)', fontWeight: 600 }}>
            ◆ {alertLabel[kind]}
          </span>
        </Tooltip>
      ))}
    </>
  )
}
