import { Chance } from './random'
import type { SamplePerson } from './township'

const elders = [
  ['illiterate', 40],
  ['primary', 42],
  ['juniorHigh', 15],
  ['seniorHigh', 3],
] as const
const others = [
  ['primary', 30],
  ['juniorHigh', 55],
  ['seniorHigh', 15],
] as const

/** What the identity card and the register of households say besides. */
export function sampleIdentity({ groups }: SamplePerson, index: number) {
  const chance = new Chance(2_261 + index)
  const isElder = groups.includes('elder')
  const isChild = groups.includes('child')
  return {
    ethnicity: chance.happens(0.97) ? '汉族' : '回族',
    education: isChild ? null : chance.weigh(isElder ? elders : others),
    politicalStatus: isChild ? null : chance.happens(0.06) ? '中共党员' : '群众',
    occupation: isElder ? chance.pick(['务农', '务农', '务农', '木匠', '民办教师']) : null,
  }
}
