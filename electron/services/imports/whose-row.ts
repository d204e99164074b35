import { matchPerson, type Sought } from '@shared/domain/imports/matching'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
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
  if (match.state === 'same' && !(create && match.by !== 'idNumber')) {
    row.person = office.people.get(match.id) ?? null
    row.matchedBy = match.by
  } else if (match.state === 'unsure') row.candidates = match.candidates
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
