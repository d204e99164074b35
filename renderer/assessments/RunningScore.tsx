import { Progress, Text } from '@mantine/core'
import { runningGrade, subtotal } from '@shared/domain/assessments/grading'
import { itemsOf, mostPoints, type Scale } from '@shared/domain/assessments/scale'
import type { AssessmentEntry } from './entry'
import classes from './assessments.module.css'

interface RunningScoreProps {
  scale: Scale
  entry: AssessmentEntry
  /** Lying flat above other fields, instead of standing beside the form. */
  flat?: boolean
}

/** Sub-scores, total and the level so far, beside the form while it is being filled. */
export function RunningScore({ scale, entry, flat }: RunningScoreProps): React.ReactElement {
  const { answers, changes } = entry
  const { answered, count, score, best, worst } = runningGrade(scale, answers, changes)
  return (
    <aside className={classes.running} data-flat={flat || undefined} aria-label="当前得分">
      <div className={classes.total}>
        <span className={classes.score}>{score}</span>
        <span className={classes.most}> / {mostPoints(itemsOf(scale))} 分</span>
      </div>
      <div className={classes.level} role="status">
        {best === worst
          ? best.label
          : answered === 0
            ? '尚未评分'
            : `${best.label}至${worst.label}之间`}
      </div>
      <Progress value={(answered / count) * 100} size={6} aria-label="已答" />
      <Text size="xs" c="dimmed">
        已答 {answered} / {count} 项
      </Text>
      {scale.groups.length > 1 && (
        <dl className={classes.subtotals}>
          {scale.groups.map((group) => (
            <div key={group.code}>
              <dt>{group.title}</dt>
              <dd>
                {subtotal(group, answers)} / {mostPoints(group.items)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!flat && (
        <Text size="xs" c="dimmed">
          {scale.basis}
        </Text>
      )}
    </aside>
  )
}
