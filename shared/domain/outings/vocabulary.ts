/** 由谁报告: who told that somebody goes out or came back. */
export const reporterLabel = {
  self: '外出人本人',
  elder: '老人',
  relative: '其他亲属',
  village: '村（居）委会',
  helper: '帮扶人',
} as const
export type Reporter = keyof typeof reporterLabel

/** 报告方式. */
export const reportChannelLabel = {
  phone: '电话',
  message: '微信或短信',
  inPerson: '当面',
  written: '书面',
  visit: '走访时得知',
} as const
export type ReportChannel = keyof typeof reportChannelLabel

/** What a report does to the member's 外出情况 on file. */
export const factsChoiceLabel = {
  begin: '写为新的一次外出，原来的外出到前一天为止',
  correct: '更正正在外出的那一次',
  keep: '档案不动，只留报告',
} as const
export type FactsChoice = keyof typeof factsChoiceLabel
