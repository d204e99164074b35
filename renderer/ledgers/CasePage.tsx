import { Button, Group, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Machine } from '@shared/domain/ledgers/machine'
import { Page } from '../shell/Page'
import { CaseState, type CaseLine } from './case-state'
import classes from './ledgers.module.css'
import { StepTrail, type Step, type StepCorrection } from './StepTrail'

export interface CaseTab {
  key: string
  title: string
  content: ReactNode
}

interface CasePageProps<Name extends string> {
  machine: Machine<string, Name>
  /** The list the case was opened from. */
  parent: string
  file: CaseLine & { steps: readonly Step[]; moves: readonly Name[] }
  /** What the page is headed by; the person's name where left out. */
  title?: string
  /** `医疗保健 · 紧急`, beside the name. */
  note?: ReactNode
  onMove: (move: Name) => void
  /** Further buttons: print, correct, void. */
  actions?: ReactNode
  /** The case's facts, edited in place. */
  facts: ReactNode
  correction?: StepCorrection
  /** Tabs below the facts: attachments, history. */
  tabs: readonly CaseTab[]
}

/**
 * The page of a case of any ledger: what it is about, how it came to where it stands, and what can
 * be done next. The first move is the main action.
 */
export function CasePage<Name extends string>(props: CasePageProps<Name>): React.ReactElement {
  const { machine, parent, file, title, note, onMove, actions, facts, correction, tabs } = props
  const [first, ...others] = file.moves
  return (
    <Page
      title={title ?? file.recipientName}
      note={
        <Group gap="sm" component="span">
          <span>
            {[file.villageName, note].filter(Boolean).map((words, at) => (
              <span key={at}>
                {at > 0 && ' · '}
                {words}
              </span>
            ))}
          </span>
          <CaseState machine={machine} row={file} />
        </Group>
      }
      parent={parent}
      main={
        first === undefined
          ? undefined
          : { label: machine.moves[first].label, onClick: () => onMove(first) }
      }
      actions={
        <Group gap="xs">
          {actions}
          {file.recipientId !== null && (
            <Button variant="default" component={Link} href={`/recipients/${file.recipientId}`}>
              打开档案
            </Button>
          )}
        </Group>
      }
    >
      <div className={classes.case}>
        <div>
          {facts}
          <Tabs defaultValue={tabs[0]?.key} keepMounted={false}>
            <Tabs.List>
              {tabs.map(({ key, title }) => (
                <Tabs.Tab key={key} value={key}>
                  {title}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map(({ key, content }) => (
              <Tabs.Panel key={key} value={key} className={classes.panel}>
                {content}
              </Tabs.Panel>
            ))}
          </Tabs>
        </div>
        <aside className={classes.side}>
          <h2>下一步</h2>
          <Group gap="xs" mb="md">
            {first === undefined && <span>这件{machine.noun}已经办完，您没有可做的下一步。</span>}
            {file.moves.map((move) => (
              <Button
                key={move}
                size="compact-md"
                variant={move === first ? 'filled' : others.includes(move) ? 'default' : 'subtle'}
                onClick={() => onMove(move)}
              >
                {machine.moves[move].label}
              </Button>
            ))}
          </Group>
          <h2>办理经过</h2>
          <StepTrail steps={file.steps} correction={correction} />
        </aside>
      </div>
    </Page>
  )
}
