import { normaliseName } from '../names/name-text'

/** What two files must tell for their people to be taken to live together. */
export interface LikelyHousemate {
  readonly id: number
  readonly name: string
  readonly birthDate: string | null
  readonly villageId: number | null
  readonly homeAddress: string | null
  readonly phones: readonly string[]
  readonly family: readonly { readonly name: string; readonly birthDate: string | null }[]
}

/** Why two people may live together, the surest first. */
export const housemateReasonLabel = {
  namedAsFamily: '登记为家人',
  sameAddress: '现住址相同',
  samePhone: '电话相同',
} as const
export type HousemateReason = keyof typeof housemateReasonLabel

/** Only within a village: people elsewhere bear the same names and write `三组 12 号` too. */
export function whyTogether(one: LikelyHousemate, other: LikelyHousemate): HousemateReason | null {
  if (one.villageId === null || one.villageId !== other.villageId) return null
  if (names(one, other) || names(other, one)) return 'namedAsFamily'
  const address = addressKey(one.homeAddress)
  if (address !== null && address === addressKey(other.homeAddress)) return 'sameAddress'
  return one.phones.some((phone) => other.phones.includes(phone)) ? 'samePhone' : null
}

/** A family member of that name, whose birth, where it is known, does not say otherwise. */
const names = (one: LikelyHousemate, other: LikelyHousemate): boolean =>
  one.family.some(
    ({ name, birthDate }) =>
      normaliseName(name) === other.name && bornTogether(birthDate, other.birthDate),
  )

const bornTogether = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one.startsWith(other) || other.startsWith(one)

/** `下河村三组12号` as it is compared; null where no house number tells one home from the next. */
function addressKey(address: string | null): string | null {
  const plain = (address ?? '').normalize('NFKC').replace(/[\s,，。、-]/g, '')
  return /\d+\s*[号室]|号院/.test(plain) ? plain : null
}
