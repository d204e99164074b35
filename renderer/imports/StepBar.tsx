import { UnstyledButton } from '@mantine/core'
import classes from './StepBar.module.css'

export const steps = ['file', 'header', 'rows', 'apply'] as const
export type Step = (typeof steps)[number]

const words: Record<Step, string> = {
  file: '① 选文件',
  header: '② 认表头',
  rows: '③ 逐行看',
  apply: '④ 入库',
}

interface StepBarProps {
  current: Step
  /** Left out where there is no way to another step. */
  onChoose?: (step: Step) => void
}

/** Where the clerk is on the way from a file to the archives; any step can be gone back to. */
export function StepBar({ current, onChoose }: StepBarProps): React.ReactElement {
  return (
    <nav className={classes.bar} aria-label="导入步骤">
      {steps.map((step) => (
        <UnstyledButton
          key={step}
          className={classes.step}
          disabled={!onChoose && step !== current}
          aria-current={step === current ? 'step' : undefined}
          onClick={() => onChoose?.(step)}
        >
          {words[step]}
        </UnstyledButton>
      ))}
    </nav>
  )
}
