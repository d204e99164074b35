import { Worker } from 'node:worker_threads'
import { FailureError, type Failure } from '@shared/contract/failure'
import { tasks, type TaskInput, type TaskName, type TaskOutput } from './tasks'

/** Runs heavy work away from the core's own thread. */
export interface WorkerPort {
  run<Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
  ): Promise<TaskOutput<Name>>
  close(): Promise<void>
}

export interface TaskRequest {
  id: number
  task: TaskName
  input: unknown
}

export type TaskReply =
  | { id: number; ok: true; output: unknown }
  | { id: number; ok: false; failure?: Failure; message: string; code?: string }

/** Runs tasks in the calling thread: for unit tests, where a thread has no built file to load. */
export function inlineWorker(): WorkerPort {
  return {
    async run(task, input, signal) {
      signal?.throwIfAborted()
      const work = tasks[task] as unknown as (input: unknown) => Promise<never>
      return work(input)
    },
    async close() {},
  }
}

/** One thread, started at first use and again after a cancelled task. */
export class ThreadWorker implements WorkerPort {
  private worker: Worker | undefined
  private lastId = 0
  private readonly waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >()

  constructor(private readonly entry: string) {}

  run<Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
  ): Promise<TaskOutput<Name>> {
    signal?.throwIfAborted()
    const worker = (this.worker ??= this.start())
    const id = (this.lastId += 1)
    return new Promise<TaskOutput<Name>>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      signal?.addEventListener(
        'abort',
        () => {
          // A running task cannot be asked to stop; its thread is ended and a new one started later.
          if (this.waiting.has(id)) void this.stop(new Error('cancelled'))
        },
        { once: true },
      )
      worker.postMessage({ id, task, input } satisfies TaskRequest)
    })
  }

  async close(): Promise<void> {
    await this.stop(new Error('closed'))
  }

  private start(): Worker {
    // A file made to fill the memory ends its thread, not the program.
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: 2048 } })
    worker.on('message', (reply: TaskReply) => {
      const waiting = this.waiting.get(reply.id)
      this.waiting.delete(reply.id)
      if (reply.ok) waiting?.resolve(reply.output as never)
      else if (reply.failure) waiting?.reject(new FailureError(reply.failure))
      else waiting?.reject(Object.assign(new Error(reply.message), { code: reply.code }))
    })
    worker.on('error', (error) => {
      if (this.worker === worker) void this.stop(error as Error)
    })
    worker.unref()
    return worker
  }

  private async stop(reason: Error): Promise<void> {
    const worker = this.worker
    this.worker = undefined
    const waiting = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of waiting) reject(reason)
    await worker?.terminate()
  }
}
