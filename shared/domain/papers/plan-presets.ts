import type { Day } from '../calendar/types'

/** What a new office may start its year from: our own wording, to be changed to what holds there. */

export interface PhasePreset {
  name: string
  from: Day
  to: Day
  content: string
}

export function usualPhases(year: number): PhasePreset[] {
  const phase = (name: string, from: string, to: string, content: string): PhasePreset => ({
    name,
    from: `${year}-${from}`,
    to: `${year}-${to}`,
    content,
  })
  return [
    phase(
      '调查摸底',
      '01-05',
      '02-28',
      '各村（社区）逐户核实人员，补齐档案，提出类别意见，报镇关爱服务中心审核。',
    ),
    phase(
      '动员结对',
      '03-01',
      '03-31',
      '召开动员会，逐人落实帮扶人，发放便民联系卡，给外出子女寄一封信。',
    ),
    phase(
      '集中实施',
      '04-01',
      '10-31',
      '按频次探访联系，登记和办理需求，开展节日慰问，汛期逐户排查隐患。',
    ),
    phase(
      '督导检查',
      '08-01',
      '11-30',
      '对各村（社区）档案、探访和问题办理情况进行检查，列出问题并督促整改。',
    ),
    phase(
      '总结考核',
      '12-01',
      '12-31',
      '逐人复核档案，评价帮扶效果，表扬做得好的单位和个人，研究下年工作。',
    ),
  ]
}

export interface ResponsibilityPreset {
  task: string
  lead: string
  assisting: string
  implementing: string
}

export const usualResponsibilities: readonly ResponsibilityPreset[] = [
  {
    task: '人员排查、建档和动态更新',
    lead: '民政所',
    assisting: '派出所',
    implementing: '各村（社区）',
  },
  {
    task: '帮扶人结对和定期探访',
    lead: '镇关爱服务中心',
    assisting: '党建办',
    implementing: '各村（社区）',
  },
  {
    task: '年度体检、家庭医生签约和慢性病随访',
    lead: '卫生院',
    assisting: '民政所',
    implementing: '各村卫生室',
  },
  {
    task: '低保、特困、临时救助等政策落实',
    lead: '民政所',
    assisting: '财政所',
    implementing: '各村（社区）',
  },
  {
    task: '赡养纠纷调解和法律援助',
    lead: '司法所',
    assisting: '派出所',
    implementing: '各村（社区）',
  },
  {
    task: '住房、用火用电和汛期安全排查',
    lead: '应急办',
    assisting: '村镇建设办',
    implementing: '各村（社区）',
  },
  {
    task: '精神关怀、文化活动和志愿服务',
    lead: '妇联',
    assisting: '团委、文化站',
    implementing: '各村（社区）',
  },
]
