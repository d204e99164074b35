import type { StoreContext } from '@db/context'
import { groupBy } from '@db/group-by'
import { allHelpers } from '@db/repositories/helpers'
import { listDrafts } from '@db/repositories/drafts'
import { findInRoster, type RosterPerson } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import {
  contactsAnswering,
  linesOfSheets,
  missedAnswering,
  type StoredLine,
  type StoredSheet,
} from '@db/repositories/visit-sheets'
import type { VisitSheet, VisitSheetLine, VisitSheetRow } from '@shared/contract/visit-sheets'
import { diffDays } from '@shared/domain/calendar/days'
import { lineCode } from '@shared/domain/visit-sheets/sheet-number'
import { draftOfSheet, sheetDraftPrefix } from '@shared/domain/visit-sheets/draft-names'
import { genderLabel } from '@shared/domain/vocabulary'
import { complianceOf } from '../compliance/standings'
import { pickableHousemates } from '../households/members'
import { statedAge } from '../recipients/age'

/** A sheet with those of its lines whose people the operator may see; one without any is unseen. */
export interface SeenSheet {
  readonly sheet: StoredSheet
  readonly lines: readonly { line: StoredLine; person: RosterPerson }[]
}

export function seenSheets(ctx: StoreContext, sheets: readonly StoredSheet[]): SeenSheet[] {
  const bySheet = groupBy(
    linesOfSheets(
      ctx,
      sheets.map(({ id }) => id),
    ),
    ({ visitSheetId }) => visitSheetId,
  )
  return sheets.flatMap((sheet) => {
    const lines = (bySheet.get(sheet.id) ?? []).flatMap((line) => {
      const person = findInRoster(ctx, line.recipientId)
      return person ? [{ line, person }] : []
    })
    return lines.length > 0 ? [{ sheet, lines }] : []
  })
}

/** What was entered for lines, by line. */
export function answersOf(ctx: StoreContext, seen: readonly SeenSheet[]) {
  const ids = seen.flatMap(({ lines }) => lines.map(({ line }) => line.id))
  return {
    contacts: groupBy(contactsAnswering(ctx, ids), ({ lineId }) => lineId!),
    missed: groupBy(missedAnswering(ctx, ids), ({ lineId }) => lineId!),
  }
}

export function sheetRows(ctx: StoreContext, sheets: readonly StoredSheet[]): VisitSheetRow[] {
  const seen = seenSheets(ctx, sheets)
  const { contacts, missed } = answersOf(ctx, seen)
  const heads = headsOf(ctx)
  const drafts = new Map(listDrafts(ctx, sheetDraftPrefix).map(({ id, savedAt }) => [id, savedAt]))
  return seen.map(({ sheet, lines }) => {
    const isOut = sheet.state === 'out' || sheet.state === 'partlyBack'
    return {
      ...heads(sheet),
      lines: lines.length,
      answered: lines.filter(({ line: { id } }) => contacts.has(id) || missed.has(id)).length,
      daysMissing: isOut && sheet.to < ctx.today ? diffDays(sheet.to, ctx.today) : null,
      draftSavedAt: drafts.get(draftOfSheet(sheet.id)) ?? null,
    }
  })
}

export function wholeSheets(ctx: StoreContext, sheets: readonly StoredSheet[]): VisitSheet[] {
  const seen = seenSheets(ctx, sheets)
  const { contacts, missed } = answersOf(ctx, seen)
  const heads = headsOf(ctx)
  const { byId } = complianceOf(ctx)
  return seen.map(({ sheet, lines }) => ({
    ...heads(sheet),
    lines: lines.map(({ line, person }): VisitSheetLine => {
      const { villageName, villageGroupName } = person
      return {
        id: line.id,
        position: line.position,
        code: lineCode(sheet.number, line.position),
        recipientId: person.id,
        name: person.name,
        gender: person.gender && genderLabel[person.gender],
        age: statedAge(ctx, person.birthDate),
        villageName,
        villageGroupName,
        address: person.homeAddress ?? `${villageName}${villageGroupName}`,
        phones: person.phones,
        standing: byId.get(person.id)?.state ?? 'none',
        housemates: pickableHousemates(ctx, person.id),
        ...line.tasks,
        contacts: (contacts.get(line.id) ?? []).map(({ id, kind, date }) => ({ id, kind, date })),
        missed: (missed.get(line.id) ?? []).map(({ id, reason, date }) => ({ id, reason, date })),
      }
    }),
  }))
}

function headsOf(ctx: StoreContext) {
  const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper]))
  const villages = new Map(
    allVillages(ctx).map((village) => [village.id, villageNameOn(village, ctx.today)]),
  )
  return (sheet: StoredSheet) => {
    const helper = sheet.helperId === null ? undefined : helpers.get(sheet.helperId)
    const { helperId: _helper, voidedAt: _voided, ...facts } = sheet
    return {
      ...facts,
      helper: helper
        ? {
            id: helper.id,
            name: helper.name,
            unit: helper.unit,
            phone: helper.phones[0] ?? null,
          }
        : null,
      villageName: villages.get(sheet.villageId ?? 0) ?? '',
    }
  }
}
