import type { Scale } from '@shared/domain/assessments/scale'
import { codeOf, digitOf, digitsOf, isSuggested, type AssessmentEntry, type Step } from './entry'
import { bringIntoSight } from './sight'
import classes from './assessments.module.css'

interface DenseColumnProps {
  scale: Scale
  steps: Step[]
  entry: AssessmentEntry
  at: number
  onMove: (at: number) => void
}

/** Typed in from paper: the whole scale in one column, one digit to a line. */
export function DenseColumn(props: DenseColumnProps): React.ReactElement {
  const { scale, steps, entry, at, onMove } = props
  return (
    <div className={classes.dense} role="grid" aria-label="照纸录入">
      {steps.map((step, index) => {
        const head = headBefore(steps, index)
        return (
          <div key={codeOf(step)} role="rowgroup">
            {head && <div className={classes.denseHead}>{head}</div>}
            <div
              ref={index === at ? bringIntoSight : undefined}
              role="row"
              id={`step-${codeOf(step)}`}
              aria-selected={index === at}
              className={classes.denseRow}
              onClick={() => onMove(index)}
            >
              <span role="gridcell" className={classes.number}>
                {index + 1}
              </span>
              <span role="gridcell" className={classes.itemTitle}>
                {step.kind === 'item' ? step.item.title : step.question.ask}
              </span>
              <span role="gridcell" className={classes.range}>
                {step.kind === 'item'
                  ? digitsOf(scale, step.item)
                  : isSuggested(step.question, entry.answers)
                    ? '请核实'
                    : '1 是 0 否'}
              </span>
              <span role="gridcell" className={classes.digit}>
                {digitShown(scale, step, entry)}
              </span>
            </div>
          </div>
        )
      })}
    </div>
  )
}

function headBefore(steps: readonly Step[], index: number): string | null {
  const step = steps[index]!
  const before = steps[index - 1]
  if (step.kind === 'question') return before?.kind === 'question' ? null : '等级变更'
  return before?.kind === 'item' && before.group === step.group ? null : step.group.title
}

function digitShown(scale: Scale, step: Step, { answers, changes }: AssessmentEntry): string {
  const code = codeOf(step)
  if (step.kind === 'item') {
    const points = answers[code]
    return points === undefined ? '' : String(digitOf(scale, points))
  }
  return changes[code] === undefined ? '' : changes[code] ? '是' : '否'
}
