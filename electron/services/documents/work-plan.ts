import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { findPaper, keepPaper, type StoredPaper } from '@db/repositories/papers'
import { loadRoster } from '@db/repositories/roster'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { composeWorkPlan, workPlanLimit } from '@electron/documents/papers/work-plan'
import { planParticulars, type PlanParticulars } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { paperLength, type Paper } from '@shared/domain/papers/model'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { fileNames } from './file-names'
import { gatherRecords, recordsOf } from './records'
import { definitionInForce, eldersInOrder, planRosterRow, workPlanFacts } from './work-plan-facts'

const particularsKey = 'workPlanParticulars'
const kind = 'workPlan'
/** Rows of the roster a preview shows; the paper itself has them all. */
const previewedRows = 20
/** Phones are shortened, since the paper travels. */
const planRoster = { disclosure: 'masked', complete: false } as const

/** What was written last time; a first plan starts from what the vault knows. */
export function particularsFor(ctx: StoreContext, year: number): PlanParticulars {
  const kept = planParticulars.safeParse(readSetting(ctx, particularsKey))
  if (kept.success) {
    // A number and a date belong to one paper of one year.
    const sameYear = kept.data.date?.startsWith(String(year)) ?? false
    return sameYear ? kept.data : { ...kept.data, documentNumber: null, date: null }
  }
  const { township } = getCentre(ctx)
  return {
    issuer: `${township}人民政府`,
    documentNumber: null,
    redHead: null,
    addressee: null,
    date: null,
    sealed: true,
    basis: [],
    definition: definitionInForce(ctx),
    officeDepartment: null,
    officeDirector: null,
    copyTo: null,
    printedBy: null,
  }
}

export function previewWorkPlan(
  ctx: StoreContext,
  { year, particulars }: { year: number; particulars: PlanParticulars },
): { paper: Paper; length: number; limit: number } {
  const shown = recordsOf(ctx, eldersInOrder(ctx).slice(0, previewedRows), planRoster)
  const paper = composeWorkPlan(workPlanFacts(ctx, year, particulars, shown.map(planRosterRow)))
  return { paper, length: paperLength(paper), limit: workPlanLimit }
}

/** Composes the plan, writes it, and keeps it with the figures it had. */
export async function writeWorkPlan(
  ctx: JobContext,
  input: { year: number; particulars?: PlanParticulars },
): Promise<ArtifactSummary & { documentId: number; missing: string[] }> {
  requireWholeTownship(ctx)
  const particulars = input.particulars ?? particularsFor(ctx, input.year)
  const paper = await composedWhole(ctx, input.year, particulars)
  ctx.progress(0, 0, '正在排版')
  const bytes = await wordOf(ctx, paper, ctx.now)
  const documentId = ctx.commit((command) => {
    writeSetting(command, particularsKey, particulars)
    return keepPaper(command, {
      kind,
      title: paper.title,
      year: input.year,
      writtenAt: ctx.now,
      facts: paper,
    })
  })
  return { ...shelved(ctx, paper, bytes), documentId, missing: paper.missing }
}

/** Figures and roster of one moment: begun again if a file was changed while they were gathered. */
async function composedWhole(
  ctx: JobContext,
  year: number,
  particulars: PlanParticulars,
): Promise<Paper> {
  for (;;) {
    const people = loadRoster(ctx)
    const roster = await gatherRecords(ctx, eldersInOrder(ctx), planRoster)
    if (loadRoster(ctx) === people)
      return composeWorkPlan(workPlanFacts(ctx, year, particulars, roster.map(planRosterRow)))
  }
}

/** Writes a kept paper again: the text and figures of its day, the same bytes. */
export async function reprintPaper(
  ctx: JobContext,
  { id }: { id: number },
): Promise<ArtifactSummary> {
  const stored = keptPaper(ctx, id)
  ctx.progress(0, 1, '正在排版')
  const paper = stored.facts as Paper
  return shelved(ctx, paper, await wordOf(ctx, paper, stored.writtenAt))
}

export function keptPaper(ctx: StoreContext, id: number): StoredPaper {
  requireWholeTownship(ctx)
  const stored = findPaper(ctx, id)
  if (!stored) throw failure('NOT_FOUND', '没有这份文书，它可能已被作废。')
  return stored
}

/** A composed paper is about the whole township, its roster included. */
export function requireWholeTownship({ scope }: StoreContext): void {
  if (scope.villages !== null || scope.groups !== null)
    throw failure('FORBIDDEN', '全镇文书只有负责全镇的人员可以查看和生成。')
}

function wordOf(ctx: JobContext, paper: Paper, written: string): Promise<Uint8Array> {
  const { name, township, county } = getCentre(ctx)
  return ctx.worker.run(
    'writePaper',
    {
      paper,
      options: {
        author: name,
        written,
        wholeNames: [township, county, `${township}人民政府`, '留守老人', '关爱服务'],
      },
    },
    ctx.signal,
  )
}

function shelved(ctx: JobContext, paper: Paper, bytes: Uint8Array): ArtifactSummary {
  ctx.signal.throwIfAborted()
  const [name] = fileNames([paper.title])
  return ctx.artifacts.put(paper.title, [{ name: name!, bytes }])
}
