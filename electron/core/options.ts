import type { Failure } from '@shared/contract/failure'
import type { JobState } from '@shared/contract/jobs'
import type { WorkerPort } from './worker-port'

export interface CoreOptions {
  /** The vault's folder; null until the desktop host has asked for one. */
  dataDir: string | null
  /** Where the sample township keeps its own vault; null where the host offers none. */
  sampleDir?: string | null
  /** Folder that holds `db/migrations` and `resources`. */
  programDir: string
  worker: WorkerPort
  /** The clock; tests and trials may stand on another day. */
  now?: () => Date
  /** Makes backups by itself: at start, every few hours, before imports and merges. */
  automaticBackups?: boolean
  /** Parse what handlers answer against the contract: for tests, it costs time. */
  checkOutput?: boolean
}

export type Result<Value = unknown> = { ok: true; value: Value } | { ok: false; error: Failure }

export type CoreEvent =
  | { type: 'job'; job: JobState }
  | { type: 'changed'; entities: string[] }
  | { type: 'vault'; state: 'locked' | 'unlocked'; dataDir: string | null }
