import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './FormSection.module.css'

interface FormSectionProps {
  title: string
  /** A word on what is inside when folded, or on why it is asked. */
  note?: ReactNode
  foldable?: boolean
  folded?: boolean
  children: ReactNode
}

/** One group of fields: labels above, two columns from 1366 px on, one below. */
export function FormSection(props: FormSectionProps): React.ReactElement {
  const { title, note, foldable = false, folded = false, children } = props
  const [open, setOpen] = useState(!folded)
  const heading = (
    <>
      <h2 className={classes.title}>{title}</h2>
      {note && <span className={classes.note}>{note}</span>}
    </>
  )
  return (
    <section className={classes.section}>
      {foldable ? (
        <UnstyledButton
          className={classes.head}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
          {heading}
        </UnstyledButton>
      ) : (
        <div className={classes.head}>{heading}</div>
      )}
      <Collapse expanded={open} transitionDuration={0}>
        <div className={classes.fields}>{children}</div>
      </Collapse>
    </section>
  )
}

/** A field that needs the whole width of its section. */
export function WholeRow({ children }: { children: ReactNode }): React.ReactElement {
  return <div className={classes.whole}>{children}</div>
}
