import { parentPort } from 'node:worker_threads'
import { FailureError } from '@shared/contract/failure'
import { tasks } from './tasks'
import type { TaskReply, TaskRequest } from './worker-port'

/** Entry of the worker thread: answers one task after the other. */
parentPort?.on('message', (request: TaskRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})

async function answer({ id, task, input }: TaskRequest): Promise<TaskReply> {
  try {
    const work = tasks[task] as unknown as (input: unknown) => Promise<unknown>
    return { id, ok: true, output: await work(input) }
  } catch (error) {
    if (error instanceof FailureError) {
      return { id, ok: false, failure: error.failure, message: error.message }
    }
    const { code } = (error ?? {}) as { code?: unknown }
    return {
      id,
      ok: false,
      message: error instanceof Error ? error.message : String(error),
      // Of the system or the database: a full disk is told as such.
      ...(typeof code === 'string' && { code }),
    }
  }
}
