import { failure, type Failure } from '@shared/contract/failure'
import type { JobState } from '@shared/contract/jobs'

const KEPT = 100

/** Long work under way and its outcome, looked up by id. */
export class Jobs {
  private readonly jobs = new Map<number, { state: JobState; abort: AbortController }>()
  private lastId = 0

  constructor(
    private readonly announce: (state: JobState) => void,
    private readonly explain: (error: unknown, op: string) => Failure,
  ) {}

  /** Starts `work` and answers the job's id at once. */
  start(
    op: string,
    work: (
      signal: AbortSignal,
      progress: (done: number, total: number, label: string) => void,
    ) => Promise<unknown>,
  ): number {
    const id = (this.lastId += 1)
    const abort = new AbortController()
    const state: JobState = { id, op, status: 'running', done: 0, total: 0, label: '' }
    this.jobs.set(id, { state, abort })
    for (const old of this.jobs.keys()) {
      if (this.jobs.size <= KEPT) break
      if (this.jobs.get(old)!.state.status !== 'running') this.jobs.delete(old)
    }
    const progress = (done: number, total: number, label: string): void => {
      Object.assign(state, { done, total, label })
      this.announce(state)
    }
    // Deferred so that the answer with the id leaves before the work begins.
    setImmediate(() => {
      work(abort.signal, progress).then(
        (result) => this.settle(state, { status: 'done', result }),
        (error: unknown) =>
          this.settle(
            state,
            abort.signal.aborted
              ? { status: 'cancelled' }
              : { status: 'failed', error: this.explain(error, op) },
          ),
      )
    })
    return id
  }

  get(id: number): JobState {
    const job = this.find(id)
    if (!job) throw failure('NOT_FOUND', '没有这项任务，它可能早已结束。')
    return job
  }

  find(id: number): JobState | undefined {
    return this.jobs.get(id)?.state
  }

  /** Asks a job to stop; what it has not committed yet never happens. */
  cancel(id: number): void {
    this.get(id)
    this.jobs.get(id)!.abort.abort()
  }

  /** Cancels what is running and forgets every outcome: the next operator may be another. */
  clear(): void {
    for (const { abort } of this.jobs.values()) abort.abort()
    this.jobs.clear()
  }

  get running(): number {
    return [...this.jobs.values()].filter(({ state }) => state.status === 'running').length
  }

  private settle(state: JobState, outcome: Partial<JobState>): void {
    Object.assign(state, outcome)
    this.announce(state)
  }
}
