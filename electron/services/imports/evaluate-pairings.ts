import { allHelpers, pairingsByRecipient, type Helper } from '@db/repositories/helpers'
import type { HelperDraft } from '@shared/domain/imports/draft'
import { holdsOn } from '@shared/domain/periods'
import { checkVillage, isBlocked, serving, type EvaluatedRow, type Office } from './office'
import { checkOpenFile, claimIdNumber, findPerson, forgiveIdNumber } from './whose-row'

/** Pairing registers: every row needs a person on file, or one the clerk lets it put on file. */
export function evaluatePairings(office: Office, rows: EvaluatedRow<'pairings'>[]): void {
  const seen = new Map<string, EvaluatedRow>()
  for (const row of rows) {
    findPerson(office, row, row.draft.recipient)
    if (row.person) forgiveIdNumber(row)
    checkOpenFile(row)
    if (row.word.create) claimIdNumber(office, row, row.draft.recipient.idNumber)
    if (!row.person && row.word.create) checkVillage(office, row, row.draft.recipient.village)
    const key = `${row.draft.helpers.map(helperKey).join('+')}>${whose(row)}`
    const earlier = seen.get(key)
    if (earlier) row.duplicateOf = { sheet: earlier.sheet, row: earlier.row }
    else seen.set(key, row)
    row.state = stateOf(office, row)
  }
}

function whose({ person, draft: { recipient } }: EvaluatedRow<'pairings'>): string {
  return person
    ? String(person.id)
    : [recipient.idNumber, recipient.name, recipient.village, recipient.villageGroup].join('/')
}

function stateOf(office: Office, row: EvaluatedRow<'pairings'>): EvaluatedRow['state'] {
  if (row.word.skip) return 'skipped'
  if (isBlocked(row)) return 'error'
  if (row.duplicateOf && !row.word.create) return 'duplicate'
  if (!row.person) return row.word.create ? 'new' : 'pending'
  const { person } = row
  const isOnFile = row.draft.helpers.every((draft) => {
    const helper = findHelper(office, draft)
    return helper !== undefined && isPaired(office, helper.id, person.id)
  })
  return isOnFile ? 'same' : 'new'
}

export function isPaired(office: Office, helperId: number, recipientId: number): boolean {
  return (pairingsByRecipient(office.ctx).get(recipientId) ?? []).some(
    (pairing) => pairing.helperId === helperId && holdsOn(pairing, office.ctx.today),
  )
}

/** Two rows name one helper if name and telephone agree, or name and unit where no phone is given. */
export function helperKey({ name, phone, unit }: HelperDraft): string {
  return `${name}/${phone ?? unit ?? ''}`
}

/**
 * The helper on file a register means: the same name with a telephone in common, or with the same
 * unit; a name alone only where nothing else is known of either.
 */
export function findHelper(office: Office, draft: HelperDraft): Helper | undefined {
  const namesakes = serving(office.ctx).filter(({ name }) => name === draft.name)
  const { phone, unit } = draft
  const byPhone = namesakes.filter(({ phones }) => phone !== null && phones.includes(phone))
  if (byPhone.length > 0) return byPhone[0]
  const undisputed = namesakes.filter(({ phones }) => phone === null || phones.length === 0)
  const byUnit = undisputed.filter((helper) => unit !== null && helper.unit === unit)
  if (byUnit.length === 1) return byUnit[0]
  const bare = undisputed.filter((helper) => unit === null || helper.unit === null)
  return bare.length === 1 ? bare[0] : undefined
}

export const helperName = (office: Office, id: number): string =>
  allHelpers(office.ctx).find((helper) => helper.id === id)?.name ?? ''
