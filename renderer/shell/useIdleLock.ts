import { useIdle } from '@mantine/hooks'
import { useEffect } from 'react'
import { CallError } from '../api'
import { lock } from './session'
import { tellFailure } from './notify'

const RETRY = 20_000 // milliseconds, while a running task keeps the vault open

/**
 * Locks the program when nobody has touched it for a while: the screen is taken away and only the
 * password brings it back. A running import or print is finished first.
 */
export function useIdleLock(minutes: number | undefined): void {
  const idle = useIdle(minutes === undefined ? 2 ** 30 : minutes * 60_000, { initialState: false })
  useEffect(() => {
    if (!idle) return
    const lockIfFree = (): void =>
      void lock({ unlessBusy: true }).catch((error: unknown) => {
        if (!(error instanceof CallError && ['BUSY', 'LOCKED'].includes(error.code)))
          tellFailure(error)
      })
    lockIfFree()
    const timer = window.setInterval(lockIfFree, RETRY)
    return () => window.clearInterval(timer)
  }, [idle])
}
