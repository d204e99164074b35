import type { StoreContext, WriteContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import { loadPolicy } from '@db/repositories/rules'
import { loadVillages } from '@db/repositories/villages'
import {
  addLine,
  addSheet,
  listSheets,
  numbersBeginning,
  type StoredSheet,
} from '@db/repositories/visit-sheets'
import type { visitSheetsContract } from '@shared/contract/visit-sheets'
import { failure } from '@shared/contract/failure'
import type { Standing } from '@shared/domain/cadence/compliance'
import { monthPrefix, serialOf, sheetNumber } from '@shared/domain/visit-sheets/sheet-number'
import type { z } from 'zod'
import { complianceOf, complianceUnder } from '../compliance/standings'
import { helperOnFile } from '../helpers/access'
import { owedWords, tasksFor } from './tasks'

export type SheetPlan = z.output<(typeof visitSheetsContract)['visitSheets.plan']['input']>

/** A sheet as it would be prepared: whose it is and who stands on it, in printed order. */
export interface PlannedSheet {
  helperId: number | null
  helperName: string | null
  villageId: number | null
  villageName: string
  people: { person: RosterPerson; standings: readonly Standing[] }[]
  existing: StoredSheet | null
}

/** More people than this on one sheet are no mistake of paper but of the question. */
const mostLines = 400

/**
 * The sheets a period asks for: one of every helper who has somebody to see, then of the people
 * nobody helps, by village. What is due is what will be due when the period begins, or today.
 */
export function plannedSheets(ctx: StoreContext, plan: SheetPlan): PlannedSheet[] {
  const { from, to, by, helperId, villageId, onlyOwed } = plan
  if (helperId !== undefined) helperOnFile(ctx, helperId)
  const places = new Map(loadVillages(ctx).map(({ id }, position) => [id, position]))
  const sheets = new Map<string, PlannedSheet>()
  const compliance =
    from <= ctx.today ? complianceOf(ctx) : complianceUnder(ctx, loadPolicy(ctx), from)
  for (const { person, standings } of compliance.people) {
    if (person.status !== 'active') continue
    if (villageId !== undefined && person.villageId !== villageId) continue
    if (onlyOwed && owedWords(standings).length === 0) continue
    const helping = by === 'helper' && person.helpers.length > 0 ? person.helpers : [null]
    for (const one of helping) {
      if (helperId !== undefined && one?.helperId !== helperId) continue
      const key = one ? `helper ${one.helperId}` : `village ${person.villageId}`
      const sheet = sheets.get(key) ?? {
        helperId: one?.helperId ?? null,
        helperName: one?.helperName ?? null,
        villageId: one ? null : person.villageId,
        villageName: person.villageName,
        people: [],
        existing: null,
      }
      sheet.people.push({ person, standings })
      sheets.set(key, sheet)
    }
  }
  const existing = listSheets(ctx, { touching: { from, to } }, 10_000).filter(
    (sheet) => sheet.state !== 'cancelled' && sheet.from === from && sheet.to === to,
  )
  const place = ({ people: [first] }: PlannedSheet): number =>
    places.get(first!.person.villageId ?? 0) ?? Infinity
  return [...sheets.values()]
    .map((sheet) => ({
      ...sheet,
      people: byHamlet(sheet.people, places),
      existing:
        existing.find((one) =>
          sheet.helperId === null
            ? one.helperId === null && one.villageId === sheet.villageId
            : one.helperId === sheet.helperId,
        ) ?? null,
    }))
    .sort(
      (a, b) => Number(a.helperId === null) - Number(b.helperId === null) || place(a) - place(b),
    )
}

/** Village by village and group by group, as the helper walks. */
function byHamlet(people: PlannedSheet['people'], places: ReadonlyMap<number, number>) {
  const village = ({ person }: PlannedSheet['people'][number]): number =>
    places.get(person.villageId ?? 0) ?? Infinity
  const group = ({ person }: PlannedSheet['people'][number]): number => person.villageGroupId ?? 0
  return people.toSorted((a, b) => village(a) - village(b) || group(a) - group(b))
}

/** Makes records of the planned sheets that there are not yet. */
export function prepareSheets(
  ctx: WriteContext,
  plan: SheetPlan,
): { ids: number[]; existing: number[] } {
  const planned = plannedSheets(ctx, plan)
  const crowded = planned.find(({ people }) => people.length > mostLines)
  if (crowded)
    throw failure(
      'VALIDATION',
      `${crowded.helperName ?? crowded.villageName}的任务单有 ${crowded.people.length} 人，一份最多 ${mostLines} 人。没有生成；请按帮扶人生成，或者只列到期的人。`,
    )
  const { from, to } = plan
  let serial = Math.max(0, ...numbersBeginning(ctx, monthPrefix(from)).map(serialOf))
  // All tasks are worked out before the first record is written: writing makes them stale.
  const contents = planned
    .filter(({ existing }) => existing === null)
    .map((sheet) => ({
      sheet,
      lines: sheet.people.map(({ person, standings }) => ({
        recipientId: person.id,
        tasks: tasksFor(ctx, person, standings, from, to),
      })),
    }))
  const ids = contents.map(({ sheet, lines }) => {
    serial += 1
    const visitSheetId = addSheet(ctx, {
      number: sheetNumber(from, serial),
      from,
      to,
      helperId: sheet.helperId,
      villageId: sheet.villageId,
      preparedOn: ctx.today,
      state: 'out',
    })
    lines.forEach((line, at) => addLine(ctx, { visitSheetId, position: at + 1, ...line }))
    return visitSheetId
  })
  return { ids, existing: planned.flatMap(({ existing }) => existing?.id ?? []) }
}
