import { addDays, dayOf, endOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import { directives } from './directives'
import { section, type PaperKind } from './kind'

const people = section('people', '基本情况', [
  '截至{统计日}，全镇{村（社区）数}个村（社区）共有在册关爱对象{在册人数}人，去年同日{在册人数·去年}人。其中留守{在册人数·留守}人，空巢{在册人数·空巢}人，独居{在册人数·独居}人，高龄{在册人数·高龄}人，失能{在册人数·失能}人，特困{在册人数·特困}人；同一人可同时属于几个类别，各类人数不相加。',
  '{期间}新增{新增人数}人，减少{减少人数}人，其中去世{去世人数}人。现有帮扶人{帮扶人数}名，已结对{已结对人数}人，尚未结对{未结对人数}人。',
  '[[各村情况]]',
])

const problems = section('problems', '存在的问题', ['[[存在问题]]'])

const results = (last: string) =>
  section('results', '工作成效', [
    `# 探访联系。{期间}共探访{探访次数}人次，${last}{探访次数·去年}人次；其中入户{入户次数}次、电话{电话次数}次，受访老人{受访人数}人。期内月均探访率{期内月均探访率}，${last}{期内月均探访率·去年}。`,
    `# 需求办理。登记需求{需求登记数}件，办结{需求办结数}件，${last}办结{需求办结数·去年}件；统计日在办{在办需求}件，其中逾期{逾期需求}件。`,
    `# 风险处置。受理强制报告{强制报告登记数}件，结案{强制报告办结数}件；排查登记隐患{隐患登记数}处，整改复查合格{隐患办结数}处；督促赡养事项{赡养事项登记数}件，落实{赡养事项办结数}件。`,
    `# 活动与会议。举办活动{活动场次}场，老人参加{活动参加人次}人次；召开会议{会议次数}次。`,
    `# 经费使用。{期间}收入{经费收入}元，支出{经费支出}元。`,
    '[[与去年对比]]',
  ])

const doings = section('doings', '主要做法', [
  '# 动态监测，底数常新。一人一档建立和更新档案，变动当月登记，走访之后及时补充；完成能力评估{评估次数}人次。',
  '# 按需服务，件件回应。老人提出的需求当面记、专人办、办后问，村（社区）能办的不上交，办不了的报镇里协调。',
  '# 对照政策，应享尽享。逐人核对低保、特困供养、高龄津贴和残疾人补贴等待遇，应享未享待核实{应享未享人数}人。',
  '# 维护权益，家庭尽责。联系外出子女{联系子女次数}次，提醒问候和看望；对不履行赡养义务的先劝导、再调解。',
  '# 督查考核，注重实效。以档案真实、探访按时、问题解决为主要内容开展检查，不以材料和照片多少论成绩。',
])

const yearPlan = (title: string) =>
  section('ahead', title, [
    '# 摸清底数。年初逐户核实人员，补齐档案缺项，变动当月登记。',
    '# 落实结对。没有帮扶人的逐一落实（统计日{未结对人数}人），人员变动一周内接续。',
    '# 按时探访。按频次规则安排走访，对独居、高龄、失能老人优先安排，恶劣天气和节日增加次数。',
    '# 办好实事。在办需求逐件明确责任人和时限（统计日{在办需求}件），办后由本人确认。',
    '# 守住底线。汛期和用火用电高峰前逐户排查，在办隐患限期整改、逐处复查（统计日{在办隐患}处）。',
  ])

export const composedKinds: readonly PaperKind[] = [
  {
    key: 'yearSummary',
    name: '年终工作总结',
    about: '全年情况、做法、成效与去年对比，问题取自数据',
    span: 'year',
    limit: 5_000,
    title: '{乡镇}{年度}年留守老人关爱服务工作总结',
    sections: [
      section('opening', '', [
        '{年度}年，{乡镇}坚持家庭为主、镇村协同、社会参与，围绕生活有人照应、安全有人排查、困难有人帮扶、精神有人陪伴、权益有人维护，做好留守老人关爱服务工作。现将有关情况总结如下。',
      ]),
      people,
      doings,
      results('去年同期'),
      section(
        'cases',
        '典型事例',
        ['＿＿＿（从走访和需求办理中选一至两件，征得本人同意后写入）'],
        false,
      ),
      problems,
      yearPlan('下年打算'),
    ],
  },
  {
    key: 'halfYearSummary',
    name: '半年工作总结',
    about: '上半年情况、成效与去年同期对比，问题取自数据',
    span: 'halfYear',
    limit: 5_000,
    title: '{乡镇}{年度}年上半年留守老人关爱服务工作总结',
    sections: [
      section('opening', '', [
        '{年度}年上半年，{乡镇}按照年初安排开展留守老人关爱服务工作。现将有关情况总结如下。',
      ]),
      people,
      doings,
      results('去年同期'),
      problems,
      yearPlan('下半年安排'),
    ],
  },
  {
    key: 'monthBriefing',
    name: '月度简报',
    about: '当月人数变动、探访率、需求和风险，一页纸',
    span: 'month',
    limit: 1_500,
    title: '{乡镇}留守老人关爱服务{年度}年{月份}月工作简报',
    sections: [
      section('people', '人员变动', [
        '截至{统计日}，在册关爱对象{在册人数}人；当月新增{新增人数}人，减少{减少人数}人。',
      ]),
      section('visits', '探访联系', [
        '当月探访{探访次数}人次，受访老人{受访人数}人，月探访率{月探访率}，去年同月{月探访率·去年}；联系外出子女{联系子女次数}次。统计日联系逾期{联系逾期人数}人。',
        '[[各村情况]]',
      ]),
      section('matters', '需求与风险', [
        '当月登记需求{需求登记数}件，办结{需求办结数}件，统计日在办{在办需求}件；受理强制报告{强制报告登记数}件，在办{在办强制报告}件；登记隐患{隐患登记数}处，在办{在办隐患}处。',
      ]),
      section('next', '需要注意的问题', ['[[存在问题]]']),
    ],
  },
  {
    key: 'nextYearPlan',
    name: '下年度工作计划',
    about: '从当前数据出发的下一年打算',
    span: 'year',
    limit: 4_000,
    title: '{乡镇}{下年度}年留守老人关爱服务工作计划',
    sections: [
      section('opening', '', ['为做好{下年度}年留守老人关爱服务工作，结合本镇实际，制定本计划。']),
      section('base', '工作基础', [
        '截至{统计日}，全镇在册关爱对象{在册人数}人，帮扶人{帮扶人数}名，期内月均探访率{期内月均探访率}。',
        '[[存在问题]]',
      ]),
      yearPlan('主要任务'),
      section('guarantee', '工作要求', [
        '各村（社区）按照任务抓好落实，已经填报的信息不重复收集，走访以纸质任务单为准、由中心统一录入。年中和年底各检查一次，结果用于改进工作。',
      ]),
    ],
  },
  {
    key: 'explanation',
    name: '情况说明',
    about: '对上级询问的一件事作出说明，带相关数字',
    span: 'year',
    limit: 2_000,
    title: '关于＿＿＿的情况说明',
    sections: [
      section('cause', '有关背景', ['＿＿＿（写明因何事、按谁的要求作出说明）']),
      section('facts', '基本情况', [
        '截至{统计日}，在册关爱对象{在册人数}人，其中留守{在册人数·留守}人；{期间}探访{探访次数}人次，登记需求{需求登记数}件、办结{需求办结数}件。',
      ]),
      section('matter', '有关情况', ['＿＿＿（经过、原因、已经采取的措施）']),
      section('ahead', '下步措施', ['＿＿＿（措施、责任人、时限）']),
      section('closing', '', ['特此说明。']),
    ],
  },
  ...directives,
]

export const composedKindKeys = composedKinds.map(({ key }) => key) as [string, ...string[]]

export function composedKind(key: string): PaperKind {
  const found = composedKinds.find((one) => one.key === key)
  if (!found) throw new RangeError(`no kind of paper ${key}`)
  return found
}

/** The days a paper of a year (and month) speaks of, no further than today; whether all are past. */
export function spanOf(
  { span }: PaperKind,
  year: number,
  month: number,
  today: Day,
): { from: Day; to: Day; whole: boolean } {
  const from = dayOf(year, span === 'month' ? month : 1, 1)
  const end =
    span === 'year'
      ? dayOf(year, 12, 31)
      : span === 'halfYear'
        ? dayOf(year, 6, 30)
        : endOf('month', from)
  const to = end < today ? end : today
  return { from, to: to < from ? from : to, whole: end <= today }
}

/** The same day a year before; 29 February becomes the 28th. */
export const yearBefore = (day: Day): Day =>
  day.endsWith('-02-29')
    ? addDays(`${Number(day.slice(0, 4)) - 1}-03-01`, -1)
    : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
