/** 通话结果: what came of one attempt to call somebody. */
export const callResultLabel = {
  answered: '接通',
  noAnswer: '无人接',
  busy: '占线',
  off: '关机',
  wrongNumber: '错号',
} as const
export type CallResult = keyof typeof callResultLabel
