import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from '../recipients/FactsSection.module.css'

interface FactsPanelProps {
  title: string
  facts: readonly { label: string; words: ReactNode }[]
  /** Left out where nothing may be changed. */
  onEdit?: () => void
  /** Stands where the facts stood while they are changed. */
  editor?: ReactNode
}

/** A group of a case's facts: read at a glance, edited in its place. */
export function FactsPanel({ title, facts, onEdit, editor }: FactsPanelProps): React.ReactElement {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {onEdit && !editor && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={15} />}
            onClick={onEdit}
            aria-label={`修改${title}`}
          >
            修改
          </Button>
        )}
      </header>
      {editor ?? (
        <dl className={classes.facts} onDoubleClick={onEdit}>
          {facts.map(({ label, words }) => (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd data-missing={words ? undefined : true}>{words || '—'}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
