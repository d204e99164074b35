import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './VaultFrame.module.css'

interface VaultFrameProps {
  title: string
  lead?: ReactNode
  /** Wizards show where they are: 2 of 4. */
  steps?: { words: string[]; current: number }
  wide?: boolean
  children: ReactNode
}

/** The sheet of paper on which set-up, unlock and recovery are written. */
export function VaultFrame(props: VaultFrameProps): React.ReactElement {
  const { title, lead, steps, wide, children } = props
  return (
    <div className={classes.desk}>
      <main className={classes.sheet} data-wide={wide || undefined}>
        <header className={`${classes.head} no-print`}>
          <div className={classes.brand}>
            <span className={classes.name}>桑榆</span>
            <span className={classes.motto}>乡镇留守老人关爱服务台账</span>
          </div>
          {steps && (
            <ol className={classes.steps}>
              {steps.words.map((word, index) => (
                <li
                  key={word}
                  className={classes.step}
                  data-done={index < steps.current || undefined}
                  aria-current={index === steps.current ? 'step' : undefined}
                >
                  <span className={classes.number}>{index < steps.current ? '✓' : index + 1}</span>
                  {word}
                </li>
              ))}
            </ol>
          )}
          <Title order={1}>{title}</Title>
          {lead && <p className={classes.lead}>{lead}</p>}
        </header>
        {children}
      </main>
    </div>
  )
}
