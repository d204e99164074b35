import { customTold } from './custom-differences'
import { allFiles } from '@db/repositories/imports'
import { entitlementsTold } from './entitlement-differences'
import { checkVillage, isBlocked, type EvaluatedRow, type Office } from './office'
import { personTold } from './person-differences'
import { decided, isOpen, isTaken } from './row-difference'
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
    if (!row.person || isTaken(row.differences, 'village'))
      checkVillage(office, row, row.draft.village)
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
  const told = [
    ...personTold(row.person, file, row.draft, row.word),
    ...customTold(office.ctx, row.person.id, row.draft),
    ...entitlementsTold(office.ctx, row.person, row.draft),
  ]
  row.differences = decided(office, told, row.word.choices)
}

function stateOf(row: EvaluatedRow<'people'>): EvaluatedRow['state'] {
  const { word, person, candidates, duplicateOf } = row
  if (word.skip) return 'skipped'
  if (duplicateOf && !word.create && word.match === undefined) return 'duplicate'
  if (isBlocked(row)) return 'error'
  if (person) return isOpen(row) ? 'conflict' : 'same'
  return candidates.length > 0 && !word.create ? 'pending' : 'new'
}
