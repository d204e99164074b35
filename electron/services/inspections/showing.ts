import type { StoreContext } from '@db/context'
import {
  findingsOf,
  type Finding,
  type Inspection,
  type InspectionSheet,
} from '@db/repositories/inspections'
import type { InspectionRow, InspectionSheetRow } from '@shared/contract/inspections'
import { findingFigures } from '@shared/domain/inspections/figures'
import { villageNames } from '../ledgers/places'
import { visibleSheets } from './access'

export function shownInspections(ctx: StoreContext, rows: readonly Inspection[]): InspectionRow[] {
  const sheets = visibleSheets(ctx, rows)
  const findings = findingsUnder(ctx, rows, sheets)
  return rows.map((row) => {
    const own = sheets.filter(({ inspectionId }) => inspectionId === row.id)
    const { id, revision, kind, title, state, from, to, leader, members, note, documentId } = row
    return {
      id,
      revision,
      kind,
      title,
      state,
      from,
      to,
      leader,
      members,
      note,
      documentId,
      sheets: own.length,
      visited: own.filter(({ visitedOn }) => visitedOn !== null).length,
      ...countsOf(
        ctx,
        findings.filter(({ inspectionId }) => inspectionId === id),
      ),
    }
  })
}

/** The findings of these inspections that stand on these sheets. */
export function findingsUnder(
  ctx: StoreContext,
  inspections: readonly Inspection[],
  sheets: readonly InspectionSheet[],
): Finding[] {
  const seen = new Set(sheets.map(({ id }) => id))
  return findingsOf(
    ctx,
    inspections.map(({ id }) => id),
  ).filter(({ sheetId }) => seen.has(sheetId))
}

export function shownSheets(
  ctx: StoreContext,
  sheets: readonly InspectionSheet[],
  findings: readonly Finding[],
): InspectionSheetRow[] {
  const names = villageNames(ctx)
  return sheets.map((sheet) => {
    const { id, revision, inspectionId, villageId, number, visitedOn, inspectors, present } = sheet
    const marks = sheet.results.map(({ mark }) => mark)
    return {
      id,
      revision,
      inspectionId,
      villageId,
      villageName: names.get(villageId) ?? '',
      number,
      visitedOn,
      inspectors,
      present,
      problems: marks.filter((mark) => mark === 'problem').length,
      marked: marks.length,
      ...countsOf(
        ctx,
        findings.filter(({ sheetId }) => sheetId === id),
      ),
    }
  })
}

function countsOf(ctx: StoreContext, findings: readonly Finding[]) {
  const { found, passed, open, overdue } = findingFigures(findings, ctx.today)
  return { found, passed, open, overdue }
}
