import type { ImportCandidate, ImportRow, RowDecision } from '@shared/contract/imports'

/** Something a clerk can say of a row with one key. */
export interface RowAction {
  /** Printed on the button; letters are initials of the pinyin (不 B, 新 X, 撤 C, …). */
  key: string
  label: string
  does:
    | { kind: 'decide'; decision: RowDecision }
    | { kind: 'fix'; column: number; text: string }
    /** Asks for the reason first. */
    | { kind: 'keepIdNumber' }
}

type Does = RowAction['does']
const decide = (decision: RowDecision): Does => ({ kind: 'decide', decision })

const isIdProblem = ({ code }: ImportRow['problems'][number]): boolean => code.startsWith('ID_')

/** What can be said of this row as it stands, the likeliest first. */
export function actionsOn(row: ImportRow): RowAction[] {
  const actions: RowAction[] = []
  const offer = (key: string, label: string, does: Does): void =>
    void actions.push({ key, label, does })

  if (row.state === 'skipped') {
    offer('C', '撤回，还是导入', decide({ kind: 'reset' }))
    return actions
  }
  const mendable = row.problems.find((one) => one.offer !== null && one.column !== null)
  if (mendable?.offer && mendable.column !== null)
    offer('G', `改成 ${mendable.offer}`, {
      kind: 'fix',
      column: mendable.column,
      text: mendable.offer,
    })
  row.candidates
    .slice(0, 9)
    .forEach((candidate, at, all) =>
      offer(
        String(at + 1),
        `就是${all.length > 1 ? tellingApart(candidate) : candidate.name}`,
        decide({ kind: 'match', recipientId: candidate.recipientId }),
      ),
    )
  if (row.match && row.differences.length > 0) offerSides(row, offer)
  if (row.kind === 'people') offerIdWords(row, offer)
  if (mayBeSomebodyNew(row)) offer('X', newWord(row), decide({ kind: 'create' }))
  offer('B', '不导入这一行', decide({ kind: 'skip' }))
  if (isDecided(row)) offer('C', '撤回我定的', decide({ kind: 'reset' }))
  return actions
}

function offerSides(row: ImportRow, offer: (key: string, label: string, does: Does) => void): void {
  const all = row.differences
  const stands = (rule: 'fill' | 'take' | 'keep'): boolean =>
    all.every(({ kind, choice }) =>
      rule === 'keep'
        ? choice === 'onFile'
        : rule === 'fill'
          ? choice === (kind === 'fill' ? 'inLedger' : 'onFile')
          : choice === (kind === 'add' ? 'both' : 'inLedger'),
    )
  if (!stands('take')) offer('T', '都用台账的', decide({ kind: 'update', rule: 'take' }))
  if (!stands('fill') && all.some(({ kind }) => kind === 'fill'))
    offer('K', '只补空白', decide({ kind: 'update', rule: 'fill' }))
  if (!stands('keep')) offer('D', '都留用本机', decide({ kind: 'update', rule: 'keep' }))
}

function offerIdWords(
  row: ImportRow,
  offer: (key: string, label: string, does: Does) => void,
): void {
  const problem = row.problems.find((one) => isIdProblem(one) && one.blocking)
  if (!problem) return
  offer('Z', '先不要证件号，其余入库', decide({ kind: 'withoutIdNumber' }))
  // Only a number that is whole but for its check character can be what the card says.
  if (problem.code === 'ID_CHECKSUM') offer('Y', '证件原号如此…', { kind: 'keepIdNumber' })
}

/** Namesakes have at least one of these in which they differ. */
function tellingApart({ name, group, birthDate, idTail }: ImportCandidate): string {
  const marks = [group, birthDate?.slice(0, 4), idTail && `尾号 ${idTail}`]
  return `${name}（${marks.filter(Boolean).join('，')}）`
}

/** A number in common settles who somebody is; everything less may be a namesake. */
function mayBeSomebodyNew(row: ImportRow): boolean {
  if (row.decision === 'create') return false
  if (row.state === 'duplicate') return true
  if (row.kind === 'contacts' || row.state === 'error') return false
  if (row.state === 'pending') return true
  return row.kind === 'people' && row.match !== null && !row.match.reasons.includes('身份证号相同')
}

function newWord({ state, kind }: ImportRow): string {
  if (state === 'duplicate')
    return kind === 'people' ? '不是同一个人，另建新档' : '不是重复，照样导入'
  return '另建新档'
}

/** Whether there is a word of the clerk to take back. */
function isDecided(row: ImportRow): boolean {
  return (
    row.decision !== null ||
    row.hasChoices ||
    (row.kind === 'people' &&
      row.match === null &&
      row.problems.some((one) => isIdProblem(one) && !one.blocking))
  )
}

/** What can be said of several rows at once. */
export const actionsOnMany: RowAction[] = [
  { key: 'B', label: '不导入', does: decide({ kind: 'skip' }) },
  { key: 'Z', label: '先不要证件号', does: decide({ kind: 'withoutIdNumber' }) },
  { key: 'T', label: '用台账的', does: decide({ kind: 'update', rule: 'take' }) },
  { key: 'K', label: '只补空白', does: decide({ kind: 'update', rule: 'fill' }) },
  { key: 'D', label: '留用本机', does: decide({ kind: 'update', rule: 'keep' }) },
  { key: 'X', label: '另建新档', does: decide({ kind: 'create' }) },
  { key: 'C', label: '撤回', does: decide({ kind: 'reset' }) },
]
