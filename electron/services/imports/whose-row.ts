import { matchPerson, type Sought } from '@shared/domain/imports/matching'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import type { RosterPerson } from '@db/repositories/roster'
import type { EvaluatedRow, Office } from './office'

/**
 * Finds the person on file a row is about, by the clerk's word before all else. Fills in `person`,
 * or `candidates` where somebody must say.
 */
export function findPerson(office: Office, row: EvaluatedRow, sought: Sought): void {
  const { match: chosen, create } = row.word
  if (chosen !== undefined) {
    row.person = office.people.get(chosen) ?? null
    if (row.person) row.matchedBy = 'clerk'
    if (row.person) return
  }
  if (sought.idNumber && office.hiddenIdNumbers.has(sought.idNumber)) {
    row.problems.push({
      field: 'recipient.idNumber',
      column: null,
      code: 'ELSEWHERE',
      message: '这个身份证号已在别的村建档，请与镇里核对',
      blocking: true,
      raw: sought.idNumber,
    })
    return
  }
  const match = matchPerson(sought, office.index)
  if (match.state === 'unsure') row.candidates = match.candidates
  if (match.state !== 'same' || (create && match.by !== 'idNumber')) return
  const person = office.people.get(match.id) ?? null
  if (person && row.kind !== 'people' && !isCalled(person, sought.name)) {
    // A people ledger shows this as a difference; here one of the two would go to a stranger.
    row.candidates = [{ id: person.id, reasons: ['身份证号相同', '姓名不同'], doubtful: true }]
    return
  }
  row.person = person
  row.matchedBy = match.by
}

const isCalled = ({ name, formerName }: RosterPerson, sought: string): boolean =>
  name === sought || formerName === sought

/** One person on file, one row: a second row about the same person would write over the first. */
export function claimPerson(office: Office, row: EvaluatedRow): void {
  if (!row.person || row.word.match !== undefined) return
  const earlier = office.claimedPeople.get(row.person.id)
  if (earlier) row.duplicateOf ??= { sheet: earlier.sheet, row: earlier.row }
  else office.claimedPeople.set(row.person.id, row)
}

/**
 * Two new files cannot have one ID number, whatever was decided about each of them. Several pairings
 * of one new person are one file.
 */
export function claimIdNumber(office: Office, row: EvaluatedRow, idNumber: string | null): void {
  if (idNumber === null || row.person || row.word.skip) return
  const earlier = office.claimedIdNumbers.get(idNumber)
  if (!earlier) office.claimedIdNumbers.set(idNumber, row)
  else if (row.word.create && !(row.kind === 'pairings' && earlier.kind === 'pairings'))
    row.problems.push({
      field: 'recipient.idNumber',
      column: null,
      code: 'ID_TAKEN',
      message: `身份证号与第 ${earlier.row + 1} 行的${nameIn(earlier)}相同，不能建两份档案`,
      blocking: true,
      raw: idNumber,
    })
}

/** A bad ID number matters no more once it is known who is meant. */
export function forgiveIdNumber(row: EvaluatedRow): void {
  for (const problem of row.problems)
    if (problem.field === 'recipient.idNumber' && problem.blocking)
      Object.assign(problem, {
        blocking: false,
        message: `${problem.message}（已认出是谁，不影响）`,
      })
}

/** Nothing is written about somebody whose file is closed. */
export function checkOpenFile(row: EvaluatedRow): void {
  if (!row.person || row.person.status === 'active') return
  row.problems.push({
    field: 'recipient.name',
    column: null,
    code: 'FILE_CLOSED',
    message: `此人档案状态是“${recipientStatusLabel[row.person.status]}”，不在册。如要继续，请先在档案里恢复在册`,
    blocking: true,
    raw: row.person.name,
  })
}

function nameIn({ draft }: EvaluatedRow): string {
  return 'recipient' in draft ? draft.recipient.name : draft.name
}
