import { randomUUID } from 'node:crypto'
import type { StoreContext, WriteContext } from '@db/context'
import { customFields } from '@db/repositories/custom-fields'
import { dictionariesOf, dictionaryDecisions } from '@db/repositories/dictionaries'
import { discardDraft, getDraft, listDrafts, putDraft } from '@db/repositories/drafts'
import { rememberedMappings, takenBackBatches } from '@db/repositories/imports'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { holdsOn } from '@shared/domain/periods'
import {
  emptyWork,
  openLedger,
  repeatFixes,
  type ImportWork,
  type MendingContext,
  type OpenedLedger,
  type OpenInput,
  type StagedImport,
} from './staging'

/*
 * Files that are being imported. They lie in memory; what is needed to lay them out again after a
 * lock or a crash (the bytes, and what the clerk did) is kept as drafts in the encrypted vault.
 */

/** Larger files are not kept across a lock: the clerk opens them again. */
const keptBytes = 6 * 1024 * 1024
const keptDays = 14
const mostAtOnce = 8

const filePrefix = 'import.file:'
const workPrefix = 'import.work:'

interface FileDraft {
  fileName: string
  openedAt: string
  /** base64 */
  content: string
}

/** By open vault: when it is locked, its staged files go with it. */
const desks = new WeakMap<object, Map<string, StagedImport>>()

function deskOf(ctx: StoreContext): Map<string, StagedImport> {
  const known = desks.get(ctx.db)
  if (known) return known
  const desk = new Map<string, StagedImport>()
  desks.set(ctx.db, desk)
  return desk
}

const ownKey = (ctx: StoreContext, id: string): string => `${ctx.operator.id}/${id}`

/** What reading a file depends on in the vault. */
export function readingContext(
  ctx: StoreContext,
  corrections: ImportWork['corrections'],
): Omit<OpenInput, 'content'> {
  const villages = loadVillages(ctx).filter((village) => holdsOn(village, ctx.today))
  return {
    today: ctx.today,
    officeVillages: villages.map((village) => villageNameOn(village, ctx.today)),
    dictionaries: dictionaryDecisions(ctx),
    customFields: customFields(ctx),
    corrections,
    remembered: rememberedMappings(ctx),
  }
}

export const mendingContext = (ctx: StoreContext): MendingContext => ({
  today: ctx.today,
  dictionaries: dictionariesOf(ctx),
  customFields: customFields(ctx),
})

/** Lays a file on the desk, and keeps it across a lock where it is not too large. */
export function stage(
  ctx: WriteContext,
  fileName: string,
  content: Buffer,
  opened: OpenedLedger,
): StagedImport {
  clearOld(ctx)
  const staged = laidOut(randomUUID(), fileName, ctx.now, opened, emptyWork())
  const desk = deskOf(ctx)
  desk.set(ownKey(ctx, staged.id), staged)
  for (const key of desk.keys()) {
    if (desk.size <= mostAtOnce) break
    desk.delete(key)
  }
  if (content.length <= keptBytes) {
    const draft: FileDraft = { fileName, openedAt: ctx.now, content: content.toString('base64') }
    putDraft(ctx, filePrefix + staged.id, draft)
  }
  return staged
}

/** The staged file; laid out again from its drafts after a lock. */
export function stagedImport(ctx: StoreContext, id: string): StagedImport {
  const onDesk = deskOf(ctx).get(ownKey(ctx, id))
  if (onDesk) return onDesk
  const file = getDraft(ctx, filePrefix + id)?.content as FileDraft | undefined
  if (!file)
    throw failure('NOT_FOUND', '这次导入已经结束或过期，没有改动任何档案。请重新选择文件。')
  const kept = getDraft(ctx, workPrefix + id)?.content as Partial<ImportWork> | undefined
  // Work kept by an older version of the program lacks what came later.
  const work = { ...emptyWork(), ...kept }
  const opened = openLedger({
    ...readingContext(ctx, work.corrections),
    content: Buffer.from(file.content, 'base64'),
  })
  const staged = laidOut(id, file.fileName, file.openedAt, opened, work)
  repeatFixes(staged, mendingContext(ctx))
  deskOf(ctx).set(ownKey(ctx, id), staged)
  return staged
}

function laidOut(
  id: string,
  fileName: string,
  openedAt: string,
  opened: OpenedLedger,
  work: ImportWork,
): StagedImport {
  const { format, encoding, grids, sheets, villageNames } = opened
  return { id, fileName, openedAt, format, encoding, grids, sheets, villageNames, work, version: 1 }
}

/** Notes that the clerk said something new about a staged file. */
export function keepWork(ctx: StoreContext, staged: StagedImport): void {
  staged.version += 1
  if (getDraft(ctx, filePrefix + staged.id)) putDraft(ctx, workPrefix + staged.id, staged.work)
}

export function drop(ctx: StoreContext, id: string): void {
  deskOf(ctx).delete(ownKey(ctx, id))
  discardDraft(ctx, filePrefix + id)
  discardDraft(ctx, workPrefix + id)
}

/** How many rows of a staged file are on file and how many are left; null before anything was. */
export function restOf(ctx: StoreContext, id: string): { applied: number; left: number } | null {
  const work =
    deskOf(ctx).get(ownKey(ctx, id))?.work ??
    (getDraft(ctx, workPrefix + id)?.content as ImportWork | undefined)
  if (work?.rows == null) return null
  const applied = Object.keys(work.applied).filter((key) => isApplied(ctx, work, key)).length
  return applied === 0 ? null : { applied, left: work.rows - applied }
}

/** Whether a row is on file: of an import that was taken back, none is. */
export function isApplied(ctx: StoreContext, { applied }: ImportWork, key: string): boolean {
  const batchId = applied[key]
  return batchId !== undefined && !takenBackBatches(ctx).has(batchId)
}

export function waitingImports(ctx: StoreContext): OutputOf<'imports.waiting'> {
  const kept = listDrafts(ctx, filePrefix).map(({ id }) => id.slice(filePrefix.length))
  const own = `${ctx.operator.id}/`
  const onDesk = [...deskOf(ctx).keys()]
    .filter((key) => key.startsWith(own))
    .map((key) => key.slice(own.length))
  return [...new Set([...kept, ...onDesk])]
    .flatMap((importId) => {
      const file =
        deskOf(ctx).get(ownKey(ctx, importId)) ??
        (getDraft(ctx, filePrefix + importId)?.content as FileDraft | undefined)
      if (!file) return []
      const { fileName, openedAt } = file
      return [{ importId, fileName, openedAt, rest: restOf(ctx, importId) }]
    })
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
}

function clearOld(ctx: WriteContext): void {
  const oldest = new Date(Date.parse(ctx.now) - keptDays * 86_400_000).toISOString()
  for (const { id, savedAt } of listDrafts(ctx, filePrefix))
    if (savedAt < oldest) drop(ctx, id.slice(filePrefix.length))
}
