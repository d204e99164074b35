import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { tellDone } from '../notify'
import { ConflictNotice, differences, newerRecord, type ComparedField } from './conflict'
import { showFailure } from './failure'

/** The record a form was filled from. */
export interface EditedRecord<Values> {
  /** What a clerk calls it: 这件需求. */
  what: string
  revision: number
  /** What is compared when somebody else saved in between, or the lines that say what differs. */
  fields:
    | readonly ComparedField<Values>[]
    | ((mine: Values, theirs: Partial<Values>) => readonly string[])
}

interface SaveOverProps<Values extends object> {
  form: UseFormReturnType<Values>
  /** Left out: a new record, saved over revision 0. */
  record?: EditedRecord<Values>
  /** Saves over this revision and answers what to tell the clerk. */
  save: (revision: number) => Promise<string>
  /** Answers whether it took up a refusal itself: 同名的是另一个人吗. */
  refused?: (error: unknown) => boolean
  /** After saving, and when the clerk takes what is there instead. */
  onDone: () => void | Promise<void>
}

/**
 * A save that never loses what was typed: refused because somebody else saved in between, the form
 * stays, `notice` shows both values, and the next save goes over the newer revision.
 */
export function useSaveOver<Values extends object>(props: SaveOverProps<Values>) {
  const { form, record, save, refused, onDone } = props
  // The page fetches the record anew while it is edited: what was read at the opening counts.
  const [opened] = useState(record?.revision ?? 0)
  const [theirs, setTheirs] = useState<(Partial<Values> & { revision: number }) | null>(null)
  const submit = async (): Promise<void> => {
    form.clearErrors()
    if (form.validate().hasErrors) return
    try {
      tellDone(await save(theirs?.revision ?? opened))
      await onDone()
    } catch (error) {
      if (refused?.(error)) return
      const current = newerRecord<Values>(error)
      if (record && current) setTheirs(current)
      else showFailure(form, error)
    }
  }
  const notice = record && theirs && (
    <ConflictNotice
      what={record.what}
      lines={
        typeof record.fields === 'function'
          ? record.fields(form.values, theirs)
          : differences(record.fields, form.values, theirs)
      }
      onMine={() => void submit()}
      onTheirs={() => void onDone()}
    />
  )
  return { submit, notice }
}
