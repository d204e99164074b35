import type { AreaContract } from '@shared/contract'
import type { Op } from '@shared/contract/op'
import type { StoreContext, WriteContext } from '@db/context'
import type { z } from 'zod'
import type { ArtifactShelf } from './artifacts'
import type { AttachmentFiles } from './vault/attachments'
import type { StagedFiles } from './vault/staged'
import type { WorkerPort } from './worker-port'

/** What a query handler gets: a view of the open vault for one operator. */
export interface QueryContext extends StoreContext {
  artifacts: ArtifactShelf
  attachments: AttachmentFiles
  staged: StagedFiles
  /** Where the files shipped with the program are (templates, manual). */
  resourcesDir: string
}

/** What a command handler gets; it runs synchronously inside one transaction. */
export interface CommandContext extends WriteContext {
  artifacts: ArtifactShelf
  attachments: AttachmentFiles
  staged: StagedFiles
  /** Where the files shipped with the program are (templates, manual). */
  resourcesDir: string
}

/** What a command gets before it writes, where something must be worked on first. */
export interface PreparingContext extends QueryContext {
  worker: WorkerPort
}

/**
 * A command with work that would hold up the core: `prepare` does it on the worker thread, awaiting
 * as it likes, and answers what is then written in one transaction.
 */
export interface PreparedCommand<Input, Output> {
  prepare(ctx: PreparingContext, input: Input): Promise<(ctx: CommandContext) => Output>
}

/** What a job gets: it stages its work with awaits and applies it in one go through `commit`. */
export interface JobContext extends PreparingContext {
  /** Aborted when the operator cancels; honoured until `commit` is called. */
  signal: AbortSignal
  progress(done: number, total: number, label: string): void
  /** Runs `apply` in one transaction as one change set. Throws if the job was cancelled. */
  commit<Result>(apply: (ctx: CommandContext) => Result): Result
}

type HandlerOf<Spec extends Op> = Spec['kind'] extends 'query'
  ? (
      ctx: QueryContext,
      input: z.output<Spec['input']>,
    ) => z.input<Spec['output']> | Promise<z.input<Spec['output']>>
  : Spec['kind'] extends 'job'
    ? (ctx: JobContext, input: z.output<Spec['input']>) => Promise<z.input<Spec['output']>>
    : (ctx: CommandContext, input: z.output<Spec['input']>) => z.input<Spec['output']>

/**
 * The handlers an area must provide for its part of the contract; `Prepared` names the commands
 * that are prepared.
 */
export type HandlersOf<Area extends AreaContract, Prepared extends keyof Area = never> = {
  [Name in keyof Area]: Name extends Prepared
    ? PreparedCommand<z.output<Area[Name]['input']>, z.input<Area[Name]['output']>>
    : HandlerOf<Area[Name]>
}
