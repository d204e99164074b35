import {
  MutationCache,
  QueryCache,
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerOf, Contract, InputOf, JobName, OpName, OutputOf } from '@shared/contract'
import type { Failure, FailureCode } from '@shared/contract/failure'
import type { JobState } from '@shared/contract/jobs'
import { transport } from './transport'

export type { InputOf, OutputOf } from '@shared/contract'

type NamesOf<Kind> = {
  [Name in OpName]: Contract[Name]['kind'] extends Kind ? Name : never
}[OpName]
export type QueryName = NamesOf<'query'>
export type CommandName = NamesOf<'command'>

/** The core's refusal, in words for the clerk; `fields` go beside their inputs. */
export class CallError extends Error {
  readonly code: FailureCode
  readonly fields: Record<string, string>
  readonly details: unknown

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallError'
    this.code = failure.code
    this.fields = failure.fields ?? {}
    this.details = failure.details
  }
}

/** Runs one operation of the contract. */
export async function call<Name extends OpName>(
  name: Name,
  input: InputOf<Name>,
): Promise<AnswerOf<Name>> {
  const reply = await transport.call(name, input)
  if (!reply.ok) throw new CallError(reply.error)
  return reply.value as AnswerOf<Name>
}

function onFailure(error: unknown): void {
  // The vault was locked under us: the frame asks for its state and shows the unlock page.
  if (error instanceof CallError && error.code === 'LOCKED')
    void queryClient.invalidateQueries({ queryKey: ['vault.status'] })
}

/** A refused save also tells that what stands on screen is no longer how it is. */
function onRefusedSave(error: unknown): void {
  onFailure(error)
  if (error instanceof CallError && error.code === 'CONFLICT') void queryClient.invalidateQueries()
}

// `networkMode: always` because an office PC without a network is "offline" to the library,
// which would otherwise hold every call back until a network appears.
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onFailure }),
  mutationCache: new MutationCache({ onError: onRefusedSave }),
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 15_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

transport.onEvent((event) => {
  if (event.type === 'vault') void queryClient.invalidateQueries({ queryKey: ['vault.status'] })
  else if (event.type === 'changed') void queryClient.invalidateQueries()
})

/** Reads; the answer of the last input stays on screen while a new one is fetched. */
export function useQueryOp<Name extends QueryName>(
  name: Name,
  input: InputOf<Name>,
  options: { enabled?: boolean; staleTime?: number } = {},
): UseQueryResult<OutputOf<Name>, CallError> {
  return useQuery<OutputOf<Name>, CallError>({
    queryKey: [name, input],
    queryFn: () => call(name, input) as Promise<OutputOf<Name>>,
    placeholderData: keepPreviousData,
    ...options,
  })
}

/** Writes; afterwards everything on screen is read again. */
export function useCommandOp<Name extends CommandName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, CallError, InputOf<Name>> {
  const client = useQueryClient()
  return useMutation<OutputOf<Name>, CallError, InputOf<Name>>({
    mutationFn: (input) => call(name, input) as Promise<OutputOf<Name>>,
    onSuccess: () => client.invalidateQueries(),
  })
}

export interface Job<Name extends JobName> {
  status: 'idle' | JobState['status']
  progress: Pick<JobState, 'done' | 'total' | 'label'>
  result?: OutputOf<Name>
  error?: CallError
  start(input: InputOf<Name>): Promise<void>
  cancel(): Promise<void>
  reset(): void
}

const notStarted: JobState = { id: 0, op: '', status: 'running', done: 0, total: 0, label: '' }

/** Long work: starts it, follows its progress, can cancel it, and hands over its result. */
export function useJob<Name extends JobName>(name: Name): Job<Name> {
  const client = useQueryClient()
  const [job, setJob] = useState<JobState | null>(null)
  const [refusal, setRefusal] = useState<CallError | null>(null)
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  const reset = useCallback(() => {
    stop.current()
    setJob(null)
    setRefusal(null)
  }, [])

  const start = useCallback(
    async (input: InputOf<Name>) => {
      reset()
      setJob({ ...notStarted, op: name })
      try {
        const { jobId } = (await call(name, input)) as { jobId: number }
        stop.current = transport.watchJob(jobId, (state) => {
          setJob(state)
          if (state.status === 'running') return
          stop.current()
          void client.invalidateQueries()
        })
      } catch (error) {
        setJob(null)
        if (!(error instanceof CallError)) throw error
        onFailure(error)
        setRefusal(error)
      }
    },
    [client, name, reset],
  )

  const jobId = job?.id
  const cancel = useCallback(async () => {
    if (jobId) await call('jobs.cancel', { jobId })
  }, [jobId])

  return {
    status: refusal ? 'failed' : (job?.status ?? 'idle'),
    progress: job ?? notStarted,
    result: job?.status === 'done' ? (job.result as OutputOf<Name>) : undefined,
    error: refusal ?? (job?.error ? new CallError(job.error) : undefined),
    start,
    cancel,
    reset,
  }
}
