import { defaultCategoryRules, type CategoryRules } from './rules'

/** What a definition says, without the days on which it is in force. */
export type CategoryDefinition = Omit<CategoryRules, 'from' | 'to'>

export interface CategoryPreset extends CategoryDefinition {
  readonly key: string
  /** 口径: where it is read and what it means. */
  readonly basis: string
}

const { from: _, to: __, ...standard } = defaultCategoryRules

/** Definitions that are in use, to be adopted as a whole and then changed in parts. */
export const categoryPresets: readonly CategoryPreset[] = [
  {
    ...standard,
    key: 'anyChildAway',
    title: '子女外出务工半年',
    basis:
      '有子女在外务工或经商满半年，60 周岁及以上在家的老人即为留守；高龄 80 周岁；独居看是否一人居住；空巢为只与配偶同住、没有子女或子女都在县外。',
  },
  {
    ...standard,
    key: 'allChildrenOutside',
    title: '子女全部在县外',
    basis:
      '子女全部离开本县满半年，身边没有赡养人或赡养人没有赡养能力才算留守；独居、空巢同样要求没有子女或子女都在县外。',
    leftBehind: 'allChildrenOutsideCounty',
    livingAlone: 'childrenOutsideCounty',
    emptyNest: 'coupleChildrenOutsideCounty',
  },
  {
    ...standard,
    key: 'loose',
    title: '子女外出务工半年，高龄 70 周岁，空巢从宽',
    basis:
      '留守同“子女外出务工半年”；高龄从 70 周岁起；独自居住或只与配偶同住的都算空巢，不论子女在哪里。',
    advancedAgeFrom: 70,
    emptyNest: 'noChildInHousehold',
  },
]
