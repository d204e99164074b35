import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { noteEvent } from '@db/repositories/audit'
import { FailureError } from '@shared/contract/failure'
import type { ArtifactSummary } from './artifacts'
import type { CommandContext } from './context'
import { vaultPaths } from './vault/files'
import type { OpenVault } from './vault/vault'

/*
 * Acts that change no record but must be known later. While the vault is locked nothing can be
 * written into it: wrong passwords are noted beside it, by time and number of the operator only,
 * and move into the chain of changes at the next login.
 */

type Write = (work: (ctx: CommandContext) => void) => void

interface FailedLogin {
  at: string
  operatorId: number
}

const MOST_KEPT = 1000
/** Times of wrong passwords that are spelled out. */
const MOST_TOLD = 5

/** A login, with the wrong passwords that were tried before it. */
export function recordLogin({ paths }: OpenVault, write: Write): void {
  const failed = failedLogins(paths.failedLogins)
  const times = failed.slice(-MOST_TOLD).map(({ at }) => localTime(new Date(at)))
  const about = `此前密码错 ${failed.length} 次（${times.join('、')}）`
  write((ctx) => noteEvent(ctx, failed.length > 0 ? about : null, null))
  rmSync(paths.failedLogins, { force: true })
}

/** A refused login, where the password or the recovery code was the reason. */
export function recordRefusal(error: unknown, dataDir: string, failed: FailedLogin): void {
  if (!(error instanceof FailureError) || error.failure.code !== 'VALIDATION') return
  const path = vaultPaths(dataDir).failedLogins
  try {
    mkdirSync(dirname(path), { recursive: true })
    appendFileSync(path, `${failed.at} ${failed.operatorId}\n`)
  } catch {
    // A read-only folder must not turn a wrong password into another fault.
  }
}

/** A paper or list that was produced and may leave the vault. */
export function recordTakenOut(produced: unknown, write: Write): void {
  const { title, files, artifactId } = (produced ?? {}) as Partial<ArtifactSummary>
  if (artifactId === undefined) return
  write((ctx) => noteEvent(ctx, title ?? null, files ?? null))
}

function failedLogins(path: string): FailedLogin[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(-MOST_KEPT)
    .flatMap((line) => {
      const [at, operatorId] = line.split(' ')
      return at && operatorId && !Number.isNaN(Date.parse(at))
        ? [{ at, operatorId: Number(operatorId) }]
        : []
    })
}

/** `11-21 09:30` */
function localTime(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
