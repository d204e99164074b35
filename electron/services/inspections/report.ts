import { getCentre } from '@db/repositories/centre'
import {
  findingsOf,
  sheetsOf,
  type Inspection,
  type InspectionSheet,
} from '@db/repositories/inspections'
import { keepPaper } from '@db/repositories/papers'
import type { StoreContext } from '@db/context'
import { allVillages } from '@db/repositories/villages'
import {
  composeInspectionReport,
  type InspectionReportFacts,
  type ReportedFinding,
} from '@electron/documents/papers/inspection-report'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { FindingRow } from '@shared/contract/findings'
import { yearOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { findingFigures } from '@shared/domain/inspections/figures'
import { findingMachine } from '@shared/domain/inspections/machine'
import { inspectionKindLabel } from '@shared/domain/inspections/vocabulary'
import type { CommandContext, JobContext } from '../../core/context'
import { shelved, wordOf } from '../documents/kept-papers'
import { shownFindings } from '../findings'
import { villageNames } from '../ledgers/places'

/** 督查通报: composed from the sheets that have come back, written, and kept as handed in. */
export async function writeInspectionReport(
  ctx: JobContext,
  inspection: Inspection,
  /** Moves the inspection on, with the paper that was kept. */
  reported: (ctx: CommandContext, inspection: Inspection, documentId: number) => void,
): Promise<OutputOf<'inspections.report'>> {
  const paper = composeInspectionReport(factsOf(ctx, inspection))
  ctx.progress(0, 1, '正在排版')
  const bytes = await wordOf(ctx, paper, ctx.now)
  ctx.signal.throwIfAborted()
  const documentId = ctx.commit((command) => {
    const kept = keepPaper(command, {
      kind: 'inspectionReport',
      title: paper.title,
      year: yearOf(inspection.from),
      writtenAt: ctx.now,
      facts: paper,
    })
    reported(command, inspection, kept)
    return kept
  })
  return { ...shelved(ctx, paper, bytes), documentId, missing: [...paper.missing] }
}

/** Under this heading stands what was found beside the items of the sheet. */
const elsewhere = '其他方面'

function factsOf(ctx: StoreContext, inspection: Inspection): InspectionReportFacts {
  const { id, title, kind, leader, members, checklist } = inspection
  const order = new Map(allVillages(ctx).map((one, at) => [one.id, at]))
  const sheets = sheetsOf(ctx, [id]).toSorted(
    (a, b) => (order.get(a.villageId) ?? 0) - (order.get(b.villageId) ?? 0),
  )
  const back = sheets.filter(hasCome)
  const days = back.map(({ visitedOn }) => visitedOn).toSorted()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined)
    throw failure('CONFLICT', `“${title}”还没有录入督查表，没有生成通报。先录入到过的村。`)
  const names = villageNames(ctx, last)
  const named = (some: readonly InspectionSheet[]): string[] =>
    some.map(({ villageId }) => names.get(villageId) ?? '')
  const marks = back.flatMap(({ results }) => results)
  const findings = findingsOf(ctx, [id]).filter(
    ({ state }) => !findingMachine.states[state].dropped,
  )
  const shown = shownFindings(ctx, findings).toSorted(
    (a, b) => (order.get(a.villageId) ?? 0) - (order.get(b.villageId) ?? 0),
  )
  const sectionOf = new Map(checklist.map(({ key, section }) => [key, section]))
  const sectionsInOrder = [...new Set([...sectionOf.values(), elsewhere])]
  return {
    issuer: getCentre(ctx).name,
    date: ctx.today,
    inspectionId: id,
    title,
    kindWords: kind === 'unannounced' ? '“四不两直”督查' : inspectionKindLabel[kind],
    first,
    last,
    leader,
    members,
    visited: named(back),
    waiting: named(sheets.filter((sheet) => !hasCome(sheet))),
    looked: marks.filter(({ mark }) => mark !== 'notApplicable').length,
    met: marks.filter(({ mark }) => mark === 'met').length,
    figures: findingFigures(findings, ctx.today),
    good: checklist
      .filter(({ key }) => {
        const own = marks.filter((one) => one.key === key && one.mark !== 'notApplicable')
        return own.length > 0 && own.every(({ mark }) => mark === 'met')
      })
      .map(({ text }) => text),
    sections: sectionsInOrder
      .map((name) => ({
        name,
        findings: shown
          .filter(({ itemKey }) => (sectionOf.get(itemKey ?? '') ?? elsewhere) === name)
          .map(reportedFinding),
      }))
      .filter(({ findings: own }) => own.length > 0),
  }
}

const hasCome = (sheet: InspectionSheet): sheet is InspectionSheet & { visitedOn: Day } =>
  sheet.visitedOn !== null

const reportedFinding = (row: FindingRow): ReportedFinding => ({
  villageName: row.villageName ?? '',
  content: row.content,
  severity: row.severity,
  measure: row.measure,
  owner: [row.helperName, row.responsible].filter(Boolean).join('、') || null,
  dueOn: row.dueOn,
  stateWords: findingMachine.states[row.state].label,
})
