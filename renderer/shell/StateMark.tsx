import classes from './StateMark.module.css'

/** Shape, word and colour of a state; any one of the three is enough to read it. */
const marks = {
  due: { shape: '●', word: '到期' },
  overdue: { shape: '▲', word: '逾期' },
  incident: { shape: '◆', word: '强制报告' },
  exempt: { shape: '○', word: '豁免' },
  met: { shape: '✓', word: '已完成' },
} as const

export type StateKind = keyof typeof marks

interface StateMarkProps {
  state: StateKind
  /** Replaces the word: `电话 本月 2/4`. */
  children?: React.ReactNode
}

export function StateMark({ state, children }: StateMarkProps): React.ReactElement {
  const { shape, word } = marks[state]
  return (
    <span className={classes.mark} data-state={state}>
      <span className={classes.shape} aria-hidden={children == null}>
        {shape}
      </span>
      {children ?? word}
    </span>
  )
}
