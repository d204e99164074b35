/** 会议类别. */
export const meetingKindLabel = {
  regular: '例会',
  joint: '联席会议',
  other: '专题会议',
} as const
export type MeetingKind = keyof typeof meetingKindLabel

/** What kind of open matter stands on an agenda, in the order in which a meeting takes them. */
export const matterKindLabel = {
  incident: '强制报告',
  task: '上次决定未办结',
  finding: '督查问题未整改',
  raisedNeed: '上报的需求',
  need: '逾期未办结的需求',
  overdue: '逾期未走访',
  withoutHelper: '没有帮扶人',
  other: '其他议题',
} as const
export type MatterKind = keyof typeof matterKindLabel

/** 参会情况. */
export const presenceLabel = {
  invited: '通知',
  present: '到会',
  absent: '缺席',
} as const
export type Presence = keyof typeof presenceLabel

/** Where somebody at a meeting comes from. */
export const attendeeKindLabel = {
  leadingGroup: '领导小组',
  village: '村（社区）',
  helper: '帮扶人',
  guest: '列席',
} as const
export type AttendeeKind = keyof typeof attendeeKindLabel
