import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { keepPaper } from '@db/repositories/papers'
import { loadRoster } from '@db/repositories/roster'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { composeWorkPlan, workPlanLimit } from '@electron/documents/papers/work-plan'
import { planParticulars, type PlanParticulars } from '@shared/contract/documents'
import { paperLength, type Paper } from '@shared/domain/papers/model'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { shelved, wordOf } from './kept-papers'
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
