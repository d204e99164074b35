import { ageOn } from '../calendar/age'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { BenefitBand } from '../benefits/catalogue'
import { benefitPresets } from '../benefits/presets'
import type { BenefitState } from '../benefits/vocabulary'
import { Chance } from './random'
import type { SamplePerson } from './township'

/*
 * What the sample's people want and have. Each person draws from a chance of their own, so that
 * adding to it changes nobody else.
 */

const chanceOf = (index: number): Chance => new Chance(index * 7919 + 13)

/** Most want nothing from outside; one in twenty was not asked. */
export function sampleServiceNeeds(index: number): string[] {
  return chanceOf(index).weigh<string[]>([
    [['无'], 14],
    [['dailyLiving'], 3],
    [['medical'], 2],
    [[], 1],
  ])
}

export interface SampleBenefit {
  benefit: string
  state: BenefitState
  from: Day
  to: Day | null
  amount: number | null
  certificateNo: string | null
  reason: string | null
}

export interface SampleAccount {
  account: string
  holder: string | null
  holderRelation: string | null
  bank: string
  from: Day
}

const band = (from: number, upTo: number | null, amount: number): BenefitBand => ({
  conditions: [{ kind: 'age', from, upTo }],
  amount,
})

/** 高龄津贴 with this township's rates in it. */
export const sampleAllowance = {
  ...benefitPresets.find(({ code }) => code === 'oldAgeAllowance')!,
  basis: '县民政局、财政局高龄津贴发放办法',
  from: '2020-01-01',
  conditions: [{ kind: 'age' as const, from: 80, upTo: null }],
  bands: [band(80, 89, 50), band(90, 99, 100), band(100, null, 300)],
}

/** Nine in ten who should have a benefit have it; the lists of the rest must have something to say. */
export function sampleBenefits(person: SamplePerson, index: number, until: Day): SampleBenefit[] {
  const chance = chanceOf(index + 50_021)
  const age = ageOn(person.birthDate, until, 'onBirthday')?.min ?? 0
  const begun = person.onFileFrom
  // Who died or moved is stopped in the month; now and then it was forgotten.
  const stopped =
    person.closed && person.closed.status !== 'childrenReturned' && !chance.happens(1 / 6)
      ? addDays(person.closed.on, -1)
      : null
  const list: SampleBenefit[] = []
  const grant = (benefit: string, amount: number | null, certificateNo: string | null): void => {
    const state = chance.weigh<BenefitState>([
      ['held', 18],
      ['applied', 1],
      ['notHeld', 1],
    ])
    if (chance.happens(1 / 14)) return
    list.push({
      benefit,
      state,
      from: begun,
      to: stopped,
      amount: state === 'held' ? amount : null,
      certificateNo: state === 'held' ? certificateNo : null,
      reason: { held: null, applied: '材料已报镇民政所', notHeld: '本人暂不愿申请' }[state],
    })
  }
  if (age >= 80 || (age === 79 && chance.happens(1 / 12)))
    grant('oldAgeAllowance', age >= 100 ? 300 : age >= 90 ? 100 : 50, null)
  if (person.reliefKinds.includes('subsistenceAllowance'))
    grant('subsistenceAllowance', 420, `DB2025${String(index + 1).padStart(5, '0')}`)
  if (person.reliefKinds.includes('extremePoverty'))
    grant('extremePovertyAtHome', 780, `TK2025${String(index + 1).padStart(5, '0')}`)
  return list
}

/** 一卡通 of everybody who is paid something; some hand it to a child. */
export function sampleAccount(person: SamplePerson, index: number): SampleAccount | null {
  const chance = chanceOf(index + 90_017)
  const child = person.family.find(({ relation }) => relation === 'son' || relation === 'daughter')
  const kept = child && chance.happens(1 / 8) ? child : null
  return {
    account: `62990100${String(chance.below(1_000_000_000)).padStart(9, '0')}`,
    holder: kept?.name ?? null,
    holderRelation: kept && (kept.relation === 'son' ? '儿子' : '女儿'),
    bank: '农村信用社',
    from: person.onFileFrom,
  }
}
