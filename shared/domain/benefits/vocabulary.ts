/** 待遇的性质: the three parts of the national list of basic care for the old. */
export const benefitKindLabel = {
  material: '物质帮助',
  care: '照护服务',
  attention: '关爱服务',
} as const
export type BenefitKind = keyof typeof benefitKindLabel

/** How an amount is paid out; `service` is no money. */
export const benefitPaymentLabel = {
  monthly: '每月',
  quarterly: '每季',
  yearly: '每年',
  birthday: '每年生日',
  once: '一次性',
  service: '提供服务',
} as const
export type BenefitPayment = keyof typeof benefitPaymentLabel

/** What is on record of one person and one benefit over a period. */
export const benefitStateLabel = {
  held: '已享',
  applied: '申请中',
  notHeld: '未享',
} as const
export type BenefitState = keyof typeof benefitStateLabel

/** What the record and the rule say together, the one to act on first. */
export const benefitStandingLabel = {
  toStop: '待停发',
  wronglyHeld: '已享待核',
  owed: '应享未享',
  held: '已享',
  undecided: '待核实',
  none: '不符合',
} as const
export type BenefitStanding = keyof typeof benefitStandingLabel
