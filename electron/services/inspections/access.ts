import type { StoreContext } from '@db/context'
import {
  findInspection,
  findSheet,
  sheetsOf,
  type Inspection,
  type InspectionSheet,
} from '@db/repositories/inspections'
import { failure } from '@shared/contract/failure'
import { requireWholeTownship } from '../../core/rights'

/**
 * Whoever answers for the township sees every sheet. Whoever answers for some villages sees theirs
 * once they have come back: a visit without notice must not be read of beforehand.
 */
export function visibleSheets(ctx: StoreContext, inspections: readonly Inspection[]) {
  const { villages, groups } = ctx.scope
  if (groups !== null) requireWholeTownship(ctx)
  const sheets = sheetsOf(
    ctx,
    inspections.map(({ id }) => id),
  )
  return villages === null
    ? sheets
    : sheets.filter(
        ({ villageId, visitedOn }) => visitedOn !== null && villages.includes(villageId),
      )
}

export function requireInspection(ctx: StoreContext, id: number): Inspection {
  requireWholeTownship(ctx)
  return existing(findInspection(ctx, id))
}

/** The inspection, if the operator may see it or any sheet of it. */
export function visibleInspection(ctx: StoreContext, id: number): Inspection {
  const found = existing(findInspection(ctx, id))
  const isVisible = ctx.scope.villages === null || visibleSheets(ctx, [found]).length > 0
  return existing(isVisible ? found : undefined)
}

function existing(found: Inspection | undefined): Inspection {
  if (found) return found
  throw failure('NOT_FOUND', '找不到这次督查，可能已被更正隐去。请刷新后再试。')
}

export function visibleSheet(
  ctx: StoreContext,
  id: number,
): { sheet: InspectionSheet; inspection: Inspection } {
  const sheet = findSheet(ctx, id)
  const inspection = sheet && visibleInspection(ctx, sheet.inspectionId)
  if (!inspection || !visibleSheets(ctx, [inspection]).some((one) => one.id === id))
    throw failure('NOT_FOUND', '找不到这张督查表，可能已被更正隐去。请刷新后再试。')
  return { sheet, inspection }
}
