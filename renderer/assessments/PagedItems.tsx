import { Kbd } from '@mantine/core'
import { subtotal } from '@shared/domain/assessments/grading'
import { mostPoints, type Scale } from '@shared/domain/assessments/scale'
import { codeOf, digitOf, isAnswered, isSuggested, type AssessmentEntry, type Step } from './entry'
import { bringIntoSight } from './sight'
import { pageOf } from './useStepKeys'
import classes from './assessments.module.css'

interface PagedItemsProps {
  scale: Scale
  steps: Step[]
  entry: AssessmentEntry
  at: number
  onMove: (at: number) => void
  onAnswer: (at: number, answer: number | boolean) => void
}

/** One group to a page: the item in hand shows its answers, the others what was chosen. */
export function PagedItems(props: PagedItemsProps): React.ReactElement {
  const { scale, steps, entry, at, onMove, onAnswer } = props
  const page = pageOf(steps, at)
  return (
    <ol className={classes.items}>
      {steps.map((step, index) =>
        pageOf(steps, index) !== page ? null : (
          <li key={codeOf(step)}>
            {index === at ? (
              <OpenStep
                scale={scale}
                step={step}
                number={index + 1}
                entry={entry}
                onAnswer={(answer) => onAnswer(index, answer)}
              />
            ) : (
              <button
                type="button"
                tabIndex={-1}
                className={classes.closedItem}
                onClick={() => onMove(index)}
              >
                <span className={classes.number}>{index + 1}</span>
                <span className={classes.itemTitle}>{titleOf(step)}</span>
                <span className={classes.chosen}>{chosenWords(step, entry)}</span>
              </button>
            )}
          </li>
        ),
      )}
    </ol>
  )
}

const titleOf = (step: Step): string => (step.kind === 'item' ? step.item.title : step.question.ask)

function chosenWords(step: Step, entry: AssessmentEntry): string {
  if (!isAnswered(step, entry)) return '未答'
  if (step.kind === 'question') return entry.changes[codeOf(step)] ? '是' : '否'
  const points = entry.answers[codeOf(step)]!
  const text = step.item.anchors.find((anchor) => anchor.points === points)?.text ?? ''
  return `${points} 分 · ${text}`
}

interface OpenStepProps {
  scale: Scale
  step: Step
  number: number
  entry: AssessmentEntry
  onAnswer: (answer: number | boolean) => void
}

function OpenStep({ scale, step, number, entry, onAnswer }: OpenStepProps): React.ReactElement {
  const note =
    step.kind === 'item'
      ? step.item.asks
      : isSuggested(step.question, entry.answers)
        ? '意识水平评为 0 分，请核实是否昏迷'
        : undefined
  const choices =
    step.kind === 'item'
      ? step.item.anchors.map(({ points, text }) => ({
          value: points as number | boolean,
          digit: String(digitOf(scale, points)),
          points: `${points} 分`,
          text,
        }))
      : [
          { value: true, digit: '1', points: '是', text: '' },
          { value: false, digit: '0', points: '否', text: '' },
        ]
  const current = step.kind === 'item' ? entry.answers[codeOf(step)] : entry.changes[codeOf(step)]
  return (
    <div
      ref={bringIntoSight}
      className={classes.openItem}
      role="radiogroup"
      aria-label={`${number} ${titleOf(step)}`}
    >
      <div className={classes.openHead}>
        <span className={classes.number}>{number}</span>
        <strong>{titleOf(step)}</strong>
        {note && <span className={classes.asks}>{note}</span>}
      </div>
      {choices.map(({ value, digit, points, text }) => (
        <button
          key={digit}
          type="button"
          role="radio"
          tabIndex={-1}
          aria-checked={current === value}
          className={classes.choice}
          onClick={() => onAnswer(value)}
        >
          <Kbd size="xs">{digit}</Kbd>
          <span className={classes.points}>{points}</span>
          <span>{text}</span>
        </button>
      ))}
    </div>
  )
}

interface PageTabsProps {
  scale: Scale
  steps: Step[]
  entry: AssessmentEntry
  at: number
  onMove: (at: number) => void
}

/** The pages of the form, with what each has so far. */
export function PageTabs({ scale, steps, entry, at, onMove }: PageTabsProps): React.ReactElement {
  const pages = [
    ...scale.groups.map((group) => ({
      page: group.code,
      title: group.title,
      note: `${subtotal(group, entry.answers)}/${mostPoints(group.items)}`,
    })),
    ...(scale.questions.length > 0 ? [{ page: 'questions', title: '等级变更', note: '' }] : []),
    { page: 'filing', title: '结论', note: '' },
  ]
  const current = pageOf(steps, at)
  const first = (page: string): number => {
    const index = steps.findIndex((_, position) => pageOf(steps, position) === page)
    return index < 0 ? steps.length : index
  }
  const done = (page: string): boolean =>
    page !== 'filing' &&
    steps.every((step, index) => pageOf(steps, index) !== page || isAnswered(step, entry))
  return (
    <div className={classes.tabs} role="tablist" aria-label="评估分页">
      {pages.map(({ page, title, note }) => (
        <button
          key={page}
          type="button"
          role="tab"
          tabIndex={-1}
          aria-selected={page === current}
          className={classes.tab}
          onClick={() => onMove(first(page))}
        >
          {title} {note} {done(page) && '✓'}
        </button>
      ))}
    </div>
  )
}
