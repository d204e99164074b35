import { Tooltip, UnstyledButton } from '@mantine/core'
import { rowStates, type RowState } from '@shared/contract/imports'
import { formatCount } from '../shell/format'
import { openStates, stateOrder, stateSigns, sumOf, type Counts } from './row-states'
import classes from './StateChips.module.css'

/** Which rows are listed: those waiting for a word, all, or those of one state. */
export type Shown = 'open' | 'all' | RowState

interface StateChipsProps {
  counts: Counts
  shown: Shown
  onChange: (shown: Shown) => void
}

/** 错误 7 · 冲突 6 · 待确认 3 …: the counts are the filter. */
export function StateChips({ counts, shown, onChange }: StateChipsProps): React.ReactElement {
  const chip = (value: Shown, word: string, count: number, hint: string): React.ReactElement => (
    <Tooltip key={value} label={hint} position="bottom">
      <UnstyledButton
        className={classes.chip}
        data-state={value}
        data-none={count === 0 || undefined}
        aria-pressed={shown === value}
        onClick={() => onChange(value)}
      >
        {word} <b>{formatCount(count)}</b>
      </UnstyledButton>
    </Tooltip>
  )
  return (
    <div className={classes.chips} role="group" aria-label="按结果筛选">
      {chip('open', '要看的', sumOf(counts, openStates), '没处理的不会入库，可以另存出来。')}
      {chip('all', '全部', sumOf(counts), '文件里所有的行。')}
      <span className={classes.gap} aria-hidden />
      {stateOrder.map((state) =>
        chip(
          state,
          `${stateSigns[state].shape} ${rowStates[state]}`,
          counts[state],
          stateSigns[state].hint,
        ),
      )}
    </div>
  )
}

/** Shape and word of one row's state. */
export function RowStateMark({ state }: { state: RowState }): React.ReactElement {
  return (
    <span className={classes.mark} data-state={state}>
      <span aria-hidden>{stateSigns[state].shape}</span> {rowStates[state]}
    </span>
  )
}
