import type { UseQueryResult } from '@tanstack/react-query'
import type { Right } from '@shared/domain/rights'
import { call, queryClient, useQueryOp, type CallError, type OutputOf } from '../api'
import { flushDrafts } from './form/useDraft'

type Session = OutputOf<'session.me'>

/** Who sits at the desk, for which centre, and what day it is there. */
export function useSession(): UseQueryResult<Session, CallError> {
  return useQueryOp('session.me', {})
}

/** Whether to offer an action at all; the core checks again. */
export function useMay(right: Right): boolean {
  return useSession().data?.rights.includes(right) ?? false
}

/** How far the operator's work reaches; nothing beyond it need be offered. */
export function useReach(): Session['reach'] | undefined {
  return useSession().data?.reach
}

/** Whether to offer an action that only those take who answer for the whole township. */
export function useMayForTownship(right: Right): boolean {
  const session = useSession().data
  return session?.reach === 'township' && session.rights.includes(right)
}

/** Locks the vault and forgets everything the window has read; BUSY where a task should end first. */
export async function lock(when: { unlessBusy?: boolean } = {}): Promise<void> {
  await flushDrafts()
  await call('vault.lock', when)
  // Only the gate's question stays: it now answers "locked" and takes every screen away.
  await queryClient.invalidateQueries({ queryKey: ['vault.status'] })
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'vault.status' })
}
