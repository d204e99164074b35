import { useSyncExternalStore } from 'react'
import type { RecoverySheet } from '@shared/contract/vault'

/** What must be finished before the program goes on, although the vault is already unlocked. */
export type Ceremony =
  | { step: 'sheet'; sheet: RecoverySheet; after: 'setUp' | 'recovery' | 'renewal' }
  | { step: 'firstSteps' }

let current: Ceremony | null = null
const listeners = new Set<() => void>()

export function setCeremony(ceremony: Ceremony | null): void {
  current = ceremony
  for (const listener of listeners) listener()
}

export function useCeremony(): Ceremony | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
