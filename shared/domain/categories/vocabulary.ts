import type { CategoryRules } from './rules'

type Choice = 'ageTurns' | 'leftBehind' | 'unwilling' | 'livingAlone' | 'emptyNest' | 'incapacity'
type Labels<Key extends Choice> = Readonly<Record<CategoryRules[Key], string>>

/** The choices of a definition, as the settings offer them. */
export const leftBehindLabel: Labels<'leftBehind'> = {
  anyChildAwayHalfYear: '有子女在外务工、经商',
  allChildrenOutsideCounty: '子女全部在县外，身边无（有能力的）赡养人',
}
export const unwillingLabel: Labels<'unwilling'> = {
  atHand: '仍算身边有赡养人（另走督促赡养）',
  notAtHand: '不算身边有赡养人',
}
export const livingAloneLabel: Labels<'livingAlone'> = {
  household: '一人居住，不论子女在哪里',
  childrenOutsideCounty: '一人居住，且没有子女或子女都在县外',
}
export const emptyNestLabel: Labels<'emptyNest'> = {
  coupleChildrenOutsideCounty: '只与配偶同住，且没有子女或子女都在县外',
  coupleHousehold: '只与配偶同住，不论子女在哪里',
  noChildInHousehold: '一人居住或只与配偶同住，不论子女在哪里',
}
export const incapacityLabel: Labels<'incapacity'> = {
  assessmentFirst: '先看能力评估，没有评估的看自理能力',
  assessment: '只看能力评估',
  selfCare: '只看自理能力',
}
export const ageTurnsLabel: Labels<'ageTurns'> = {
  onBirthday: '生日当天满周岁',
  dayAfter: '生日次日满周岁',
}
