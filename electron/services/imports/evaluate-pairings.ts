import {
  allHelpers,
  pairingsByRecipient,
  type Helper,
  type Pairing,
} from '@db/repositories/helpers'
import type { HelperDraft } from '@shared/domain/imports/draft'
import { holdsOn } from '@shared/domain/periods'
import { checkVillage, isBlocked, serving, type EvaluatedRow, type Office } from './office'
import { endsTooEarly, helperTold, pairingTold } from './register-differences'
import { decided, isOpen, takenOf, type RowDifference } from './row-difference'
import { chainTold } from './entitlement-differences'
import { checkOpenFile, claimIdNumber, findPerson, forgiveIdNumber } from './whose-row'

/** Pairing registers: every row needs a person on file, or one the clerk lets it put on file. */
export function evaluatePairings(office: Office, rows: EvaluatedRow<'pairings'>[]): void {
  const seen = new Map<string, EvaluatedRow>()
  const toldOf = new Set<number>()
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
    row.differences = differencesOf(office, row, toldOf)
    checkEnd(office, row)
    row.state = stateOf(office, row)
  }
}

/** What a row says of helpers on file and of pairings on file; of each helper the first row only. */
function differencesOf(
  office: Office,
  { person, draft, word }: EvaluatedRow<'pairings'>,
  toldOf: Set<number>,
): RowDifference[] {
  const told = draft.helpers.flatMap((one) => {
    const helper = findHelper(office, one)
    if (!helper) return []
    const first = !toldOf.has(helper.id)
    toldOf.add(helper.id)
    const pairing = person && pairingOf(office, helper.id, person.id)
    return [
      ...(first ? helperTold(helper, one) : []),
      ...(pairing ? pairingTold(pairing, draft) : []),
    ]
  })
  const chain = person ? chainTold(office.ctx, person, draft.chain) : []
  return decided(office, [...told, ...chain], word.choices)
}

/** A date taken from the register must leave a pairing that ends after it begins. */
function checkEnd(office: Office, row: EvaluatedRow<'pairings'>): void {
  const { person, draft, differences } = row
  for (const one of person ? draft.helpers : []) {
    const helper = findHelper(office, one)
    const pairing = helper && person && pairingOf(office, helper.id, person.id)
    if (!pairing || !endsTooEarly(pairing, takenOf(differences, pairing.id))) continue
    row.problems.push({
      field: 'pairing.until',
      column: null,
      code: 'DATE',
      message: '结束时间早于结对时间，请看清台账和档案里的日期再定',
      blocking: true,
      raw: draft.until ?? draft.since ?? '',
    })
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
  if (isOpen(row)) return 'conflict'
  const { person } = row
  const isOnFile = row.draft.helpers.every((draft) => {
    const helper = findHelper(office, draft)
    return helper !== undefined && isPaired(office, helper.id, person.id)
  })
  return isOnFile ? 'same' : 'new'
}

/** The pairing of two people that holds today. */
function pairingOf(office: Office, helperId: number, recipientId: number): Pairing | undefined {
  return (pairingsByRecipient(office.ctx).get(recipientId) ?? []).find(
    (pairing) => pairing.helperId === helperId && holdsOn(pairing, office.ctx.today),
  )
}

export const isPaired = (office: Office, helperId: number, recipientId: number): boolean =>
  pairingOf(office, helperId, recipientId) !== undefined

/** Two rows name one helper if name and telephone agree, or name and unit where no phone is given. */
export function helperKey({ name, phones, unit }: HelperDraft): string {
  return `${name}/${phones[0] ?? unit ?? ''}`
}

/**
 * The helper on file a register means: the same name with a telephone in common, or with the same
 * unit; a name alone only where nothing else is known of either.
 */
export function findHelper(office: Office, draft: HelperDraft): Helper | undefined {
  const namesakes = serving(office.ctx).filter(({ name }) => name === draft.name)
  const { unit } = draft
  const byPhone = namesakes.filter(({ phones }) => phones.some((one) => draft.phones.includes(one)))
  if (byPhone.length > 0) return byPhone[0]
  const undisputed = namesakes.filter(
    ({ phones }) => draft.phones.length === 0 || phones.length === 0,
  )
  const byUnit = undisputed.filter((helper) => unit !== null && helper.unit === unit)
  if (byUnit.length === 1) return byUnit[0]
  const bare = undisputed.filter((helper) => unit === null || helper.unit === null)
  return bare.length === 1 ? bare[0] : undefined
}

export const helperName = (office: Office, id: number): string =>
  allHelpers(office.ctx).find((helper) => helper.id === id)?.name ?? ''
