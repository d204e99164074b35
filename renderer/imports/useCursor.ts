import { useEffect, useRef, useState } from 'react'
import type { ImportRow } from '@shared/contract/imports'
import { keyOf, openStates } from './row-states'

/**
 * The row the clerk works on. It stays with a row that still needs a word; once a row is settled
 * (and moves away in the list, or out of it) the one that took its place comes next.
 */
export function useCursor(
  rows: readonly ImportRow[] | undefined,
): [active: ImportRow | null, activeKey: string | null, setActiveKey: (key: string) => void] {
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const last = useRef<{ index: number; key: string; state: ImportRow['state'] } | null>(null)
  const index = rows?.findIndex((row) => keyOf(row) === activeKey) ?? -1
  const active = rows?.[index] ?? null

  useEffect(() => {
    if (!rows || rows.length === 0) return
    const before = last.current
    const isSettled =
      before !== null &&
      active !== null &&
      before.key === activeKey &&
      before.state !== active.state &&
      !openStates.includes(active.state)
    if (active && activeKey && !isSettled) {
      last.current = { index, key: activeKey, state: active.state }
      return
    }
    const at = Math.min(before?.index ?? 0, rows.length - 1)
    const next = keyOf(rows[at]!) === activeKey ? (rows[at + 1] ?? rows[at]!) : rows[at]!
    last.current = null
    setActiveKey(keyOf(next))
  }, [rows, active, activeKey, index])

  return [active, activeKey, setActiveKey]
}
