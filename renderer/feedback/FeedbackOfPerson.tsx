import { Text } from '@mantine/core'
import { feedbackWayLabel, ratingLabel } from '@shared/domain/feedback/vocabulary'
import { useQueryOp } from '../api'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'

/** What a person said of their helpers, the latest first; nothing where they were never asked. */
export function FeedbackOfPerson({ recipientId }: { recipientId: number }): React.ReactNode {
  const mayRead = useMay('feedback.read')
  const answers = useQueryOp('feedback.list', { recipientId }, { enabled: mayRead })
  if (!answers.data || answers.isPlaceholderData || answers.data.length === 0) return null
  return (
    <section aria-label="对帮扶人的反馈" style={{ marginTop: 18 }}>
      <h2 style={{ fontSize: '1rem' }}>对帮扶人的反馈</h2>
      {answers.data.map(({ id, date, helperName, rating, words, way, askedBy }) => (
        <Text key={id} size="sm" mt={6}>
          {formatDay(date)} 对{helperName}：<b>{ratingLabel[rating]}</b>
          {words && `，“${words}”`}
          <Text component="span" c="dimmed">
            {'　'}
            {[feedbackWayLabel[way], askedBy].filter(Boolean).join(' · ')}
          </Text>
        </Text>
      ))}
    </section>
  )
}
