import { livesInHazardZone } from '../facts/hazard-zone'
import type { AgeSpan } from '../calendar/age'
import type { Category, Health, HousingGrade } from '../vocabulary'

/** What the person's file says that a risk review asks about. */
export interface RiskFacts {
  readonly age: AgeSpan | null
  /** The computed categories that hold, with their reasons. */
  readonly categories: ReadonlyMap<Category, string>
  /** Categories that cannot be told for want of facts. */
  readonly undecided: ReadonlySet<Category>
  readonly health: Health | null
  readonly chronicDiseases: readonly string[]
  readonly hasNoPhone: boolean
  readonly phoneCount: number
  readonly housingGrade: HousingGrade | null
  readonly hazardZone: string | null
  /** Family members on file, and how many of them are not away. */
  readonly familyCount: number
  readonly familyAtHand: number
}

/** What the file suggests as an answer; null where it says nothing, and somebody must ask. */
export interface RiskSuggestion {
  readonly holds: boolean | null
  readonly note: string | null
}

const unknown: RiskSuggestion = { holds: null, note: null }
const says = (holds: boolean, note: string): RiskSuggestion => ({ holds, note })

/** Diseases that a short look calls grave; the reviewer has the last word. */
const grave =
  /痴呆|肿瘤|癌|脑梗|脑出血|中风|冠心病|心脏病|心衰|慢阻肺|肾衰|尿毒|肝硬化|帕金森|癫痫|精神/

const byCategory = (facts: RiskFacts, wanted: readonly Category[]): RiskSuggestion => {
  for (const category of wanted) {
    const reason = facts.categories.get(category)
    if (reason !== undefined) return says(true, reason)
  }
  return wanted.some((category) => facts.undecided.has(category))
    ? unknown
    : says(false, '档案不符合')
}

const readers: Readonly<Record<string, (facts: RiskFacts) => RiskSuggestion>> = {
  livingAlone: (facts) => byCategory(facts, ['livingAlone']),
  aged80: ({ age }) =>
    age === null || (age.min < 80 && age.max >= 80)
      ? unknown
      : says(age.min >= 80, `${age.min} 周岁`),
  incapacitated: (facts) => byCategory(facts, ['incapacitated', 'partlyIncapacitated']),
  severeIllness: ({ chronicDiseases, health }) => {
    const found = chronicDiseases.filter((disease) => grave.test(disease))
    if (found.length > 0) return says(true, found.join('、'))
    return chronicDiseases.length > 0 || health === 'good' || health === 'fair'
      ? says(false, '档案没有登记重病')
      : unknown
  },
  noPhone: ({ hasNoPhone, phoneCount }) =>
    phoneCount > 0
      ? says(false, '已登记电话')
      : hasNoPhone
        ? says(true, '登记为没有电话')
        : unknown,
  unsafeHome: ({ housingGrade, hazardZone }) => {
    if (housingGrade === 'C' || housingGrade === 'D') return says(true, `${housingGrade} 级危房`)
    if (livesInHazardZone(hazardZone)) return says(true, hazardZone)
    return housingGrade === null ? unknown : says(false, `房屋 ${housingGrade} 级`)
  },
  noRelatives: ({ familyCount, familyAtHand }) =>
    familyCount === 0
      ? unknown
      : says(
          familyAtHand === 0,
          familyAtHand === 0 ? '家人都在外' : `${familyAtHand} 名家人在近处`,
        ),
  poverty: (facts) =>
    byCategory(facts, [
      'extremePoverty',
      'subsistenceAllowance',
      'marginalIncome',
      'povertyMonitored',
    ]),
}

/** What the file suggests for a factor; a factor of the office's own is always asked. */
export const suggestRiskAnswer = (code: string, facts: RiskFacts): RiskSuggestion =>
  (Object.hasOwn(readers, code) ? readers[code] : undefined)?.(facts) ?? unknown
