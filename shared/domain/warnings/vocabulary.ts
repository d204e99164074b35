import type { MajorChangeKind } from '../cadence/vocabulary'

/** 预警: what people are warned of and looked in on for. */
export const warningKindLabel = {
  heat: '高温',
  cold: '寒潮',
  flood: '汛期',
  fraud: '防诈骗',
} as const
export type WarningKind = keyof typeof warningKindLabel

/** Under which 重大变化 a warning asks for a contact by the next day. */
export const changeOfWarning = {
  heat: 'heatWarning',
  cold: 'coldWarning',
  flood: 'floodWarning',
  fraud: 'fraudWarning',
} as const satisfies Record<WarningKind, MajorChangeKind>
