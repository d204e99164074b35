import type { StoreContext } from '@db/context'
import { dictionaryTables } from '@db/repositories/dictionaries'
import { importBatchTables, importContactTables } from '@db/repositories/imports'
import { comparedTables } from '@db/repositories/imports-updates'
import { rosterTables } from '@db/repositories/roster'
import { rowStates, type RowState } from '@shared/contract/imports'
import type { ParsedRow } from '@shared/domain/imports/draft'
import type { Duplicate } from '@shared/domain/imports/duplicates'
import { duplicatesOf, type UnderstoodSheet } from '@shared/domain/imports/ledger'
import { codesOf } from '@shared/domain/vocabulary'
import { isApplied } from './desk'
import { evaluateContacts } from './evaluate-contacts'
import { evaluatePairings } from './evaluate-pairings'
import { evaluatePeople } from './evaluate-people'
import { officeOf, type EvaluatedRow, type Office } from './office'
import { isIncluded, rowKey, type StagedImport } from './staging'

export interface Evaluation {
  rows: EvaluatedRow[]
  counts: Record<RowState, number>
  office: Office
}

/** What would become of every row of a staged file if it were imported now. */
export function evaluate(ctx: StoreContext, staged: StagedImport): Evaluation {
  return ctx.memo.derive(
    'imports.evaluation',
    [
      ...rosterTables,
      ...comparedTables,
      ...importContactTables,
      ...importBatchTables,
      ...dictionaryTables,
    ],
    () => evaluateAll(ctx, staged),
    `${staged.id}/${staged.version}/${ctx.today}/${ctx.operator.id}`,
  )
}

function evaluateAll(ctx: StoreContext, staged: StagedImport): Evaluation {
  const office = officeOf(ctx, staged)
  const included = staged.sheets.filter((sheet) => isIncluded(staged, sheet))
  const duplicates = new Map(
    duplicatesOf(included)
      // With the first row left out, the second is the one that counts.
      .filter(({ of }) => !staged.work.words[rowKey(of.sheet, of.row)]?.skip)
      .map((one) => [rowKey(one.at.sheet, one.at.row), one]),
  )
  const rows = included.flatMap((sheet) => evaluateSheet(office, sheet, duplicates))
  offerRepairs(rows, [...duplicates.values()])
  return { rows, counts: countStates(rows), office }
}

function evaluateSheet(
  office: Office,
  sheet: UnderstoodSheet,
  duplicates: ReadonlyMap<string, Duplicate>,
): EvaluatedRow[] {
  const kind = sheet.recognition?.kind
  const { work } = office.staged
  const open = sheet.rows.filter(
    ({ row }) => !isApplied(office.ctx, work, rowKey(sheet.index, row)),
  )
  const started = open.map((parsed): EvaluatedRow => {
    const key = rowKey(sheet.index, parsed.row)
    return {
      kind: kind ?? 'people',
      sheet: sheet.index,
      row: parsed.row,
      parsed,
      draft: withSheetVillage(parsed.draft, office.staged.work.sheetVillages[sheet.index]),
      word: office.staged.work.words[key] ?? {},
      state: 'new',
      problems: parsed.problems.map((problem) => ({ ...problem })),
      person: null,
      matchedBy: null,
      candidates: [],
      differences: [],
      duplicateOf: duplicates.get(key)?.of ?? null,
      newDates: [],
    }
  })
  if (kind === 'people') evaluatePeople(office, started as EvaluatedRow<'people'>[])
  else if (kind === 'pairings') evaluatePairings(office, started as EvaluatedRow<'pairings'>[])
  else if (kind === 'contacts') evaluateContacts(office, started as EvaluatedRow<'contacts'>[])
  return started
}

/** The village a clerk gave a whole sheet holds for rows that name none. */
function withSheetVillage<Draft extends ParsedRow['draft']>(
  draft: Draft,
  village: string | undefined,
): Draft {
  if (!village) return draft
  if ('recipient' in draft)
    return draft.recipient.village === null
      ? { ...draft, recipient: { ...draft.recipient, village } }
      : draft
  return draft.village === null ? { ...draft, village } : draft
}

/** Where the good number of one row would mend the bad one of another, it is offered there. */
function offerRepairs(rows: EvaluatedRow[], duplicates: Duplicate[]): void {
  const byKey = new Map(rows.map((row) => [rowKey(row.sheet, row.row), row]))
  for (const { repair } of duplicates) {
    const row = repair && byKey.get(rowKey(repair.at.sheet, repair.at.row))
    for (const problem of row?.problems ?? [])
      if (problem.field === 'recipient.idNumber' && problem.code.startsWith('ID_'))
        problem.offer = repair?.idNumber
  }
}

function countStates(rows: readonly EvaluatedRow[]): Record<RowState, number> {
  const counts = Object.fromEntries(codesOf(rowStates).map((state) => [state, 0])) as Record<
    RowState,
    number
  >
  for (const { state } of rows) counts[state] += 1
  return counts
}
