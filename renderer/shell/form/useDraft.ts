import { useCallback, useEffect, useRef, useState } from 'react'
import { CallError, call } from '../../api'
import { tellFailure } from '../notify'

const pause = 600 // milliseconds without typing before a draft is written

const flushers = new Set<() => Promise<void>>()

/** Writes every unfinished draft now: before the vault is locked. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...flushers].map((flush) => flush()))
}

/** What is being typed: a Mantine form, or anything that keeps its values likewise. */
export interface Drafted<Values> {
  values: Values
  setValues: (values: Partial<Values>) => void
  isDirty: () => boolean
}

export interface Draft {
  /** Whether the form has been filled from the last draft (or there was none). */
  ready: boolean
  /** When it was last written, UTC. */
  savedAt: string | null
  /** True when this form continues an unfinished one. */
  continued: boolean
  /** Writes what is waiting now: a cell was left. */
  flush: () => Promise<void>
  /** Forgets the draft; call after the record has been saved. */
  discard: () => Promise<void>
}

/**
 * Keeps what is being typed in the vault's table of drafts, so that neither a crash nor a closed
 * window loses it. `key` names the paper: `recipient:new`, `recipient:42`. Only changed forms are
 * written, and the last stroke is flushed when the page is left.
 */
export function useDraft<Values extends object>(key: string, form: Drafted<Values>): Draft {
  const [loaded, setLoaded] = useState<{ key: string; continued: boolean } | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const ready = loaded?.key === key
  const latestForm = useRef(form)
  useEffect(() => {
    latestForm.current = form
  })

  useEffect(() => {
    let left = false
    const load = async (): Promise<void> => {
      // Without its draft the form still works; it just starts from what is stored.
      const draft = await call('drafts.get', { id: key }).catch(() => null)
      if (left) return
      if (draft) latestForm.current.setValues(draft.content as Partial<Values>)
      setSavedAt(draft?.savedAt ?? null)
      setLoaded({ key, continued: draft !== null })
    }
    void load()
    return () => {
      left = true
    }
  }, [key])

  const pending = useRef<{ key: string; text: string } | null>(null)
  const written = useRef<string | null>(null)
  const flush = useCallback(async (): Promise<void> => {
    const next = pending.current
    if (!next) return
    pending.current = null
    try {
      const { savedAt } = await call('drafts.put', {
        id: next.key,
        content: JSON.parse(next.text),
      })
      setSavedAt(savedAt)
    } catch (error) {
      if (!(error instanceof CallError && error.code === 'LOCKED')) tellFailure(error)
    }
  }, [])

  const text = JSON.stringify(form.values)
  const dirty = form.isDirty()
  useEffect(() => {
    if (!ready || !dirty || text === written.current) return
    written.current = text
    pending.current = { key, text }
    const timer = window.setTimeout(() => void flush(), pause)
    return () => window.clearTimeout(timer)
  }, [ready, dirty, text, key, flush])

  useEffect(() => {
    const leave = (): void => void flush()
    window.addEventListener('pagehide', leave)
    flushers.add(flush)
    return () => {
      flushers.delete(flush)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [flush])

  const discard = useCallback(async () => {
    pending.current = null
    await call('drafts.discard', { id: key })
    setSavedAt(null)
    setLoaded({ key, continued: false })
  }, [key])

  return { ready, savedAt, continued: ready && loaded.continued, flush, discard }
}
