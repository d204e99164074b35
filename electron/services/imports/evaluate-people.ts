import { allFiles } from '@db/repositories/imports'
import { differencesBetween, factsOf } from '@shared/domain/imports/differences'
import type { PersonDraft } from '@shared/domain/imports/draft'
import {
  checkVillage,
  isBlocked,
  type EvaluatedRow,
  type Office,
  type RowDifference,
} from './office'
import { checkOpenFile, claimIdNumber, claimPerson, findPerson } from './whose-row'

/** People ledgers: whom each row is about, what it adds to the file and where it differs. */
export function evaluatePeople(office: Office, rows: EvaluatedRow<'people'>[]): void {
  for (const row of rows) {
    applyIdWord(row)
    findPerson(office, row, row.draft)
    claimPerson(office, row)
    claimIdNumber(office, row, row.draft.idNumber)
    checkOpenFile(row)
    if (row.person) settleWithFile(office, row, row.person.id)
    else checkVillage(office, row, row.draft.village)
    row.state = stateOf(row)
  }
}

/** 不带身份证号入库, or 证件原号如此. */
function applyIdWord(row: EvaluatedRow<'people'>): void {
  const { withoutIdNumber, keepIdNumber } = row.word
  const keeps = keepIdNumber !== undefined && row.draft.idNumberAsWritten !== null
  if (keeps) row.draft = { ...row.draft, idNumber: row.draft.idNumberAsWritten }
  if (withoutIdNumber) row.draft = { ...row.draft, idNumber: null }
  if (!keeps && !withoutIdNumber) return
  for (const problem of row.problems) if (problem.code.startsWith('ID_')) problem.blocking = false
}

function settleWithFile(office: Office, row: EvaluatedRow<'people'>, id: number): void {
  const file = allFiles(office.ctx).get(id)
  if (!file || !row.person) return
  // A number that cannot be read says nothing against the one on file.
  if (file.idNumber)
    for (const problem of row.problems)
      if (problem.code.startsWith('ID_') && problem.blocking)
        Object.assign(problem, {
          blocking: false,
          message: `${problem.message}；档案里已有号码，不受影响`,
        })
  const taken = row.word.take
  const differences = differencesBetween(file, factsOf(row.draft)).map(
    (difference): RowDifference => ({
      ...difference,
      taken: difference.kind === 'fill' || (taken?.includes(difference.fact) ?? false),
    }),
  )
  row.differences = [...differences, ...placeDifferences(row.person, row.draft, taken)]
}

function placeDifferences(
  person: { villageName: string; villageGroupName: string },
  { village, villageGroup }: PersonDraft,
  taken: readonly string[] | undefined,
): RowDifference[] {
  const differences: RowDifference[] = []
  const offer = (fact: 'village' | 'villageGroup', onFile: string, inLedger: string | null) => {
    if (!inLedger || inLedger === onFile) return
    const kind = onFile === '' ? 'fill' : 'conflict'
    differences.push({
      fact,
      onFile: onFile || null,
      inLedger,
      kind,
      taken: kind === 'fill' || (taken?.includes(fact) ?? false),
    })
  }
  offer('village', person.villageName, village)
  const movesVillage = differences.length > 0
  if (!movesVillage) offer('villageGroup', person.villageGroupName, villageGroup)
  return differences
}

function stateOf(row: EvaluatedRow<'people'>): EvaluatedRow['state'] {
  const { word, person, candidates, duplicateOf, differences } = row
  if (word.skip) return 'skipped'
  if (duplicateOf && !word.create && word.match === undefined) return 'duplicate'
  if (isBlocked(row)) return 'error'
  if (person)
    return differences.some(({ kind }) => kind === 'conflict') && word.take === undefined
      ? 'conflict'
      : 'same'
  return candidates.length > 0 && !word.create ? 'pending' : 'new'
}
