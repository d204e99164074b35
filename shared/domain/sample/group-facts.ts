import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { RecipientGroup } from '../vocabulary'
import type { Chance } from './random'

/** What the sample township knows of one group only. */
export interface SampleGroupFacts {
  substituteGuardianName: string | null
  school: string | null
  grade: string | null
  boarding: string | null
  schooling: string | null
  childrenInCare: number | null
  employmentWish: string | null
  trainingWish: string | null
  cancerScreenedOn: string | null
  cancerScreenResult: string | null
  supportMode: string | null
  nursingLevel: string | null
  carerName: string | null
}

const nothing: SampleGroupFacts = {
  substituteGuardianName: null,
  school: null,
  grade: null,
  boarding: null,
  schooling: null,
  childrenInCare: null,
  employmentWish: null,
  trainingWish: null,
  cancerScreenedOn: null,
  cancerScreenResult: null,
  supportMode: null,
  nursingLevel: null,
  carerName: null,
}

const grades = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级']

export function groupFacts(
  chance: Chance,
  group: RecipientGroup,
  until: Day,
  carer: string,
): SampleGroupFacts {
  switch (group) {
    case 'child':
      return {
        ...nothing,
        substituteGuardianName: chance.happens(0.3) ? carer : null,
        school: chance.pick(['松溪镇中心小学', '松溪镇初级中学']),
        grade: chance.pick(grades),
        boarding: chance.pick(['走读', '寄宿']),
        schooling: chance.happens(0.97) ? '在校' : '送教上门',
      }
    case 'woman': {
      const wasScreened = chance.happens(0.7)
      return {
        ...nothing,
        childrenInCare: chance.between(1, 3),
        employmentWish: chance.pick(['就近就业', '居家灵活就业', '暂无意愿']),
        trainingWish: chance.happens(0.4) ? chance.pick(['家政', '缝纫', '电商']) : null,
        cancerScreenedOn: wasScreened ? addDays(until, -chance.between(30, 700)) : null,
        cancerScreenResult: wasScreened ? '未见异常' : null,
      }
    }
    case 'extremePoverty':
      return {
        ...nothing,
        supportMode: '分散供养',
        nursingLevel: chance.pick(['全自理', '半护理', '全护理']),
        carerName: carer,
      }
    case 'elder':
      return nothing
  }
}
