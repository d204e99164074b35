import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { OutputOf } from '../api'
import { formatDay, formatInstant } from '../shell/format'
import classes from './ledgers.module.css'

export type Step = OutputOf<'needs.file'>['steps'][number]

interface StepTrailProps {
  steps: readonly Step[]
  /** Which steps can be corrected with a reason, and what opens that. */
  correction?: StepCorrection
}

export interface StepCorrection {
  can: (step: Step) => boolean
  open: (step: Step) => void
}

/** 办理经过: each dated step with who did it and how, the first on top. */
export function StepTrail({ steps, correction }: StepTrailProps): React.ReactElement {
  return (
    <ol className={classes.trail} aria-label="办理经过">
      {steps.map((step) => {
        const who = step.helperName ?? step.by
        return (
          <li key={step.id} data-step={step.step} data-outcome={step.outcome}>
            <div className={classes.stepHead}>
              <strong>
                {step.label}
                {step.outcome === 'skipped' && '（不需要）'}
              </strong>
              <span className={classes.when}>
                {formatDay(step.day)} {step.time}
              </span>
              {correction?.can(step) && (
                <Tooltip label="更正这一步">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={`更正${step.label}`}
                    onClick={() => correction.open(step)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                </Tooltip>
              )}
            </div>
            <div className={classes.stepWords}>
              {[who, step.how, step.toWhom && `→ ${step.toWhom}`].filter(Boolean).join(' · ')}
              {step.note && <p>{step.note}</p>}
              {formatInstant(step.enteredAt).slice(0, 10) !== step.day && (
                <small title="录入的时间，与做这件事的日期不同">
                  {formatInstant(step.enteredAt)} 录入
                </small>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
